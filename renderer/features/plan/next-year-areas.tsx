/** The set of areas the new plan follows: what stays, what has no place, and which new parts come in empty. */
import { Checkbox, Radio, Stack } from '@mantine/core';
import type { NextYearView } from '../../../shared/api/contract/writing.ts';
import styles from './next-year.module.css';

type AreasProps = {
  next: NextYearView;
  taxonomyId: string | null;
  add: readonly string[];
  onTaxonomy: (id: string) => void;
  onAdd: (codes: readonly string[]) => void;
};

export function NextYearAreas({ next, taxonomyId, add, onTaxonomy, onAdd }: AreasProps) {
  const chosen = next.taxonomies.find(({ id }) => id === taxonomyId) ?? null;
  if (!chosen)
    return (
      <p className={styles.facts}>
        Tên nội dung trong kế hoạch này không theo bộ chỉ số PAPI nào nên không so được. Các nội dung giữ nguyên.
      </p>
    );
  const lacking = next.tasks.filter(({ placelessIn }) => placelessIn.includes(chosen.id)).length;
  const parts = chosen.added.filter(({ area }) => area !== '');
  return (
    <div className={styles.areas}>
      <Radio.Group label={`Kế hoạch năm ${next.year} theo bộ`} value={chosen.id} onChange={onTaxonomy}>
        <Stack gap="xs" mt="xs">
          {next.taxonomies.map(({ id, name, confirmed }) => (
            <Radio
              key={id}
              value={id}
              label={confirmed ? name : `${name} (bộ của năm ${next.year} chưa công bố, dùng bộ gần nhất)`}
            />
          ))}
        </Stack>
      </Radio.Group>
      <p>{chosen.kept} nội dung và thành phần giữ nguyên.</p>
      <section>
        <h3>Không còn chỗ trong bộ này</h3>
        {chosen.gone.length === 0 ? (
          <p className="soft">Không có.</p>
        ) : (
          <>
            <ul>
              {chosen.gone.map(({ code, name }) => (
                <li key={code}>{name}</li>
              ))}
            </ul>
            <p>
              {lacking} nhiệm vụ thuộc các nội dung này vẫn được chuyển và ở lại nội dung cũ. Muốn bỏ thì lọc “Không còn
              chỗ trong bộ chỉ số” ở thẻ Nhiệm vụ.
            </p>
          </>
        )}
      </section>
      <section>
        <h3>Thành phần kế hoạch cũ chưa có</h3>
        {parts.length === 0 ? (
          <p className="soft">Không có.</p>
        ) : (
          <p>Đánh dấu thành phần muốn thêm, để trống nhiệm vụ:</p>
        )}
        <Stack gap="xs">
          {parts.map(({ code, name, area }) => (
            <Checkbox
              key={code}
              label={`${name} (${area})`}
              checked={add.includes(code)}
              onChange={(event) =>
                onAdd(event.currentTarget.checked ? [...add, code] : add.filter((each) => each !== code))
              }
            />
          ))}
        </Stack>
      </section>
    </div>
  );
}

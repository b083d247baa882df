/** Units that report to this office: the list, one more, or a whole list pasted from Excel. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView } from '../../../shared/api/contract/office.ts';
import { type UnitKind, unitName } from '../../../shared/office/unit.ts';
import { compareVi } from '../../../shared/text/fold.ts';
import { useWrite } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { kindChoices, splitKind } from '../../parts/office-form/values.ts';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import tableStyles from '../../ui/list-table.module.css';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './office-page.module.css';
import { readUnitLines } from './unit-lines.ts';

export function UnitsTab({ office }: { office: OfficeView }) {
  const units = [...office.subordinates].sort((a, b) => compareVi(a.name, b.name));
  return (
    <>
      <AddUnit />
      <div className={styles.units}>
        <Pane title="Đơn vị gửi báo cáo lên" aside={`${formatCount(units.length)} đơn vị`}>
          {units.length === 0 ? (
            <EmptyState size="small" icon={IconBuildingCommunity} title="Chưa có đơn vị nào">
              Thêm các xã, phường gửi báo cáo để màn Tiếp nhận cho biết ai chưa gửi.
            </EmptyState>
          ) : (
            <table className={tableStyles.table}>
              <thead>
                <tr>
                  <th scope="col" className={tableStyles.number}>
                    TT
                  </th>
                  <th scope="col">Đơn vị</th>
                </tr>
              </thead>
              <tbody>
                {units.map((unit, index) => (
                  <tr key={unit.id}>
                    <td className={`${tableStyles.number} numbers`}>{index + 1}</td>
                    <td>{unit.fullName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Pane>
        <AddManyUnits office={office} />
      </div>
    </>
  );
}

function AddUnit() {
  const [kind, setKind] = useState<UnitKind>('xa');
  const [name, setName] = useState('');
  const add = useWrite(async (unit: { kind: UnitKind; name: string }) => {
    const { batchId } = await call(contract.office.addSubordinate, { body: unit });
    setName('');
    tellUndoable(`Đã thêm ${unitName(unit)}.`, batchId);
  });
  return (
    <form
      className={`${styles.add} ${styles.addUnit}`}
      aria-label="Thêm đơn vị"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        add.mutate(splitKind(kind, name));
      }}
    >
      <NativeSelect
        label="Loại đơn vị"
        data={kindChoices}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as UnitKind)}
      />
      <TextInput
        label="Tên đơn vị"
        maxLength={100}
        value={name}
        error={add.error?.message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={add.isPending}>
        Thêm đơn vị
      </Button>
    </form>
  );
}

/** One write a line; lines that could not be added stay in the box with their reason. */
function AddManyUnits({ office }: { office: OfficeView }) {
  const profileId = useSession((session) => session.profileId);
  const draft = useDraft(`${profileId ?? 'main'}/office/new-units`, '');
  const [told, setTold] = useState<{ added: number; reasons: string[] } | null>(null);
  const addAll = useWrite(async (text: string) => {
    const { units, strange } = readUnitLines(text, office.subordinates);
    const left = [...strange];
    let added = 0;
    for (const unit of units) {
      try {
        await call(contract.office.addSubordinate, { body: { kind: unit.kind, name: unit.name } });
        added += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        left.push({ line: unit.line, why: error.message });
      }
    }
    draft.setText(left.map(({ line }) => line).join('\n'));
    setTold({ added, reasons: left.map(({ line, why }) => `${line}: ${why}`) });
  });
  return (
    <Pane title="Thêm cả danh sách" padded>
      <form
        className={styles.stack}
        aria-label="Thêm cả danh sách"
        onSubmit={(event) => {
          event.preventDefault();
          addAll.mutate(draft.text);
        }}
      >
        <Textarea
          label="Mỗi dòng một đơn vị"
          description="Dán từ Word hoặc Excel, ví dụ: xã Như Quỳnh"
          autosize
          minRows={5}
          maxRows={14}
          value={draft.text}
          onChange={(event) => draft.setText(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button type="submit" disabled={draft.text.trim() === ''} loading={addAll.isPending}>
            Thêm các đơn vị này
          </Button>
        </div>
        {told ? (
          <Note
            tone={told.reasons.length > 0 ? 'doubt' : 'done'}
            announce
            title={`Đã thêm ${formatCount(told.added)} đơn vị.`}
          >
            {told.reasons.length > 0 ? (
              <>
                {formatCount(told.reasons.length)} dòng chưa thêm, vẫn còn trong ô:
                <ul className={styles.reasons}>
                  {told.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </>
            ) : null}
          </Note>
        ) : null}
      </form>
    </Pane>
  );
}

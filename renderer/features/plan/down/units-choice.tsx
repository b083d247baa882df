/** The units below: whether each can be locked for, what it was sent, and, for bundles of their own, which ones get one. */
import { Button, Checkbox } from '@mantine/core';
import type { DownView } from '../../../../shared/api/contract/plan-down.ts';
import { dateInVietnam, shortDate } from '../../../../shared/text/dates.ts';
import styles from './down.module.css';

type UnitsChoiceProps = {
  units: DownView['units'];
  /** Null while one bundle goes to all. */
  chosen: readonly string[] | null;
  onChoose: (ids: readonly string[]) => void;
};

export function UnitsChoice({ units, chosen, onChoose }: UnitsChoiceProps) {
  const stale = units.filter(({ sent }) => !sent?.current);
  return (
    <>
      {chosen ? (
        <div className={styles.pick}>
          <Button size="compact-sm" onClick={() => onChoose(units.map(({ id }) => id))}>
            Chọn tất cả
          </Button>
          <Button size="compact-sm" onClick={() => onChoose(units.filter(({ hasKey }) => hasKey).map(({ id }) => id))}>
            Có thẻ đã tin
          </Button>
          {stale.length < units.length ? (
            <Button size="compact-sm" onClick={() => onChoose(stale.map(({ id }) => id))}>
              Chưa có bản mới nhất
            </Button>
          ) : null}
          <Button size="compact-sm" onClick={() => onChoose([])}>
            Bỏ chọn
          </Button>
        </div>
      ) : null}
      <ul className={styles.units}>
        {units.map((unit) => (
          <li key={unit.id}>
            {chosen ? (
              <Checkbox
                label={unit.name}
                checked={chosen.includes(unit.id)}
                onChange={(event) =>
                  onChoose(event.currentTarget.checked ? [...chosen, unit.id] : chosen.filter((id) => id !== unit.id))
                }
              />
            ) : (
              <span>{unit.name}</span>
            )}
            <span className="soft">
              {[unit.hasKey ? '' : 'chưa có thẻ đã tin', sentWords(unit)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function sentWords({ sent }: DownView['units'][number]): string {
  if (!sent) return '';
  const day = shortDate(dateInVietnam(sent.at));
  return sent.current ? `gói riêng số ${sent.sequence}, ${day}` : `gói riêng số ${sent.sequence}, ${day}, đã cũ`;
}

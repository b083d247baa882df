/** Units down, reporting windows across: what came in opens, what did not is said. */
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { useFirstRows } from '../../ui/first-rows.ts';
import { Meter } from '../../ui/meter.tsx';
import { BundleStateBadge } from '../../ui/state-badge.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import styles from './inbox-page.module.css';
import type { Received, Wall, WallCell } from './wall-model.ts';

export function UnitWall({ wall, onOpen }: { wall: Wall; onOpen: (receivedId: string) => void }) {
  const rows = useFirstRows(wall.rows);
  return (
    <table className={styles.wall}>
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          {wall.windows.map((window) => (
            <th key={window.key} scope="col">
              {window.label}
              <Meter label={`Đã nhận ${window.label}`} value={window.received} total={window.expected} />
            </th>
          ))}
          {wall.windows.length === 0 ? <th scope="col">Báo cáo</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell) => (
              <td key={cell.windowKey}>
                <Cell cell={cell} unit={row.name} onOpen={onOpen} />
              </td>
            ))}
            {wall.windows.length === 0 ? (
              <td>
                <BundleStateBadge state="notSent" />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, unit, onOpen }: { cell: WallCell; unit: string; onOpen: (receivedId: string) => void }) {
  const { received } = cell;
  if (!received) return cell.expected ? <BundleStateBadge state="notSent" /> : <span className="soft">–</span>;
  return (
    <button type="button" className={styles.received} onClick={() => onOpen(received.id)}>
      <CellBadge received={received} />
      <span className="soft numbers">
        {received.answered} / {received.rows} nhiệm vụ · {received.evidence} minh chứng
      </span>
      <span className="visually-hidden">. Đọc báo cáo của {unit}</span>
    </button>
  );
}

function CellBadge({ received: { state, receivedAt } }: { received: Received }) {
  const day = typedDate(dateInVietnam(receivedAt));
  if (state === 'thu-hoi') return <BundleStateBadge state="recalled">Đã thu hồi</BundleStateBadge>;
  if (state === 'chap-nhan') return <BundleStateBadge state="accepted">Đã chấp nhận</BundleStateBadge>;
  if (state === 'tra-lai') return <BundleStateBadge state="moreWanted">Đã trả lại</BundleStateBadge>;
  return <BundleStateBadge state="received">Đã nhận {day}</BundleStateBadge>;
}

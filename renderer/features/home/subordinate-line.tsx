/** For an office that receives reports: how many units have sent for the window last received. */
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { receivesReports } from '../../parts/office-form/values.ts';
import { whenWords } from '../../parts/when.ts';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';

export function SubordinateLine({ office, today }: { office: OfficeView; today: IsoDate }) {
  const inbox = useData(contract.reports.inbox, office.subordinates.length > 0 ? {} : null).data;
  if (office.subordinates.length === 0)
    return receivesReports(office.unit.kind) ? (
      <Note
        title="Chưa có danh sách đơn vị gửi báo cáo."
        actions={
          <Link href="/co-quan/cap-duoi" className="text-link">
            Thêm đơn vị cấp dưới
          </Link>
        }
      >
        Có danh sách thì mới biết đơn vị nào chưa gửi.
      </Note>
    ) : null;
  if (!inbox) return null;
  const received = inbox.units.flatMap((unit) => unit.received);
  const last = received.reduce<(typeof received)[number] | null>(
    (latest, each) => (latest && latest.receivedAt >= each.receivedAt ? latest : each),
    null,
  );
  const newest = inbox.windows.find((window) => window.key === last?.windowKey);
  const expected = inbox.units.filter((unit) => unit.expected);
  const sent = expected.filter((unit) => unit.received.some((each) => each.windowKey === newest?.key)).length;
  return (
    <Note
      title={
        newest
          ? `${newest.label}: ${formatCount(sent)} / ${formatCount(expected.length)} đơn vị đã gửi.`
          : `${formatCount(expected.length)} đơn vị cấp dưới, chưa nhận gói nào.`
      }
      actions={
        <Link href="/tiep-nhan" className="text-link">
          Mở Tiếp nhận
        </Link>
      }
    >
      {last ? `Gói gần nhất nhận ${whenWords(last.receivedAt, today)}.` : null}
    </Note>
  );
}

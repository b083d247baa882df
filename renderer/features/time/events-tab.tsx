/** Events: what rows wait for in the plan's words, and what was recorded, each with the way to record, correct and take back. */
import { Button } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { AwaitedEvent, EventView } from '../../../shared/api/contract/time.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import tableStyles from '../../ui/list-table.module.css';
import { Pane } from '../../ui/page.tsx';
import { EventForm } from './event-form.tsx';

type Editing = { words: string; event: EventView | null };

type EventsTabProps = { year: number; awaited: readonly AwaitedEvent[]; recorded: readonly EventView[] };

export function EventsTab({ year, awaited, recorded }: EventsTabProps) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const waiting = awaited.reduce((sum, each) => sum + (each.recorded === 0 ? each.tasks : 0), 0);
  return (
    <>
      <p className="soft">
        Có việc chỉ làm khi có sự kiện (có bầu cử, sau khi được phê duyệt…). Ghi nhận ngày xảy ra thì các việc chờ sự
        kiện đó đến hạn.
      </p>
      <Pane title="Các việc đang chờ" aside={`${formatCount(waiting)} việc còn chờ`}>
        {awaited.length === 0 ? (
          <EmptyState icon={IconCalendarEvent} title="Không có việc nào chờ sự kiện" size="small" />
        ) : (
          <table className={`${tableStyles.table} ${tableStyles.top}`}>
            <thead>
              <tr>
                <th scope="col">Sự kiện ghi trong kế hoạch</th>
                <th scope="col" className={tableStyles.number}>
                  Số việc
                </th>
                <th scope="col">Đã ghi nhận</th>
                <th scope="col">
                  <span className="visually-hidden">Ghi nhận</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {awaited.map((each) => (
                <tr key={each.words}>
                  <td>
                    {each.words}
                    <div className="soft">{each.examples.map(({ text }) => shorten(text)).join(' · ')}</div>
                  </td>
                  <td className={`${tableStyles.number} numbers`}>{formatCount(each.tasks)}</td>
                  <td>{each.recorded === 0 ? 'Chưa' : `${formatCount(each.recorded)} lần`}</td>
                  <td className={tableStyles.end}>
                    <Button
                      size="compact-sm"
                      aria-label={`Ghi nhận sự kiện: ${each.words}`}
                      onClick={() => setEditing({ words: each.words, event: null })}
                    >
                      Ghi nhận sự kiện
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pane>
      {recorded.length > 0 ? (
        <Pane title="Đã ghi nhận" aside={formatCount(recorded.length)}>
          <table className={`${tableStyles.table} ${tableStyles.top}`}>
            <thead>
              <tr>
                <th scope="col">Ngày</th>
                <th scope="col">Sự kiện</th>
                <th scope="col" className={tableStyles.number}>
                  Việc chờ
                </th>
                <th scope="col">
                  <span className="visually-hidden">Sửa, bỏ</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {recorded.map((event) => (
                <RecordedRow key={event.id} event={event} onEdit={() => setEditing({ words: event.words, event })} />
              ))}
            </tbody>
          </table>
        </Pane>
      ) : null}
      {editing ? <EventForm {...editing} year={year} onClose={() => setEditing(null)} /> : null}
    </>
  );
}

const shorten = (text: string): string => (text.length > 70 ? `${text.slice(0, 67)}…` : text);

function RecordedRow({ event, onEdit }: { event: EventView; onEdit: () => void }) {
  const remove = () =>
    attemptWithUndo('Đã bỏ sự kiện; các việc chờ sự kiện đó lại chờ.', () =>
      call(contract.time.removeEvent, { params: { id: event.id }, query: { revision: event.revision } }),
    );
  return (
    <tr>
      <td className="numbers">
        {shortDate(event.date)}
        {event.lastDay ? ` – ${shortDate(event.lastDay)}` : ''}
      </td>
      <td>
        {event.words}
        {event.note || event.knownOn ? (
          <div className="soft">
            {[event.knownOn ? `Biết từ ${shortDate(event.knownOn)}` : '', event.note].filter(Boolean).join(' · ')}
          </div>
        ) : null}
      </td>
      <td className={`${tableStyles.number} numbers`}>{formatCount(event.tasks)}</td>
      <td className={tableStyles.end}>
        <Button size="compact-sm" aria-label={`Sửa sự kiện: ${event.words}`} onClick={onEdit}>
          Sửa
        </Button>{' '}
        <Button size="compact-sm" aria-label={`Bỏ sự kiện: ${event.words}`} onClick={remove}>
          Bỏ
        </Button>
      </td>
    </tr>
  );
}

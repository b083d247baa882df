/** What the superior said of one task in its newest verdict, beside the entry it is about. */
import type { VerdictView } from '../../../shared/api/contract/answers.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { useData } from '../../data/cache.ts';
import { Note } from '../../ui/note.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { verdictWords } from './verdict-words.ts';

/** Nothing where no report of the window was answered, or not this row. */
export function RowVerdictNote({ planId, windowId, taskId }: { planId: string; windowId: string; taskId: string }) {
  const { data: state } = useData(contract.office.state);
  const report = state?.reports.find((each) => each.planId === planId && each.windowId === windowId);
  const { data } = useData(
    contract.answers.verdicts,
    report?.sentVersion != null ? { params: { id: report.id } } : null,
  );
  const verdict = currentVerdict(data?.verdicts ?? []);
  const row = verdict?.rows.find((each) => each.taskId === taskId);
  if (!verdict || !row || (row.verdict === 'chap-nhan' && row.words === '')) return null;
  return (
    <Note
      tone={row.verdict === 'tra-lai' && !row.changed ? 'doubt' : 'info'}
      title={`${capital(verdict.fromUnit)}: ${verdictWords[row.verdict].toLowerCase()}${row.changed ? ' (đã ghi lại sau đó)' : ''}.`}
    >
      {row.words}{' '}
      <span className="soft">
        {verdict.by ? `${verdict.by}, ` : ''}nhận {typedDate(dateInVietnam(verdict.receivedAt))}
      </span>
    </Note>
  );
}

/** The one that counts: of the newest version that was answered. */
export const currentVerdict = (verdicts: readonly VerdictView[]): VerdictView | null =>
  verdicts.find(({ superseded }) => !superseded) ?? null;

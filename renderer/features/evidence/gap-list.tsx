/** "Thiếu gì": what the results of the plan still lack in the period, each line leading to the work it belongs to. */
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, WindowView } from '../../../shared/api/contract/office.ts';
import { type ProofKind, proofNames } from '../../../shared/target/target.ts';
import { useData } from '../../data/cache.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './evidence-page.module.css';

type Props = { plan: PlanSummary; window: WindowView; kind: ProofKind | null };

export function GapList({ plan, window, kind }: Props) {
  const { data, error } = useData(contract.targets.gaps, { query: { plan: plan.id, window: window.id } });
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data) return <Pane label="Thiếu gì">{null}</Pane>;
  const gaps = data.gaps
    .map((gap) => ({
      ...gap,
      missing: gap.missing.filter((each) => kind === null || each === kind),
      explained: gap.explained.filter((each) => kind === null || each.kind === kind),
      openTargets: kind === null ? gap.openTargets : [],
    }))
    .filter((gap) => gap.missing.length + gap.explained.length + gap.openTargets.length > 0);
  const count = gaps.reduce((sum, gap) => sum + gap.missing.length, 0);
  return (
    <Pane title={`${formatCount(count)} loại minh chứng còn thiếu · ${window.label}`}>
      {gaps.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title="Không thiếu gì" size="small">
          Mọi kết quả của kế hoạch đã có minh chứng hoặc đã nêu lý do.
        </EmptyState>
      ) : (
        <ul className={styles.gaps} aria-label="Thiếu gì">
          {gaps.map((gap) => (
            <li key={`${gap.groupId}/${gap.words}`} className={styles.gap}>
              {gap.taskId ? (
                <Link href={`/viec-cua-toi/${gap.taskId}`} className={styles.taskLink}>
                  {gap.words}
                </Link>
              ) : (
                gap.words
              )}
              <span className={styles.about}>{[gap.lead, gap.task].filter(Boolean).join(' · ')}</span>
              {gap.missing.length > 0 ? (
                <span>
                  <span className={styles.unused}>Còn thiếu:</span>{' '}
                  {gap.missing.map((each) => proofNames[each]).join('; ')}
                </span>
              ) : null}
              {gap.explained.map((each) => (
                <span key={each.kind} className={styles.about}>
                  Không có {proofNames[each.kind].toLowerCase()}: {each.reason}
                </span>
              ))}
              {gap.openTargets.length > 0 ? (
                <span className={styles.about}>Chỉ tiêu chưa có số: {gap.openTargets.join('; ')}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}

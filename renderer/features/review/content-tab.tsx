/** Findings of the plan's contents by rule; the chosen one beside them with its whole text and what can be done about it. */
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReviewFindingView, ReviewView } from '../../../shared/api/contract/review.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import listStyles from '../../parts/form-check/form-check.module.css';
import { Severity } from '../../parts/form-check/severity.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note, TextAction } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { FindingDetail } from './finding-detail.tsx';
import styles from './review.module.css';
import { byRule, countOf } from './review-data.ts';

export function ContentTab({ review, error }: { review: ReviewView | undefined; error: Error | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!review) return <p role="status">Đang rà soát…</p>;
  const groups = byRule(review.findings);
  const finding = review.findings.find((each) => each.id === chosen) ?? groups[0]?.findings[0] ?? null;
  return (
    <SplitPane
      name="ra-soat"
      label="Chia danh sách và chỗ cần xem"
      initial={48}
      min={28}
      max={70}
      left={
        <Pane
          label="Chỗ cần xem lại"
          foot="Rà soát không tự sửa gì. Chỗ đã sửa thì tự bớt khỏi danh sách; Ctrl+Z lấy lại được."
        >
          <p className={listStyles.sum} role="status">
            {sumWords(review)}
          </p>
          {groups.map((group) => (
            <section key={group.rule} className={listStyles.group} aria-label={group.name}>
              <h2 className={listStyles.groupName}>
                {group.name} <span className="soft numbers">{group.findings.length}</span>
              </h2>
              <ul className={listStyles.findings}>
                {group.findings.map((each) => (
                  <li key={each.id}>
                    <FindingLine finding={each} current={each === finding} onChoose={() => setChosen(each.id)} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <Silenced review={review} />
        </Pane>
      }
      right={
        <Pane label="Chỗ đang xem">
          {finding ? (
            <FindingDetail key={finding.id + (finding.whole ?? '')} planId={review.planId} finding={finding} />
          ) : (
            <EmptyState icon={IconCircleCheck} title="Không thấy chỗ nào cần xem lại" size="small">
              Chương trình đã đọc phần chữ và bảng nhiệm vụ của kế hoạch theo tất cả các quy tắc đang bật.
            </EmptyState>
          )}
        </Pane>
      }
    />
  );
}

function sumWords(review: ReviewView): string {
  const faults = countOf(review);
  const notes = review.findings.length - faults;
  if (review.findings.length === 0) return 'Không thấy chỗ nào cần xem lại.';
  return [`${faults} chỗ cần xem lại`, notes > 0 ? `${notes} ghi chú` : ''].filter(Boolean).join(', ');
}

type FindingLineProps = { finding: ReviewFindingView; current: boolean; onChoose: () => void };

const FindingLine = ({ finding, current, onChoose }: FindingLineProps) => (
  <button type="button" className={styles.line} aria-current={current} onClick={onChoose}>
    <Severity of={finding.level === 'fault' ? 'warning' : 'note'} />
    <span>
      <span className={styles.where}>{finding.where}</span>
      {finding.text ? <span className={styles.quote}>“{finding.text}”</span> : null}
    </span>
  </button>
);

function Silenced({ review }: { review: ReviewView }) {
  if (review.silenced.length === 0) return null;
  return (
    <section className={listStyles.group} aria-label="Quy tắc đã tắt">
      <h2 className={listStyles.groupName}>Quy tắc đã tắt</h2>
      <ul className={listStyles.silenced}>
        {review.silenced.map(({ rule, ruleName, reason, count }) => (
          <li key={rule}>
            <IconInfoCircle size="1rem" aria-hidden /> {ruleName} ({count} chỗ): {reason}{' '}
            <TextAction
              onClick={() =>
                void attemptWithUndo(`Đã bật lại “${ruleName}”.`, () =>
                  call(contract.review.unsilence, { params: { id: review.planId, rule } }),
                )
              }
            >
              Bật lại
            </TextAction>
          </li>
        ))}
      </ul>
    </section>
  );
}

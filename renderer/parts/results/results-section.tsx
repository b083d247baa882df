/** What a group's results ask for in a period: each result's words, its targets with their figures, and the proof that is there or missing. */
import { IconChevronDown, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ResultView } from '../../../shared/api/contract/targets.ts';
import { useData } from '../../data/cache.ts';
import { amountWords } from '../numbers/amounts.ts';
import { ProofItems } from './proof-items.tsx';
import styles from './results.module.css';
import { TargetDialog } from './target-dialog.tsx';
import { TargetFigure } from './target-figure.tsx';

export type ResultsPlace = { readonly groupId: string; readonly windowId: string };

/** `sharedBy` says how many tasks have these results in common. */
export function ResultsSection({ place, sharedBy }: { place: ResultsPlace; sharedBy: number }) {
  const { data, isPlaceholderData } = useData(contract.targets.results, {
    query: { group: place.groupId, window: place.windowId },
  });
  const [open, setOpen] = useState(true);
  if (!data || isPlaceholderData || data.groupId !== place.groupId || data.results.length === 0) return null;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.section} aria-label="Kết quả cần có">
      <h3 className={styles.head}>
        <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron size="1rem" aria-hidden />
          Kết quả cần có{data.results.length > 1 ? ` (${data.results.length})` : ''}
        </button>
        <span className={styles.summary}>{summaryOf(data.results)}</span>
      </h3>
      {open ? (
        <>
          {sharedBy > 1 ? <p className={styles.shared}>Dùng chung cho {sharedBy} nhiệm vụ của nhóm.</p> : null}
          <ul className={styles.results}>
            {data.results.map((result) => (
              <Result key={result.words} result={result} place={place} />
            ))}
          </ul>
          {data.stray.length > 0 ? (
            <div className={styles.stray}>
              Số liệu đã nhập cho chữ cũ của kết quả (vẫn giữ, không đưa vào báo cáo):{' '}
              {data.stray
                .map(
                  ({ words, numerator, denominator }) =>
                    `“${words}”: ${[numerator, denominator]
                      .filter((each) => each !== null)
                      .map(amountWords)
                      .join('/')}`,
                )
                .join('; ')}
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** `2/3 chỉ tiêu đạt · 1/4 minh chứng có`. */
function summaryOf(results: readonly ResultView[]): string {
  const targets = results.flatMap((result) => result.targets);
  const proofs = results.flatMap((result) => result.proofs);
  const met = targets.filter((each) => each.window.verdict === 'met' || each.window.verdict === 'no-case').length;
  const there = proofs.filter((each) => each.state !== 'thieu').length;
  return [
    targets.length > 0 ? `${met}/${targets.length} chỉ tiêu đạt` : '',
    proofs.length > 0 ? `${there}/${proofs.length} loại minh chứng đã có` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Result({ result, place }: { result: ResultView; place: ResultsPlace }) {
  const [editing, setEditing] = useState(false);
  return (
    <li className={styles.result}>
      <div className={styles.wordsLine}>
        <span className={styles.words}>{result.words}</span>
        <button
          type="button"
          className={styles.edit}
          aria-label={`Sửa chỉ tiêu, minh chứng cần có của “${result.words.slice(0, 80)}”`}
          title="Sửa chỉ tiêu, minh chứng cần có"
          onClick={() => setEditing(true)}
        >
          <IconPencil size="1rem" />
        </button>
      </div>
      {result.targets.map((target) => (
        <TargetFigure
          key={`${target.key}/${place.windowId}`}
          target={target}
          place={place}
          onEdit={() => setEditing(true)}
        />
      ))}
      <ProofItems result={result} place={place} />
      {result.targets.length === 0 && result.proofs.length === 0 ? (
        <p className={styles.doubt}>
          {result.doubts.length > 0
            ? 'Chưa rõ lấy gì chứng minh kết quả này.'
            : 'Không có chỉ tiêu, không cần loại minh chứng riêng.'}{' '}
          {result.doubts.length > 0 ? (
            <button type="button" className="text-link" onClick={() => setEditing(true)}>
              Chọn
            </button>
          ) : null}
        </p>
      ) : null}
      <TargetDialog opened={editing} onClose={() => setEditing(false)} result={result} place={place} />
    </li>
  );
}

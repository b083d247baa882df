/** The store as a list; only the lines in sight are drawn, so ten thousand proofs scroll as ten do. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { aboutProof, usedForWords } from '../../parts/evidence/evidence-words.ts';
import { ProofIcon } from '../../parts/evidence/proof-icon.tsx';
import { placeAfterKey } from '../../parts/list/list-keys.ts';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import styles from './evidence-page.module.css';

export type ProofListProps = {
  proofs: readonly EvidenceView[];
  currentId: string | null;
  onPick: (id: string) => void;
};

export function ProofList({ proofs, currentId, onPick }: ProofListProps) {
  const box = useRef<HTMLDivElement>(null);
  const place = proofs.findIndex((proof) => proof.id === currentId);
  const lines = useVirtualizer({
    count: proofs.length,
    getScrollElement: () => box.current,
    estimateSize: () => 62,
    getItemKey: (index) => proofs[index]?.id ?? index,
    overscan: 8,
  });
  useEffect(() => {
    if (place >= 0) lines.scrollToIndex(place);
  }, [place, lines]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = proofs[placeAfterKey(event.key, place, proofs.length) ?? -1];
    if (!to) return;
    event.preventDefault();
    onPick(to.id);
  };
  return (
    <Pane title={`${formatCount(proofs.length)} minh chứng`}>
      <div
        ref={box}
        className={styles.scroll}
        role="listbox"
        tabIndex={0}
        aria-label="Minh chứng"
        aria-activedescendant={currentId === null ? undefined : optionId(currentId)}
        onKeyDown={press}
      >
        <div className={styles.list} style={{ height: lines.getTotalSize() }} role="presentation">
          {lines.getVirtualItems().map((line) => {
            const proof = proofs[line.index];
            if (!proof) return null;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus
              // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
              <div
                key={line.key}
                id={optionId(proof.id)}
                ref={lines.measureElement}
                data-index={line.index}
                role="option"
                aria-selected={proof.id === currentId}
                aria-setsize={proofs.length}
                aria-posinset={line.index + 1}
                className={styles.option}
                style={{ transform: `translateY(${line.start}px)` }}
                onClick={() => onPick(proof.id)}
              >
                <Line proof={proof} />
              </div>
            );
          })}
        </div>
      </div>
    </Pane>
  );
}

const optionId = (id: string): string => `minh-chung-${id}`;

const Line = ({ proof }: { proof: EvidenceView }) => (
  <>
    <span className={styles.icon}>
      <ProofIcon proof={proof} />
    </span>
    <span className={styles.words}>
      <span className={styles.title}>{proof.title}</span>
      <span className={styles.about}>
        {aboutProof(proof)} ·{' '}
        <span className={proof.links.length === 0 ? styles.unused : undefined}>{usedForWords(proof)}</span>
        {proof.sensitive ? ' · nhạy cảm' : ''}
      </span>
    </span>
  </>
);

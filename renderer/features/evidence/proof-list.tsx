/** The store as a list. */
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { aboutProof, usedForWords } from '../../parts/evidence/evidence-words.ts';
import { ProofIcon } from '../../parts/evidence/proof-icon.tsx';
import { PickList } from '../../parts/list/pick-list.tsx';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import styles from './evidence-page.module.css';

export type ProofListProps = {
  proofs: readonly EvidenceView[];
  currentId: string | null;
  onPick: (id: string) => void;
};

export const ProofList = ({ proofs, currentId, onPick }: ProofListProps) => (
  <Pane title={`${formatCount(proofs.length)} minh chứng`}>
    <PickList
      label="Minh chứng"
      items={proofs}
      idOf={(proof) => proof.id}
      currentId={currentId}
      onPick={onPick}
      estimate={62}
      line={styles.option}
    >
      {(proof) => <Line proof={proof} />}
    </PickList>
  </Pane>
);

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

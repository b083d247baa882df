/** Lets a proof that is already in the store serve this task too; nothing is stored a second time. */
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { useData } from '../../data/cache.ts';
import { aboutProof, proofSearchText, usedForWords } from '../../parts/evidence/evidence-words.ts';
import { linkProof } from '../../parts/evidence/proof-acts.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import type { EntryPlace } from './progress-saver.ts';
import styles from './proof-picker.module.css';

/** More than this are found by typing, not by scrolling. */
const shownAtOnce = 60;

export function ProofPicker({ opened, onClose, place }: { opened: boolean; onClose: () => void; place: EntryPlace }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Lấy minh chứng đã có trong kho" size="xl">
      {opened ? <Choice onClose={onClose} place={place} /> : null}
    </Modal>
  );
}

function Choice({ onClose, place }: { onClose: () => void; place: EntryPlace }) {
  const { data } = useData(contract.work.evidence);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const serves = (proof: EvidenceView) =>
    proof.links.some((link) => link.taskId === place.taskId && link.windowId === place.windowId);
  const found = (data?.evidence ?? []).filter((proof) => matchesFolded(proofSearchText(proof), fold(query)));
  const add = async () => {
    setBusy(true);
    for (const id of chosen) await linkProof({ id }, place.taskId, place.windowId);
    onClose();
  };
  return (
    <div className={styles.picker}>
      <SearchBox
        label="Tìm theo tên, số văn bản, nhiệm vụ"
        width="100%"
        value={query}
        onChange={setQuery}
        found={found.length}
      />
      <div className={styles.list}>
        {found.slice(0, shownAtOnce).map((proof) => (
          <Checkbox
            key={proof.id}
            label={proof.title}
            description={`${aboutProof(proof)} · ${serves(proof) ? 'đang dùng cho việc này' : usedForWords(proof)}`}
            disabled={serves(proof)}
            checked={serves(proof) || chosen.includes(proof.id)}
            onChange={(event) =>
              setChosen(event.currentTarget.checked ? [...chosen, proof.id] : chosen.filter((id) => id !== proof.id))
            }
          />
        ))}
        {found.length > shownAtOnce ? (
          <p className="soft">Còn {found.length - shownAtOnce} minh chứng nữa, hãy gõ để tìm.</p>
        ) : null}
        {data && found.length === 0 ? (
          <p className="soft">
            {data.evidence.length === 0 ? 'Kho chưa có minh chứng nào.' : 'Không có minh chứng nào khớp chữ đang tìm.'}
          </p>
        ) : null}
      </div>
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Thôi</Button>
        <Button variant="filled" disabled={chosen.length === 0} loading={busy} onClick={() => void add()}>
          {chosen.length > 0 ? `Dùng ${chosen.length} minh chứng cho việc này` : 'Dùng cho việc này'}
        </Button>
      </Group>
    </div>
  );
}

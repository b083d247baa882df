/** The proof a result asks for, kind by kind: there, missing, or explained. */
import { Button, Group, Menu, Modal, Textarea } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ProofItemView, ResultView } from '../../../shared/api/contract/targets.ts';
import { type ProofKind, proofNames } from '../../../shared/target/target.ts';
import { call } from '../../data/client.ts';
import { Form } from '../../ui/field.tsx';
import { attemptWithUndo } from '../acts.ts';
import styles from './results.module.css';
import type { ResultsPlace } from './results-section.tsx';

type Props = { result: ResultView; place: ResultsPlace };

export function ProofItems({ result, place }: Props) {
  const [explaining, setExplaining] = useState<ProofItemView | null>(null);
  if (result.proofs.length === 0 && result.notNeeded.length === 0) return null;
  return (
    <>
      <ul className={styles.proofs} aria-label="Minh chứng cần có">
        {result.proofs.map((item) => (
          <Item
            key={item.kind}
            item={item}
            onExplain={() => setExplaining(item)}
            onNotNeeded={() => void setProofs(result, place, item.kind, false)}
          />
        ))}
        {result.notNeeded.map((kind) => (
          <li key={kind} className={styles.notNeeded}>
            <s>{proofNames[kind]}</s> không cần ·{' '}
            <button type="button" className="text-link" onClick={() => void setProofs(result, place, kind, true)}>
              Cần lại
            </button>
          </li>
        ))}
      </ul>
      <Modal
        opened={explaining !== null}
        onClose={() => setExplaining(null)}
        title={explaining ? `Không có được: ${proofNames[explaining.kind]}` : ''}
        size="lg"
      >
        {explaining ? (
          <Explain item={explaining} result={result} place={place} onClose={() => setExplaining(null)} />
        ) : null}
      </Modal>
    </>
  );
}

const icons = { co: IconCircleCheck, thieu: IconCircleDashed, 'giai-trinh': IconAlertCircle } as const;

type ItemProps = { item: ProofItemView; onExplain: () => void; onNotNeeded: () => void };

function Item({ item, onExplain, onNotNeeded }: ItemProps) {
  const Icon = icons[item.state];
  const name = proofNames[item.kind];
  return (
    <li className={`${styles.item} ${styles[item.state]}`}>
      <Icon size="1.0625rem" aria-hidden />
      <span className={styles.itemWords}>
        <span className={styles.itemName}>{name}</span>
        {item.state === 'co' ? (
          <span className="soft">
            {' '}
            có: {item.proofs[0]?.title}
            {item.proofs.length > 1 ? ` và ${item.proofs.length - 1} mục nữa` : ''}
          </span>
        ) : item.state === 'thieu' ? (
          <>
            <span className={styles.missing}> còn thiếu</span> ·{' '}
            <button type="button" className="text-link" aria-label={`Vì sao không có ${name}`} onClick={onExplain}>
              Vì sao không có…
            </button>
          </>
        ) : (
          <>
            <span> không có được: {item.reason}</span> ·{' '}
            <button type="button" className="text-link" aria-label={`Sửa lý do không có ${name}`} onClick={onExplain}>
              Sửa
            </button>
          </>
        )}
      </span>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={styles.edit} aria-label={`Việc khác với ${name}`}>
            <IconDotsVertical size="1rem" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onNotNeeded}>Không cần loại minh chứng này</Menu.Item>
          {item.state === 'co' ? null : <Menu.Item onClick={onExplain}>Vì sao không có…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** What the result asks for changes for every period; figures and targets stay. */
function setProofs(result: ResultView, { groupId }: ResultsPlace, kind: ProofKind, needed: boolean) {
  const kinds = result.proofs.map((item) => item.kind);
  return attemptWithUndo(
    needed
      ? `Lại cần ${proofNames[kind].toLowerCase()}`
      : `Không cần ${proofNames[kind].toLowerCase()} cho kết quả này`,
    () =>
      call(contract.targets.saveChoice, {
        body: {
          groupId,
          words: result.words,
          revision: result.choiceRevision,
          targets: result.corrected ? result.chosen : null,
          proofs: needed ? [...kinds, kind] : kinds.filter((each) => each !== kind),
        },
      }),
  );
}

function Explain({ item, result, place, onClose }: Props & { item: ProofItemView; onClose: () => void }) {
  const [reason, setReason] = useState(item.reason);
  const save = async (words: string) => {
    const answer = await attemptWithUndo(words === '' ? 'Đã bỏ lý do' : 'Đã ghi lý do, báo cáo sẽ nêu', () =>
      call(contract.targets.saveReason, {
        body: { ...place, words: result.words, kind: item.kind, revision: item.reasonRevision, reason: words },
      }),
    );
    if (answer) onClose();
  };
  return (
    <Form label="Lý do không có minh chứng" onSubmit={() => reason.trim() !== '' && void save(reason.trim())}>
      <Textarea
        label="Vì sao không có"
        description="Chỉ cho kỳ này. Lý do được in trong báo cáo, phần minh chứng còn thiếu."
        placeholder="Trong kỳ không ban hành quyết định mới; đang áp dụng Quyết định số 12/QĐ-UBND năm 2023"
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && reason.trim() !== '') {
            event.preventDefault();
            void save(reason.trim());
          }
        }}
      />
      <Group justify="flex-end" gap="sm">
        {item.reason === '' ? null : <Button onClick={() => void save('')}>Bỏ lý do</Button>}
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="filled" disabled={reason.trim() === ''}>
          Ghi lý do
        </Button>
      </Group>
    </Form>
  );
}

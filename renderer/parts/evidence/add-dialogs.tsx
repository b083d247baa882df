/** Proofs that are no file: an address on the web, a paper known by its number. Words stay in the dialog until the server took them. */
import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { useOffice } from '../../data/office.ts';
import { DateField, FieldRow, Form } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { tellUndoable } from '../acts.ts';
import { withLateReason } from '../late-reason.tsx';
import { hostOf } from './evidence-words.ts';
import type { ProofPlace } from './upload-queue.ts';

type DialogProps = { opened: boolean; onClose: () => void; place: ProofPlace };
const nowhere = { taskId: null, windowId: null };

/** A link: the address is checked for its beginning only; nothing is ever fetched from it. */
export function AddLinkDialog({ opened, onClose, place }: DialogProps) {
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const { state } = useOffice();
  const [seenOn, setSeenOn] = useState<string | null>(null);
  const today = state?.today ?? null;
  const { send, busy, problem } = useSending(async () => {
    const address = /^https?:\/\//i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;
    const body = {
      url: address,
      title: title.trim() || hostOf(address),
      seenOn: seenOn ?? today ?? '',
      ...(place ?? nowhere),
    };
    const answer = await withLateReason('Thêm đường link', (late) =>
      call(contract.work.addLink, { body: { ...body, ...late } }),
    );
    setUrl('');
    setTitle('');
    onClose();
    tellUndoable(`Đã thêm đường link “${answer.evidence.title}”`, answer.batchId);
  });
  return (
    <Modal opened={opened} onClose={onClose} title="Thêm đường link" size="lg">
      <Form label="Thêm đường link" onSubmit={() => url.trim() !== '' && void send()}>
        <TextInput
          label="Địa chỉ"
          description="Chép từ thanh địa chỉ của trình duyệt rồi dán vào đây."
          placeholder="https://"
          inputMode="url"
          maxLength={2000}
          data-autofocus
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label="Tên gọi"
          description="Ví dụ: Bài đăng công khai thu, chi ngân sách 6 tháng."
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DateField
          label="Ngày xem trang"
          description="Trang có thể đổi; thêm ảnh chụp trang ở Minh chứng sau khi lưu."
          value={seenOn ?? today}
          onChange={setSeenOn}
          year={Number((today ?? '2000').slice(0, 4))}
        />
        <Foot problem={problem} busy={busy} ready={url.trim() !== ''} words="Thêm đường link" onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** A paper kept elsewhere: number, date, subject. `year` completes a date typed without one. */
export function AddDocumentDialog({ opened, onClose, place, year }: DialogProps & { year: number }) {
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [excerpt, setExcerpt] = useState('');
  const [issuer, setIssuer] = useState('');
  const ready = number.trim() !== '' || excerpt.trim() !== '';
  const { send, busy, problem } = useSending(async () => {
    const title = excerpt.trim() || `Văn bản số ${number.trim()}`;
    const body = { title: title.slice(0, 300), number, date: date ?? '', excerpt, issuer, ...(place ?? nowhere) };
    const answer = await withLateReason('Thêm văn bản', (late) =>
      call(contract.work.addDocument, { body: { ...body, ...late } }),
    );
    setNumber('');
    setDate(null);
    setExcerpt('');
    onClose();
    tellUndoable(`Đã thêm văn bản “${answer.evidence.title}”`, answer.batchId);
  });
  return (
    <Modal opened={opened} onClose={onClose} title="Thêm văn bản làm minh chứng" size="lg">
      <Form label="Thêm văn bản" onSubmit={() => ready && void send()}>
        <FieldRow>
          <TextInput
            label="Số, ký hiệu"
            placeholder="14/BB-UBND"
            maxLength={60}
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label="Ngày" value={date} onChange={setDate} year={year} />
        </FieldRow>
        <TextInput
          label="Cơ quan ban hành"
          placeholder="UBND xã"
          maxLength={200}
          value={issuer}
          onChange={(event) => setIssuer(event.currentTarget.value)}
        />
        <Textarea
          label="Trích yếu"
          description="Văn bản nói về việc gì."
          placeholder="Biên bản niêm yết công khai ngân sách 6 tháng đầu năm"
          autosize
          minRows={2}
          maxLength={500}
          value={excerpt}
          onChange={(event) => setExcerpt(event.currentTarget.value)}
        />
        <Foot problem={problem} busy={busy} ready={ready} words="Thêm văn bản" onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** Another name for a proof; the file itself keeps its own. */
export function RenameDialog({
  opened,
  onClose,
  proof,
}: {
  opened: boolean;
  onClose: () => void;
  proof: EvidenceView;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Đổi tên minh chứng" size="lg">
      {opened ? <Rename onClose={onClose} proof={proof} /> : null}
    </Modal>
  );
}

function Rename({ onClose, proof }: { onClose: () => void; proof: EvidenceView }) {
  const [title, setTitle] = useState(proof.title);
  const words = title.trim();
  const { send, busy, problem } = useSending(async () => {
    const { batchId } = await call(contract.work.changeEvidence, {
      params: { id: proof.id },
      body: { revision: proof.revision, title: words, sensitive: proof.sensitive },
    });
    onClose();
    tellUndoable(`Đã đổi tên thành “${words}”`, batchId);
  });
  const submit = () => {
    if (words === proof.title) onClose();
    else if (words !== '') void send();
  };
  return (
    <Form label="Đổi tên minh chứng" onSubmit={submit}>
      <TextInput
        label="Tên minh chứng"
        maxLength={300}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Foot problem={problem} busy={busy} ready={words !== ''} words="Đổi tên" onClose={onClose} />
    </Form>
  );
}

function Foot(props: { problem: string; busy: boolean; ready: boolean; words: string; onClose: () => void }) {
  return (
    <>
      {props.problem ? (
        <Note tone="problem" announce>
          {props.problem}
        </Note>
      ) : null}
      <Group justify="flex-end" gap="sm">
        <Button onClick={props.onClose}>Thôi</Button>
        <Button type="submit" variant="filled" loading={props.busy} disabled={!props.ready}>
          {props.words}
        </Button>
      </Group>
    </>
  );
}

/** Sends once at a time; a refusal stays as a sentence beside the words that were refused. */
function useSending(write: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      await write();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
      void readAgain();
    }
  };
  return { send, busy, problem };
}

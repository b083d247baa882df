/** What a proof is beside its name: its kind, its line in the document register, how a link was seen, whether it may travel. */
import { Button, Group, Modal, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { type ProofKind, proofKinds, proofNames } from '../../../shared/target/target.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { DateField, FieldRow, Form } from '../../ui/field.tsx';
import { attempt, attemptWithUndo } from '../acts.ts';
import { markSensitive } from './proof-acts.ts';
import styles from './register-form.module.css';

type Change = Omit<Parameters<typeof send>[1], 'revision'>;

const send = (
  proof: EvidenceView,
  body: NonNullable<Parameters<typeof call<typeof contract.work.registerEvidence>>[1]>['body'] & object,
) => call(contract.work.registerEvidence, { params: { id: proof.id }, body });

const change = (proof: EvidenceView, done: string, patch: Change) =>
  attemptWithUndo(done, () => send(proof, { revision: proof.revision, ...patch }));

/** The kind is changed at once; the register is a small form, for its fields belong together. */
export function RegisterForm({ proof, year }: { proof: EvidenceView; year: number }) {
  return (
    <div className={styles.block}>
      <SensitiveLine proof={proof} />
      <FieldRow>
        <NativeSelect
          label="Loại minh chứng"
          w="18rem"
          maw="100%"
          description={proof.proofKindGuessed ? 'Đoán theo tên, loại tệp; chọn lại nếu chưa đúng.' : undefined}
          data={proofKinds.map((kind) => ({ value: kind, label: proofNames[kind] }))}
          value={proof.proofKind}
          onChange={(event) => {
            const kind = event.currentTarget.value as ProofKind;
            void change(proof, `Loại minh chứng: ${proofNames[kind]}`, { proofKind: kind });
          }}
        />
        {proof.kind === 'link' ? (
          <DateField
            label="Ngày xem"
            value={proof.seenOn}
            onChange={(date) => void change(proof, 'Đã ghi ngày xem trang', { seenOn: date ?? '' })}
            year={year}
          />
        ) : null}
      </FieldRow>
      {proof.kind === 'link' ? (
        <Screenshot proof={proof} />
      ) : (
        <Register key={proof.revision} proof={proof} year={year} />
      )}
      {proof.kind === 'file' ? <p className={styles.words}>{insideWords[proof.words ?? 'chua']}</p> : null}
    </div>
  );
}

const insideWords = {
  chua: 'Chữ trong tệp chưa đọc xong; lát nữa sẽ tìm được.',
  'doc-duoc': 'Tìm được theo chữ bên trong tệp.',
  'khong-co-chu': 'Không có chữ (ảnh, bản quét): chỉ tìm được theo tên và thông tin ghi ở đây.',
  'khong-doc-duoc': 'Không đọc được chữ bên trong: chỉ tìm được theo tên và thông tin ghi ở đây.',
} as const;

function Register({ proof, year }: { proof: EvidenceView; year: number }) {
  const [number, setNumber] = useState(proof.number ?? '');
  const [date, setDate] = useState(proof.date === '' ? null : proof.date);
  const [issuer, setIssuer] = useState(proof.issuer ?? '');
  const [excerpt, setExcerpt] = useState(proof.excerpt ?? '');
  const same =
    number === (proof.number ?? '') &&
    (date ?? '') === (proof.date ?? '') &&
    issuer === (proof.issuer ?? '') &&
    excerpt === (proof.excerpt ?? '');
  const save = () => change(proof, 'Đã ghi số, ngày, trích yếu', { number, date: date ?? '', issuer, excerpt });
  return (
    <Form label="Sổ văn bản" onSubmit={() => !same && void save()}>
      <FieldRow>
        <TextInput
          label="Số, ký hiệu"
          placeholder="14/QĐ-UBND"
          maxLength={60}
          w="11rem"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateField label="Ngày văn bản" value={date} onChange={setDate} year={year} />
        <TextInput
          label="Cơ quan ban hành"
          placeholder="UBND xã"
          maxLength={200}
          value={issuer}
          onChange={(event) => setIssuer(event.currentTarget.value)}
        />
      </FieldRow>
      <Textarea
        label="Trích yếu"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={excerpt}
        onChange={(event) => setExcerpt(event.currentTarget.value)}
      />
      {same ? null : (
        <Group gap="sm">
          <Button type="submit" size="compact-sm">
            Lưu thông tin văn bản
          </Button>
        </Group>
      )}
    </Form>
  );
}

/** A page on the web may change tomorrow: the picture of it is kept as a proof of its own. */
function Screenshot({ proof }: { proof: EvidenceView }) {
  const { data } = useData(contract.work.evidence);
  const pictures = (data?.evidence ?? []).filter((each) => each.preview === 'image' || each.id === proof.screenshotId);
  const attach = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const added = await attempt(() => call(contract.work.addFile, { query: { name: file.name }, bytes: file }));
    if (added) await change(proof, 'Đã gắn ảnh chụp trang', { screenshotId: added.evidence.id });
  };
  return (
    <Group gap="sm" align="end">
      <Select
        label="Ảnh chụp trang"
        placeholder={pictures.length > 0 ? 'Chọn ảnh trong kho' : 'Kho chưa có ảnh nào'}
        w="22rem"
        maw="100%"
        searchable
        clearable
        limit={30}
        data={pictures.map((each) => ({ value: each.id, label: each.title }))}
        value={proof.screenshotId}
        onChange={(id) =>
          void change(proof, id ? 'Đã gắn ảnh chụp trang' : 'Đã bỏ ảnh chụp trang', { screenshotId: id })
        }
      />
      <Button component="label">
        Thêm ảnh chụp…
        <input
          type="file"
          accept="image/*"
          className="visually-hidden"
          onChange={(event) => {
            void attach(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </Button>
    </Group>
  );
}

/** One press marks; what the mark does is said beside it. */
function SensitiveLine({ proof }: { proof: EvidenceView }) {
  const [asking, setAsking] = useState(false);
  const allow = (reason: string) =>
    attemptWithUndo(
      reason === '' ? 'Lại giữ minh chứng này ở cơ quan' : 'Minh chứng này sẽ đi theo gói, lý do đã ghi nhật ký',
      () => call(contract.work.allowInBundle, { params: { id: proof.id }, body: { revision: proof.revision, reason } }),
    );
  if (!proof.sensitive)
    return (
      <div className={styles.sensitive}>
        <Button
          size="compact-sm"
          leftSection={<IconShieldLock size="1rem" />}
          onClick={() => void markSensitive(proof, true)}
        >
          Đánh dấu nhạy cảm
        </Button>
        <span className="soft">Có thông tin cá nhân: giữ lại ở cơ quan, không đi theo gói.</span>
      </div>
    );
  return (
    <div className={`${styles.sensitive} ${styles.marked}`}>
      <IconShieldLock size="1.125rem" aria-hidden />
      <span className={styles.sensitiveWords}>
        {proof.bundleReason
          ? `Nhạy cảm, nhưng đi theo gói vì: ${proof.bundleReason}`
          : 'Nhạy cảm: giữ lại ở cơ quan, không đi theo gói.'}
      </span>
      {proof.bundleReason ? (
        <button type="button" className="text-link" onClick={() => void allow('')}>
          Giữ lại
        </button>
      ) : (
        <button type="button" className="text-link" onClick={() => setAsking(true)}>
          Cho kèm vào gói…
        </button>
      )}
      <button type="button" className="text-link" onClick={() => void markSensitive(proof, false)}>
        Bỏ dấu
      </button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Cho minh chứng nhạy cảm đi theo gói" size="lg">
        {asking ? (
          <Allow
            onClose={() => setAsking(false)}
            onAllow={async (reason) => {
              if (await allow(reason)) setAsking(false);
            }}
          />
        ) : null}
      </Modal>
    </div>
  );
}

function Allow({ onClose, onAllow }: { onClose: () => void; onAllow: (reason: string) => Promise<void> }) {
  const [reason, setReason] = useState('');
  return (
    <Form label="Cho kèm vào gói" onSubmit={() => reason.trim() !== '' && void onAllow(reason.trim())}>
      <Textarea
        label="Vì sao cần gửi"
        description="Ghi vào nhật ký. Có hiệu lực từ lần chốt báo cáo sau; gói đã gửi không đổi."
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="filled" disabled={reason.trim() === ''}>
          Cho kèm vào gói
        </Button>
      </Group>
    </Form>
  );
}

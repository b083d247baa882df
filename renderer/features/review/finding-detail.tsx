/** One finding: why it was found, the words in their whole text, the offered words, own words, and silence for the rule. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReviewFindingView } from '../../../shared/api/contract/review.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { SilenceDialog } from '../../parts/silence-dialog.tsx';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import styles from './review.module.css';
import { useWay, wayAddress, wayWords } from './way.ts';

export function FindingDetail({ planId, finding }: { planId: string; finding: ReviewFindingView }) {
  const [silencing, setSilencing] = useState(false);
  const profileId = useSession((session) => session.profileId);
  const place = `office:${profileId ?? 'chinh'}/review/${planId}/${finding.path.join('/')}`;
  const draft = useDraft(place, finding.whole ?? '');
  const [busy, setBusy] = useState(false);
  const write = async (after: string) => {
    setBusy(true);
    const body = { path: finding.path, before: finding.whole ?? '', after };
    const done = await attemptWithUndo(`Đã sửa ${finding.where}.`, () =>
      call(contract.review.write, { params: { id: planId }, body }),
    );
    setBusy(false);
    if (done) draft.acknowledge(draft.text);
  };
  const silence = async (reason: string) => {
    const params = { id: planId, rule: finding.rule };
    const done = await attemptWithUndo(`Đã tắt “${finding.ruleName}”.`, () =>
      call(contract.review.silence, { params, body: { reason } }),
    );
    return Boolean(done);
  };
  const changed = draft.text.trim() !== (finding.whole ?? '').trim();
  return (
    <article className={styles.detail}>
      <h2 className={styles.detailTitle}>{finding.where}</h2>
      <p>{finding.why}</p>
      {finding.whole === null || finding.whole === '' ? null : (
        <blockquote className={styles.whole}>
          <Marked whole={finding.whole} text={finding.text} />
        </blockquote>
      )}
      {finding.fixed !== null && finding.fix !== null ? (
        <div className={styles.fix}>
          <p>
            Đề nghị thay bằng: <strong>“{finding.fix}”</strong>
          </p>
          <Button variant="filled" loading={busy} onClick={() => void write(finding.fixed ?? '')}>
            Thay bằng chữ này
          </Button>
        </div>
      ) : null}
      {finding.fixed === null && finding.fix !== null ? (
        <p>
          Có thể là: <strong>“{finding.fix}”</strong>
        </p>
      ) : null}
      {finding.writable ? (
        <div className={styles.own}>
          <Textarea
            label="Sửa chữ tại đây"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={20_000}
            value={draft.text}
            onChange={(event) => draft.setText(event.currentTarget.value)}
          />
          <Button disabled={!changed} loading={busy} onClick={() => void write(draft.text)}>
            Lưu chữ đã sửa
          </Button>
        </div>
      ) : null}
      <p className={styles.ways}>
        <Way planId={planId} finding={finding} />
        <button type="button" className="text-link" onClick={() => setSilencing(true)}>
          Tắt quy tắc “{finding.ruleName}” cho kế hoạch này…
        </button>
      </p>
      <SilenceDialog
        rule={`“${finding.ruleName}”`}
        opened={silencing}
        onClose={() => setSilencing(false)}
        onSilence={silence}
      >
        Kế hoạch này sẽ không bị nhắc theo quy tắc đó nữa. Lý do và số chỗ bị bỏ qua vẫn hiện ở cuối danh sách.
      </SilenceDialog>
    </article>
  );
}

function Way({ planId, finding: { place, whole } }: { planId: string; finding: ReviewFindingView }) {
  const follow = useWay(planId);
  if (place === null) return null;
  return (
    <Link
      className="text-link"
      href={wayAddress(planId, place)}
      onClick={(event) => {
        event.preventDefault();
        follow(place, whole ?? '');
      }}
    >
      {wayWords(place)}
    </Link>
  );
}

/** The found words stand out in their text; the first place of them is the one meant. */
function Marked({ whole, text }: { whole: string; text: string }) {
  const at = text === '' ? -1 : whole.indexOf(text);
  if (at < 0) return <>{whole}</>;
  return (
    <>
      {whole.slice(0, at)}
      <mark className={styles.mark}>{text}</mark>
      {whole.slice(at + text.length)}
    </>
  );
}

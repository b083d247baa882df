/** One bundle file: how the check goes, its three answers, and the person's yes. */
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { BundleCheck } from '../../../shared/api/contract/reports.ts';
import { useConfirm } from '../../ui/confirm-dialog.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { type Checking, forgetCheck, receiveBundle } from './check-queue.ts';
import { answersOf, fingerprintGroups, type Mark, receiveWords } from './check-words.ts';
import styles from './inbox-page.module.css';

/** Findings shown at once; the rest folds. */
const shownErrors = 3;

export function CheckCard({ checking, primary }: { checking: Checking; primary: boolean }) {
  const { name, bytes, state, job, check, problem } = checking;
  if (state === 'waiting' || state === 'sending' || state === 'checking')
    return (
      <ProgressPanel
        label={name}
        step={
          state === 'waiting'
            ? 'Chờ tới lượt'
            : state === 'sending'
              ? 'Đang đưa vào chỗ kiểm tra'
              : 'Đang kiểm tra từng tệp'
        }
        unit="bytes"
        done={state === 'checking' ? (job?.done ?? 0) : 0}
        total={state === 'checking' && job && job.total > 0 ? job.total : null}
      />
    );
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.cardHead}>
        <div className={styles.cardName}>
          <h3>{check?.report?.title ?? name}</h3>
          <span className="soft">
            {check?.report
              ? [check.report.windowLabel, `gói số ${check.report.sequence}`, name, formatBytes(bytes)].join(' · ')
              : formatBytes(bytes)}
          </span>
        </div>
        <ActionIcon aria-label={`Bỏ ${name} khỏi danh sách`} onClick={() => forgetCheck(checking.key)}>
          <IconX size="1.125rem" />
        </ActionIcon>
      </header>
      {check ? <Answers check={check} /> : null}
      {state === 'failed' ? (
        <Note tone="problem" announce>
          {problem}
        </Note>
      ) : null}
      {check && state !== 'failed' ? <Verdict checking={checking} check={check} primary={primary} /> : null}
    </article>
  );
}

const icons: Record<Mark, typeof IconCheck> = { yes: IconCheck, no: IconX, care: IconAlertTriangle };
const spoken: Record<Mark, string> = { yes: 'Được', no: 'Không được', care: 'Cần xem' };

function Answers({ check }: { check: BundleCheck }) {
  return (
    <>
      <dl className={styles.answers}>
        {answersOf(check).map(({ question, mark, words }) => {
          const Icon = icons[mark];
          return (
            <div key={question} className={styles[mark]}>
              <dt>{question}</dt>
              <dd>
                <Icon size="1.125rem" stroke={2.4} aria-label={spoken[mark]} role="img" />
                <span>{words}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      {check.from ? (
        <div className={styles.fingerprint}>
          <span className="soft">Mã của nơi gửi</span>
          <span className={styles.groups}>
            {fingerprintGroups(check.from.fingerprint).map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups of digits may repeat and never move
              <span key={index}>{group}</span>
            ))}
          </span>
        </div>
      ) : null}
      {check.errors.length > 0 ? (
        <details className={styles.errors} open={check.errors.length <= shownErrors}>
          <summary>Chỗ không khớp ({check.errors.length})</summary>
          <ul>
            {check.errors.map((error) => (
              <li key={`${error.code}/${error.path}`}>{error.message}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Verdict({ checking, check, primary }: { checking: Checking; check: BundleCheck; primary: boolean }) {
  const [, go] = useLocation();
  const confirm = useConfirm();
  const { state, receivedId } = checking;
  const yes = receiveWords(check);
  if (state === 'received' && receivedId !== null)
    return (
      <Note
        tone="done"
        announce
        title={check.standing === 'da-co' ? 'Gói này đã nhận trước đây.' : 'Đã tiếp nhận.'}
        actions={<Button onClick={() => go(`/tiep-nhan/${receivedId}`)}>Đọc báo cáo</Button>}
      />
    );
  const receive = async () => {
    if (check.from?.known === 'khoa-doi') {
      const agreed = await confirm.ask({
        title: 'Mã nơi gửi khác những lần trước. Vẫn tiếp nhận?',
        yes: 'Vẫn tiếp nhận',
        danger: true,
        children: `Gói ghi là của ${check.from.unitName}. Mã thường chỉ đổi khi đơn vị cài lại máy. Hãy gọi điện hỏi và đọc mã trước khi nhận.`,
      });
      if (!agreed) return;
    }
    await receiveBundle(checking);
  };
  return (
    <div className={styles.verdict}>
      <span className={yes === null ? styles.refusedWords : ''}>{check.standingText}</span>
      {yes === null ? null : (
        <Button variant={primary ? 'filled' : 'default'} loading={state === 'receiving'} onClick={() => void receive()}>
          {yes}
        </Button>
      )}
      {confirm.dialog}
    </div>
  );
}

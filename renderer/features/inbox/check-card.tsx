/** One dropped file: how the check goes, its answers, and the person's yes. */
import { ActionIcon, Button, PasswordInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { BundleCheck } from '../../../shared/api/contract/receiving.ts';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { type Checking, forgetCheck, receiveBundle, unlockBundle } from './check-queue.ts';
import { answersOf, type Mark, yesesOf } from './check-words.ts';
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
          <h3>{titleOf(check) ?? name}</h3>
          <span className="soft">
            {check?.report
              ? [
                  check.report.windowLabel,
                  `gói số ${check.report.sequence}`,
                  check.fileName === name ? name : `${name} → ${check.fileName}`,
                  formatBytes(check.bytes),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : formatBytes(bytes)}
          </span>
        </div>
        <ActionIcon aria-label={`Bỏ ${name} khỏi danh sách`} onClick={() => forgetCheck(checking.key)}>
          <IconX size="1.125rem" />
        </ActionIcon>
      </header>
      {check ? <Answers check={check} /> : null}
      {problem ? (
        <Note tone="problem" announce>
          {problem}
        </Note>
      ) : null}
      {check && state !== 'failed' ? <Verdict checking={checking} check={check} primary={primary} /> : null}
    </article>
  );
}

function titleOf(check: BundleCheck | null): string | null {
  if (!check?.report) return check?.given === 'the' && check.from ? `Thẻ đơn vị: ${check.from.unitName}` : null;
  return check.kind === 'recall' ? `Thu hồi: ${check.report.title}` : check.report.title;
}

const icons: Record<Mark, typeof IconCheck> = { yes: IconCheck, no: IconX, care: IconAlertTriangle };
const spoken: Record<Mark, string> = { yes: 'Được', no: 'Không được', care: 'Cần xem' };

function Answers({ check }: { check: BundleCheck }) {
  const answers = answersOf(check);
  const unsure = check.from && check.receivable && check.from.known !== 'tin' && check.from.known !== 'quen';
  return (
    <>
      {answers.length > 0 ? (
        <dl className={styles.answers}>
          {answers.map(({ question, mark, words }) => {
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
      ) : null}
      {check.from && check.given !== 'la' ? (
        <Fingerprint
          label="Dấu vân tay nơi gửi"
          digits={check.from.fingerprint}
          words={unsure ? check.from.words : []}
        />
      ) : null}
      {check.report?.reason ? <p className={styles.reason}>Lý do thu hồi: {check.report.reason}</p> : null}
      {check.warnings.map((words) => (
        <Note key={words} tone="doubt">
          {words}
        </Note>
      ))}
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
  const { state, received } = checking;
  const yeses = yesesOf(check);
  if (state === 'received' && received !== null)
    return (
      <Note
        tone={received.standing === 'khong-nhan' ? 'info' : 'done'}
        announce
        title={received.text}
        actions={
          received.receivedId !== null && received.kind === 'report' ? (
            <Button onClick={() => go(`/tiep-nhan/${received.receivedId}`)}>Đọc báo cáo</Button>
          ) : received.receivedId !== null && received.kind === 'plan' ? (
            <Button onClick={() => go(`/ke-hoach/cap-tren/${received.receivedId}`)}>Mở kế hoạch của cấp trên</Button>
          ) : undefined
        }
      />
    );
  if (check.needsPassword) return <Unlock checking={checking} check={check} primary={primary} />;
  const refused = yeses.length === 0 && check.given !== 'phan' && check.standing !== 'da-co';
  return (
    <div className={styles.verdict}>
      <span className={refused ? styles.refusedWords : ''}>{check.standingText}</span>
      <div className={styles.yeses}>
        {yeses.map(({ words, body }, index) => (
          <Button
            key={words}
            variant={primary && index === 0 ? 'filled' : 'default'}
            loading={state === 'receiving'}
            onClick={() => void receiveBundle(checking, body)}
          >
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Unlock({ checking, check, primary }: { checking: Checking; check: BundleCheck; primary: boolean }) {
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.unlock}
      aria-label={`Mở khóa ${checking.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void unlockBundle(checking, password);
      }}
    >
      <span>{check.standingText}</span>
      <div className={styles.yeses}>
        <PasswordInput
          aria-label="Mật khẩu của gói"
          placeholder="Mật khẩu"
          className={styles.password}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant={primary ? 'filled' : 'default'} disabled={password === ''}>
          Mở gói
        </Button>
      </div>
    </form>
  );
}

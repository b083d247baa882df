/**
 * What leaves the official layout, by weight: where, what stands there, what is allowed, and what to do about it: put it right, go
 * there, or silence the rule. Silenced rules stay in sight below.
 */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { FormFinding, FormView } from '../../../shared/api/contract/review.ts';
import { call } from '../../data/client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextAction } from '../../ui/note.tsx';
import { attemptWithUndo } from '../acts.ts';
import { SilenceDialog } from '../silence-dialog.tsx';
import styles from './form-check.module.css';
import { Severity, type Weight } from './severity.tsx';

const weights: readonly Weight[] = ['error', 'warning', 'note'];
const groupNames: Record<Weight, string> = {
  error: 'Sai với Nghị định 30/2020/NĐ-CP',
  warning: 'Nên xem lại',
  note: 'Ghi chú',
};

export type FormFindingsProps = {
  view: FormView;
  /** Leads to the place of a finding; null where nobody knows the way. */
  wayTo?: (finding: FormFinding) => (() => void) | null;
  /** After a rule was silenced or woken, where the view is not read again by itself. */
  onSilence?: () => void;
};

export function FormFindings({ view, wayTo, onSilence }: FormFindingsProps) {
  const [silencing, setSilencing] = useState<FormFinding | null>(null);
  const isClean = view.findings.length === 0;
  const silence = async (reason: string) => {
    if (!silencing) return false;
    const params = { ...view.owner, rule: silencing.rule };
    const done = await attemptWithUndo(`Đã tắt quy tắc ${silencing.rule} cho ${view.ownerName}.`, () =>
      call(contract.review.silenceForm, { params, body: { reason } }),
    );
    if (done) onSilence?.();
    return Boolean(done);
  };
  return (
    <>
      {isClean ? (
        <EmptyState icon={IconCircleCheck} title="Đúng thể thức" size="small">
          {view.passed} quy tắc đều đạt.
        </EmptyState>
      ) : (
        <p className={styles.sum} role="status">
          {view.findings.length} điểm cần xem, {view.passed} quy tắc đạt.
        </p>
      )}
      {weights.map((weight) => {
        const found = view.findings.filter((each) => each.severity === weight);
        return found.length === 0 ? null : (
          <section key={weight} className={styles.group} aria-label={groupNames[weight]}>
            <h3 className={styles.groupName}>
              {groupNames[weight]} <span className="soft numbers">{found.length}</span>
            </h3>
            <ul className={styles.findings}>
              {found.map((each) => (
                <FormLine
                  key={`${each.rule}/${each.where}/${each.found}`}
                  view={view}
                  finding={each}
                  way={wayTo?.(each) ?? null}
                  onSilence={() => setSilencing(each)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <Silenced view={view} onWake={onSilence} />
      <SilenceDialog
        rule={silencing?.rule ?? ''}
        opened={silencing !== null}
        onClose={() => setSilencing(null)}
        onSilence={silence}
      >
        {silencing?.where.split(',')[0]}: {view.ownerName} sẽ không bị nhắc theo quy tắc này nữa. Lý do và số điểm bị bỏ
        qua vẫn hiện ở cuối danh sách.
      </SilenceDialog>
    </>
  );
}

type FormLineProps = { view: FormView; finding: FormFinding; way: (() => void) | null; onSilence: () => void };

const FormLine = ({ view, finding, way, onSilence }: FormLineProps) => (
  <li className={styles.formLine}>
    <Severity of={finding.severity} />
    <div>
      <div className={styles.where}>{finding.where}</div>
      <div>
        Thấy: <strong>{finding.found}</strong> <span aria-hidden>·</span> Đúng: <strong>{finding.allowed}</strong>
      </div>
      {finding.fix === null ? null : (
        <div>
          Cách sửa: {finding.fix}
          {finding.mendable ? <span className="soft"> Có trong “Sửa các lỗi an toàn”.</span> : null}
        </div>
      )}
      <div className="soft">
        {finding.source} · quy tắc {finding.rule}
      </div>
      <div className={styles.acts}>
        {finding.edits.length > 0 ? <MendButton view={view} finding={finding} /> : null}
        {way ? <TextAction onClick={way}>Đến chỗ đó</TextAction> : null}
        <TextAction onClick={onSilence}>Tắt quy tắc này…</TextAction>
      </div>
    </div>
  </li>
);

/** Writes the offered words where they are kept, as one act. */
function MendButton({ view, finding }: { view: FormView; finding: FormFinding }) {
  const [busy, setBusy] = useState(false);
  const { kind, id } = view.owner;
  if (kind === 'file') return null;
  const mend = async () => {
    setBusy(true);
    await attemptWithUndo(`Đã sửa: ${finding.fix ?? finding.allowed}`, () =>
      call(contract.review.mendForm, { params: { kind, id }, body: { edits: finding.edits } }),
    );
    setBusy(false);
  };
  return (
    <Button size="compact-sm" loading={busy} onClick={() => void mend()}>
      Sửa
    </Button>
  );
}

function Silenced({ view, onWake }: { view: FormView; onWake: (() => void) | undefined }) {
  if (view.silenced.length === 0) return null;
  const wake = async (rule: string) => {
    const done = await attemptWithUndo(`Đã bật lại quy tắc ${rule}.`, () =>
      call(contract.review.unsilenceForm, { params: { ...view.owner, rule } }),
    );
    if (done) onWake?.();
  };
  return (
    <section className={styles.group} aria-label="Quy tắc đã tắt">
      <h3 className={styles.groupName}>Quy tắc đã tắt cho {view.ownerName}</h3>
      <ul className={styles.silenced}>
        {view.silenced.map(({ rule, name, reason, count }) => (
          <li key={rule}>
            <IconInfoCircle size="1rem" aria-hidden /> {name === rule ? rule : `${name} (${rule})`}, {count} điểm:{' '}
            {reason} <TextAction onClick={() => void wake(rule)}>Bật lại</TextAction>
          </li>
        ))}
      </ul>
    </section>
  );
}

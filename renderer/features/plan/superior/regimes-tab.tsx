/** Reporting regimes that came with the superior's plan, each with its windows and what following it changes here; the files that came along. */
import { Button } from '@mantine/core';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { SuperiorPlanView } from '../../../../shared/api/contract/plan-down.ts';
import { shortDate } from '../../../../shared/text/dates.ts';
import { call } from '../../../data/client.ts';
import { attempt, tellUndoable } from '../../../parts/acts.ts';
import { InlinePreview } from '../../../parts/evidence/inline-preview.tsx';
import { useConfirm } from '../../../ui/confirm-dialog.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pane } from '../../../ui/page.tsx';
import { TaskStateBadge } from '../../../ui/state-badge.tsx';
import styles from './superior.module.css';

type Offer = SuperiorPlanView['regimes'][number];

export function RegimesTab({ superior }: { superior: SuperiorPlanView }) {
  return (
    <Pane label="Chế độ báo cáo kèm theo">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={styles.detail} tabIndex={0} aria-label="Các chế độ">
        {superior.regimes.length === 0 ? (
          <p className="soft">Kế hoạch này không kèm chế độ báo cáo. Các kỳ của cơ quan giữ nguyên.</p>
        ) : null}
        {superior.regimes.map((offer) => (
          <RegimeOffer key={offer.regime.id} offer={offer} superior={superior} />
        ))}
      </section>
    </Pane>
  );
}

function RegimeOffer({ offer, superior }: { offer: Offer; superior: SuperiorPlanView }) {
  const { regime, holds, adopted, windows, moves } = offer;
  const confirm = useConfirm();
  const adopt = async () => {
    const moveEntries =
      moves.length > 0 &&
      (await confirm.ask({
        title: 'Đổi ngày cả các kỳ đã có kết quả?',
        children: `${moves.join(', ')} đã có kết quả hoặc báo cáo. Đồng ý thì ngày của các kỳ này theo cấp trên, kết quả giữ nguyên. Không đồng ý thì chỉ các kỳ khác đổi.`,
        yes: 'Đổi cả các kỳ đó',
        no: 'Chỉ các kỳ khác',
      }));
    const answer = await attempt(() =>
      call(contract.planDown.adopt, { params: { id: superior.id, regime: regime.id }, body: { moveEntries } }),
    );
    if (!answer) return;
    const kept = answer.untouched.length > 0 ? ` Giữ nguyên: ${answer.untouched.join(', ')}.` : '';
    tellUndoable(`Đã áp dụng: ${answer.added} kỳ mới, ${answer.changed} kỳ đổi.${kept}`, answer.batchId);
  };
  return (
    <section className={styles.block}>
      {confirm.dialog}
      <div className={styles.regimeHead}>
        <h3>{regime.name}</h3>
        {adopted ? <TaskStateBadge state="done">Đang dùng, do cấp trên giao</TaskStateBadge> : null}
        {!adopted && holds ? <Button onClick={() => void adopt()}>Áp dụng cho năm {superior.year}</Button> : null}
      </div>
      <p className="soft">
        {[regime.source, regime.recipient && `gửi ${regime.recipient}`, regime.via && `qua ${regime.via}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {holds ? null : <Note tone="doubt">Chế độ này không áp dụng cho năm {superior.year}.</Note>}
      {regime.note === '' ? null : <p>{regime.note}</p>}
      {windows.length > 0 ? (
        <table className={styles.windows}>
          <thead>
            <tr>
              <th scope="col">Kỳ</th>
              <th scope="col">Số liệu từ – đến</th>
              <th scope="col">Hạn gửi</th>
            </tr>
          </thead>
          <tbody>
            {windows.map(({ label, fromDate, toDate, due }) => (
              <tr key={label}>
                <td>{label}</td>
                <td className="numbers">
                  {shortDate(fromDate)} – {shortDate(toDate)}
                </td>
                <td className="numbers">{due === null ? 'cấp trên chưa ghi' : shortDate(due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

/** The signed plan in place, as it came. */
export function SignedTab({ superior }: { superior: SuperiorPlanView }) {
  const [file] = superior.files;
  if (!file) return null;
  return (
    <Pane label="Bản đã ký" fill>
      <InlinePreview
        file={{
          id: file.sha256,
          title: file.title,
          bytes: file.bytes,
          address: (download) =>
            call(contract.planDown.file, { params: { id: superior.id, sha256: file.sha256 }, body: { download } }),
        }}
      />
    </Pane>
  );
}

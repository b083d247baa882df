/** Lets a proof serve one more task: the period, then the task found by typing without accents. */
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { linkProof } from '../../parts/evidence/proof-acts.ts';
import { PillMenu } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './evidence-page.module.css';

/** More tasks than this are found by typing. */
const shownAtOnce = 80;

type TaskPickerProps = { opened: boolean; onClose: () => void; proof: EvidenceView; plan: PlanSummary };

export function TaskPicker({ opened, onClose, proof, plan }: TaskPickerProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Dùng “${proof.title}” cho nhiệm vụ`} size="xl">
      {opened ? <Choice onClose={onClose} proof={proof} plan={plan} /> : null}
    </Modal>
  );
}

function Choice({ onClose, proof, plan }: Omit<TaskPickerProps, 'opened'>) {
  const { state, window } = useOffice();
  const [windowId, setWindowId] = useState(window?.id ?? null);
  const [query, setQuery] = useState('');
  const { data } = useData(contract.plans.table, { params: { id: plan.id }, query: {} });
  const periods = (state?.windows ?? []).filter((each) => each.year === plan.year);
  const areaOf = new Map(data?.groups.map((group) => [group.id, group.areaId]));
  const areas = new Map(data?.areas.map((area) => [area.id, area.name]));
  const rows = (data?.tasks ?? []).map((task) => ({ ...task, area: areas.get(areaOf.get(task.groupId) ?? '') ?? '' }));
  const found = rows.filter((row) => matchesFolded(fold(`${row.text} ${row.area} ${row.lead}`), fold(query)));
  const serves = (taskId: string) => proof.links.some((link) => link.taskId === taskId && link.windowId === windowId);
  const pick = async (taskId: string) => {
    if (windowId === null || !(await linkProof(proof, taskId, windowId))) return;
    showToast(`Đã dùng “${proof.title}” cho thêm một nhiệm vụ.`);
    onClose();
  };
  return (
    <div className={styles.picker}>
      <div className={styles.linkHead}>
        <SearchBox label="Tìm nhiệm vụ" value={query} onChange={setQuery} found={found.length} width="24rem" />
        <PillMenu
          label="Kỳ báo cáo"
          everything="Chọn kỳ"
          options={periods.map((each) => ({ value: each.id, label: each.label }))}
          value={windowId}
          onChange={setWindowId}
          required
        />
      </div>
      <ul className={styles.tasks} aria-label="Nhiệm vụ của kế hoạch">
        {found.slice(0, shownAtOnce).map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={styles.taskButton}
              disabled={serves(row.id)}
              onClick={() => void pick(row.id)}
            >
              {row.text}
              <span className={styles.about}>
                {' '}
                · {row.area}
                {row.lead ? ` · ${row.lead}` : ''}
                {serves(row.id) ? ' · đang dùng trong kỳ này' : ''}
              </span>
            </button>
          </li>
        ))}
        {found.length > shownAtOnce ? (
          <li className="soft">Còn {found.length - shownAtOnce} nhiệm vụ nữa, hãy gõ để tìm.</li>
        ) : null}
        {data && found.length === 0 ? <li className="soft">Không có nhiệm vụ nào khớp.</li> : null}
      </ul>
    </div>
  );
}

/** The rows of a received report by area: task, state, words, numbers, how much proof. */

import { IconSearchOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { shareWords } from '../../parts/numbers/amounts.ts';
import { verdictBadges, verdictWords } from '../../parts/verdict/verdict-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridColumn } from '../../ui/grid/grid-model.ts';
import { VirtualTable } from '../../ui/grid/virtual-table.tsx';
import { BundleStateBadge } from '../../ui/state-badge.tsx';
import type { Answers } from './answers/use-answers.ts';
import { byArea, type ReceivedRow } from './received-rows.ts';
import { RowStateBadge } from './row-state.tsx';

const columnsOf = (answers: Answers | null): readonly GridColumn<ReceivedRow>[] => [
  { id: 'task', title: 'Nhiệm vụ', width: 9.5, grow: 2, cell: (row) => row.text },
  { id: 'state', title: 'Tình trạng', width: 9, cell: (row) => <RowStateBadge row={row} /> },
  { id: 'answer', title: 'Trả lời', width: 8.5, cell: (row) => <AnswerCell answers={answers} taskId={row.taskId} /> },
  { id: 'done', title: 'Đã làm', width: 6.5, grow: 1, cell: (row) => <Done row={row} /> },
  { id: 'proof', title: 'Minh chứng', width: 4.5, align: 'right', cell: (row) => row.evidenceIds.length || '–' },
];

function AnswerCell({ answers, taskId }: { answers: Answers | null; taskId: string }) {
  const answer = answers?.byTask.get(taskId);
  if (!answer) return <span className="soft">–</span>;
  return <BundleStateBadge state={verdictBadges[answer.verdict]}>{verdictWords[answer.verdict]}</BundleStateBadge>;
}

function Done({ row }: { row: ReceivedRow }) {
  const share = shareWords(row.numerator, row.denominator);
  return (
    <>
      {row.doneText}
      {share ? (
        <span className="soft numbers">
          {row.doneText ? ' ' : ''}
          {share} {row.measure}
        </span>
      ) : null}
    </>
  );
}

const idOf = (row: ReceivedRow): string => row.taskId;

type RowTableProps = {
  rows: readonly ReceivedRow[];
  answers: Answers | null;
  currentId: string | null;
  onActive: (row: ReceivedRow | null) => void;
};

export function RowTable({ rows, answers, currentId, onActive }: RowTableProps) {
  const columns = useMemo(() => columnsOf(answers), [answers]);
  const groups = useMemo(
    () =>
      byArea(rows).map(({ area, no, rows: inArea }, index) => ({
        id: `${index}/${area}`,
        label: `${[no, area].filter(Boolean).join('. ')} (${inArea.length})`,
        rows: inArea,
      })),
    [rows],
  );
  return (
    <VirtualTable
      name="bao-cao-da-nhan"
      label="Bảng nhiệm vụ của báo cáo"
      columns={columns}
      groups={groups}
      rowId={idOf}
      onActiveRow={onActive}
      isMarked={(row) => row.taskId === currentId}
      empty={
        <EmptyState icon={IconSearchOff} title="Không có nhiệm vụ nào khớp" size="small">
          Hãy bỏ bớt chữ tìm hoặc bộ lọc.
        </EmptyState>
      }
    />
  );
}

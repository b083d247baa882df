/** The filtered table on paper: every matching row, not only those in sight. */

import { Printed } from '../../parts/printed.tsx';
import { taskStateWords } from '../../ui/state-badge.tsx';
import { stateNames } from './cells/plain-cells.tsx';
import { stateWords } from './logic/area-counts.ts';
import { type AreaPart, rowSpans, type TaskLine } from './logic/table-rows.ts';
import styles from './print-table.module.css';

export type PrintTableProps = {
  parts: readonly AreaPart[];
  /** Words under the title: plan, window, what is filtered, how many of how many. */
  about: readonly string[];
  windowLabel: string | null;
  nameOf: (personId: string | null | undefined) => string | null;
};

export const PrintTable = (props: PrintTableProps) => (
  <Printed className={styles.paper}>{() => <Paper {...props} />}</Printed>
);

function Paper({ parts, about, windowLabel, nameOf }: PrintTableProps) {
  return (
    <>
      <h1>BẢNG NHIỆM VỤ</h1>
      {about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <table className={styles.table}>
        <thead className={styles.head}>
          <tr>
            <th style={{ width: '14%' }}>Nội dung thành phần</th>
            <th>Nhiệm vụ</th>
            <th style={{ width: '19%' }}>Kết quả cần có</th>
            <th style={{ width: '12%' }}>Chủ trì</th>
            <th style={{ width: '10%' }}>Thời gian</th>
            <th style={{ width: '15%' }}>{windowLabel ?? 'Kết quả'}</th>
            <th style={{ width: '6%' }}>Minh chứng</th>
          </tr>
        </thead>
        {parts.map((part) => (
          <PrintedArea key={part.area.id} part={part} nameOf={nameOf} />
        ))}
      </table>
    </>
  );
}

function PrintedArea({ part, nameOf }: { part: AreaPart; nameOf: PrintTableProps['nameOf'] }) {
  const lines = part.lines.filter((line): line is TaskLine => line.kind === 'task');
  const componentSpans = rowSpans(lines, (line) => line.group.componentKey);
  const groupSpans = rowSpans(lines, (line) => line.group.group.id);
  return (
    <tbody>
      <tr className={styles.area}>
        <th colSpan={7} scope="rowgroup">
          {part.area.no ? `${part.area.no}. ` : ''}
          {part.area.name}
          <span className={styles.counts}>
            {' '}
            ({part.counts.tasks} nhiệm vụ: {stateWords(part.counts)})
          </span>
        </th>
      </tr>
      {lines.map((line, index) => {
        const { task } = line.item;
        const { group, components } = line.group;
        const responsible = nameOf(task.assigneeId);
        return (
          <tr key={line.id}>
            {componentSpans[index] ? (
              <td rowSpan={componentSpans[index]}>
                {components.map(({ id, name }) => (
                  <div key={id}>{name}</div>
                ))}
              </td>
            ) : null}
            <td>{task.text}</td>
            {groupSpans[index] ? (
              <td rowSpan={groupSpans[index]}>
                {group.results.map((result) => (
                  <div key={result}>- {result}</div>
                ))}
              </td>
            ) : null}
            <td>
              {task.lead}
              {responsible ? <div>({responsible})</div> : null}
            </td>
            <td>{task.time}</td>
            <td>
              {taskStateWords(stateNames[task.progress?.state ?? 'chua'])}
              {task.progress?.doneText ? `: ${task.progress.doneText}` : ''}
            </td>
            <td className={styles.number}>{task.evidenceCount || ''}</td>
          </tr>
        );
      })}
    </tbody>
  );
}

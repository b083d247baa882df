/** One block of a section as it is read: a paragraph with its bold and italic words, or a table. */

import { type BodyBlock, type BodyCell, runsOfBlock } from '../../../../shared/body/body-blocks.ts';
import type { Run } from '../../../../shared/document/model.ts';
import styles from '../plan-page.module.css';

export function Block({ block, label }: { block: BodyBlock; label: string }) {
  if (typeof block === 'string' || block.type === 'rich')
    return (
      <p className={styles.paragraph}>
        {label}
        <Runs runs={runsOfBlock(block)} />
      </p>
    );
  const all = block.columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <>
      {label === '' ? null : <p className={styles.paragraph}>{label}</p>}
      <div className={styles.tableBox}>
        <table className={styles.bodyTable}>
          <colgroup>
            {block.columns.map(({ share }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
              <col key={index} style={{ width: `${(share / all) * 100}%` }} />
            ))}
          </colgroup>
          <tbody>
            {block.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={at}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
                  <Cell key={index} cell={cell} isHeader={at < block.headerRows} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ cell, isHeader }: { cell: BodyCell; isHeader: boolean }) {
  const Tag = isHeader ? 'th' : 'td';
  return (
    <Tag colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
      {cell.paragraphs.map((runs, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
        <p key={index}>
          <Runs runs={runs} />
        </p>
      ))}
    </Tag>
  );
}

const Runs = ({ runs }: { runs: readonly Run[] }) =>
  runs.map((run, index) => {
    const Tag = run.bold ? 'b' : 'span';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
      <Tag key={index} style={run.italic ? { fontStyle: 'italic' } : undefined}>
        {run.text}
      </Tag>
    );
  });

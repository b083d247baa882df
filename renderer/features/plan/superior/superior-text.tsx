/** The superior's plan to be read: its words, then its table as a list under areas. */
import type { SuperiorPlanView } from '../../../../shared/api/contract/plan-down.ts';
import { Pane } from '../../../ui/page.tsx';
import paper from '../plan-page.module.css';
import { Block } from '../text/body-block.tsx';
import styles from './superior.module.css';

export function SuperiorText({ superior }: { superior: SuperiorPlanView }) {
  return (
    <Pane label="Nội dung kế hoạch của cấp trên">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <article className={paper.paper} aria-label={superior.title} tabIndex={0}>
        <p className={paper.paperTitle}>{superior.title}</p>
        {superior.sections.map(({ id, depth, label, heading, blocks }) => (
          <section key={id}>
            {heading === '' ? null : (
              <h3 className={depth === 1 ? paper.headingTop : paper.heading}>
                {label} {heading}
              </h3>
            )}
            {blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place, and the list is only read
              <Block key={index} block={block} label={heading === '' && index === 0 && label ? `${label} ` : ''} />
            ))}
          </section>
        ))}
        <h3 className={paper.headingTop}>Phụ lục: nhiệm vụ</h3>
        {superior.areas.map((area) => (
          <section key={area.id}>
            <h4 className={paper.heading}>{[area.no, area.name].filter(Boolean).join('. ')}</h4>
            {area.groups.map((group) => (
              <div key={group.id} className={styles.group}>
                {group.component === '' ? null : <p className={styles.component}>{group.component}</p>}
                <ul>
                  {group.tasks.map(({ id, text, time, forUnits }) => (
                    <li key={id}>
                      {text}
                      {[time, forUnits ? '' : 'cấp trên tự làm'].filter(Boolean).map((words) => ` (${words})`)}
                    </li>
                  ))}
                </ul>
                {group.results.length > 0 ? (
                  <p className={styles.results}>Kết quả: {group.results.join('; ')}</p>
                ) : null}
              </div>
            ))}
          </section>
        ))}
      </article>
    </Pane>
  );
}

/** The words of the plan as a document to read; the task table has its own screen and is only pointed to. */
import { Link } from 'wouter';
import type { PlanView, SectionView } from '../../../shared/api/contract/plans.ts';
import styles from './plan-page.module.css';
import { Block } from './text/body-block.tsx';

export function PlanDocument({ plan, counts }: { plan: PlanView; counts: string }) {
  const { signer } = plan;
  return (
    <article className={styles.paper} aria-label={plan.title}>
      <p className={styles.paperTitle}>{plan.title}</p>
      {plan.basis.map((line) => (
        <p key={line} className={styles.basis}>
          {line}
        </p>
      ))}
      {plan.preamble.map((line) => (
        <p key={line} className={styles.paragraph}>
          {line}
        </p>
      ))}
      {plan.sections.map((section) => (
        <Section key={section.id} section={section} depth={0} />
      ))}
      {plan.sections.length === 0 ? (
        <p className={styles.nothing}>Tệp này chỉ có bảng nhiệm vụ, không có phần chữ.</p>
      ) : null}
      {plan.closing.map((line) => (
        <p key={line} className={styles.paragraph}>
          {line}
        </p>
      ))}
      {plan.recipients.length > 0 || signer.title !== '' ? (
        <div className={styles.ending}>
          <div className={styles.recipients}>
            {plan.recipients.length > 0 ? <strong>Nơi nhận:</strong> : null}
            {plan.recipients.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </div>
          <div className={styles.signer}>
            {signer.authority === '' ? null : <strong>{signer.authority}</strong>}
            {signer.title === '' ? null : <strong>{signer.title}</strong>}
            {signer.name === '' ? null : <strong className={styles.signerName}>{signer.name}</strong>}
          </div>
        </div>
      ) : null}
      <p className={styles.annex}>
        Phụ lục: {counts}.{' '}
        <Link href="/nhiem-vu" className="text-link">
          Mở bảng nhiệm vụ
        </Link>
      </p>
    </article>
  );
}

/** The screen's own title is h1 and panes are h2, so the document begins at h3; below h6 there is nothing. */
const headings = ['h3', 'h4', 'h5', 'h6'] as const;

function Section({ section, depth }: { section: SectionView; depth: number }) {
  const Heading = headings[Math.min(depth, headings.length - 1)] ?? 'h6';
  // A point such as "a)" has a label and no heading of its own: the label opens its first paragraph, as on the paper.
  const label = section.heading === '' && section.label !== '' ? `${section.label} ` : '';
  const paragraphs = section.paragraphs.length === 0 && label !== '' ? [''] : section.paragraphs;
  return (
    <section>
      {section.heading === '' ? null : (
        <Heading className={depth === 0 ? styles.headingTop : styles.heading} tabIndex={-1} data-section={section.id}>
          {section.label} {section.heading}
        </Heading>
      )}
      {paragraphs.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place, and the list is only read
        <Block key={index} block={block} label={index === 0 ? label : ''} />
      ))}
      {section.children.map((child) => (
        <Section key={child.id} section={child} depth={depth + 1} />
      ))}
    </section>
  );
}

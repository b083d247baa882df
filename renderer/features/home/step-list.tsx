/** The five steps of a round, done or not, with the one to do now marked in words. */
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import styles from './home-page.module.css';
import type { Step } from './next-steps.ts';

export function StepList({ steps, next }: { steps: readonly Step[]; next: Step | null }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.key} className={step.key === next?.key ? styles.stepNow : styles.step}>
          <span className={step.done ? styles.stepDone : styles.stepNumber} aria-hidden>
            {step.done ? <IconCheck size="0.9375rem" stroke={2.4} /> : index + 1}
          </span>
          <div className={styles.stepWords}>
            <Link href={step.to} className={styles.stepLink}>
              {step.title}
            </Link>
            <span className="visually-hidden">
              {step.done ? ' (đã xong)' : step.key === next?.key ? ' (việc tiếp theo)' : ' (chưa xong)'}
            </span>
            <div className="soft">{step.words}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

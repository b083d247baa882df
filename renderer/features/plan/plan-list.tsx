/** The plans kept here; the chosen one is worked in on every screen. */
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import styles from './plan-page.module.css';
import { planName } from './text/plan-words.ts';

export type PlanListProps = { plans: readonly PlanSummary[]; current: string; onChoose: (planId: string) => void };

export function PlanList({ plans, current, onChoose }: PlanListProps) {
  return (
    <div className={styles.plans}>
      <Pane title="Kế hoạch trong máy" aside={formatCount(plans.length)}>
        <ul className={styles.list}>
          {plans.map((plan) => {
            const inUse = plan.id === current;
            return (
              <li key={plan.id}>
                <button type="button" className={styles.plan} aria-pressed={inUse} onClick={() => onChoose(plan.id)}>
                  <span className={styles.planName}>{planName(plan)}</span>
                  <span className="soft">
                    {plan.issuer} · năm {plan.year}
                    {inUse ? <strong> · đang dùng</strong> : null}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </Pane>
    </div>
  );
}

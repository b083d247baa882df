/** Beside the own plans: those that came from the superior, each a way to its screen. Nothing where none came. */
import { Link } from 'wouter';
import { contract } from '../../../../shared/api/contract/contract.ts';
import { useData } from '../../../data/cache.ts';
import { formatCount } from '../../../ui/format.ts';
import { Pane } from '../../../ui/page.tsx';
import plan from '../plan-page.module.css';
import { planName } from '../text/plan-words.ts';
import styles from './superior.module.css';
import { superiorPath } from './superior-plan-page.tsx';

export function ReceivedPlans() {
  const { data } = useData(contract.planDown.list);
  if (!data || data.plans.length === 0) return null;
  return (
    <div className={plan.plans}>
      <Pane title="Kế hoạch của cấp trên" aside={formatCount(data.plans.length)}>
        {data.plans.map((each) => (
          <Link key={each.id} className={styles.receivedPlan} href={`${superiorPath}/${each.id}`}>
            <strong>{planName(each)}</strong>
            <span className="soft">
              {each.fromUnit} · năm {each.year} · đọc, đối chiếu
            </span>
          </Link>
        ))}
      </Pane>
    </div>
  );
}

/** The plan's Word file taken out, and brought back after it was edited elsewhere. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import { useData } from '../../data/cache.ts';
import { ReturnedScreen } from '../../parts/returned/returned-screen.tsx';

export const returnedPath = '/ke-hoach/ban-word';

export function ReturnedPlanPage({ plan }: { plan: PlanView }) {
  const { data } = useData(contract.writing.document, { params: { id: plan.id } });
  return (
    <ReturnedScreen
      document={{
        kind: 'plan',
        id: plan.id,
        noun: 'kế hoạch',
        name: plan.number === '' ? `Kế hoạch năm ${plan.year}` : `Kế hoạch ${plan.number}`,
        revision: plan.revision,
        previewHtml: data?.previewHtml ?? '',
        back: '/ke-hoach',
      }}
    />
  );
}

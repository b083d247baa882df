/** What can be done from the plans' screen: the ways to a first plan, and the buttons above one that is there. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import { downPath } from './down/down-page.tsx';
import { superiorPath } from './superior/superior-plan-page.tsx';
import { WordMenu } from './word-menu.tsx';

type BeginActionsProps = {
  /** A plan of the superior was received, so that one's own can be made from it. */
  hasSuperiorPlan: boolean;
  onNew: () => void;
};

/** The ways to a first plan. */
export const BeginActions = ({ hasSuperiorPlan, onNew }: BeginActionsProps) => (
  <>
    <Button component={Link} href="/mo-ke-hoach" variant="filled">
      Mở kế hoạch đã có
    </Button>
    <Button onClick={onNew}>Lập kế hoạch mới từ mẫu</Button>
    {hasSuperiorPlan ? (
      <Button component={Link} href={superiorPath}>
        Lập từ kế hoạch của cấp trên
      </Button>
    ) : null}
  </>
);

type PlanActionsProps = BeginActionsProps & {
  plan: PlanSummary;
  /** The office has units below it that a plan can be given to. */
  hasUnitsBelow: boolean;
  onNextYear: () => void;
};

/** The buttons above the plan that is being worked in. */
export function PlanActions({ plan, hasUnitsBelow, hasSuperiorPlan, onNew, onNextYear }: PlanActionsProps) {
  return (
    <>
      <Button component={Link} href="/ra-soat">
        Rà soát
      </Button>
      <Button component={Link} href="/nhiem-vu">
        Bảng nhiệm vụ
      </Button>
      {hasUnitsBelow ? (
        <Button component={Link} href={downPath}>
          Giao xuống
        </Button>
      ) : null}
      <WordMenu plan={plan} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size="1rem" />}>Thêm kế hoạch</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href="/mo-ke-hoach">
            Mở kế hoạch đã có
          </Menu.Item>
          <Menu.Item onClick={onNew}>Lập kế hoạch mới từ mẫu…</Menu.Item>
          {hasSuperiorPlan ? (
            <Menu.Item component={Link} href={superiorPath}>
              Lập từ kế hoạch của cấp trên…
            </Menu.Item>
          ) : null}
          <Menu.Item onClick={onNextYear}>Sang năm mới: lập kế hoạch năm {plan.year + 1} từ kế hoạch này…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button component={Link} href={`/soan/${plan.id}`} variant="filled">
        Soạn thảo
      </Button>
    </>
  );
}

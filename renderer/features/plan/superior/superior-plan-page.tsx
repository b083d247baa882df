/** Kế hoạch của cấp trên: what came down, read, begun from, and held against our plan. One address per plan and tab. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { SuperiorPlanView } from '../../../../shared/api/contract/plan-down.ts';
import { dateInVietnam, shortDate } from '../../../../shared/text/dates.ts';
import { useData } from '../../../data/cache.ts';
import { useSession } from '../../../state/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Note } from '../../../ui/note.tsx';
import { Page, Pane } from '../../../ui/page.tsx';
import { PillMenu } from '../../../ui/pill-filters.tsx';
import { ScreenTabs } from '../../../ui/screen-tabs.tsx';
import { planName } from '../text/plan-words.ts';
import { CoverageTab } from './coverage-tab.tsx';
import { RegimesTab, SignedTab } from './regimes-tab.tsx';
import { SkeletonDialog } from './skeleton-dialog.tsx';
import { SuperiorText } from './superior-text.tsx';

export const superiorPath = '/ke-hoach/cap-tren';

export function SuperiorPlanPage() {
  const { data: list, error } = useData(contract.planDown.list);
  const [, params] = useRoute(`${superiorPath}/:id?/:tab?`);
  const [, go] = useLocation();
  const asked = params?.id;
  const id = asked ?? list?.plans[0]?.id ?? null;
  const { data: superior, error: problem } = useData(contract.planDown.get, id ? { params: { id } } : null);
  const said = error ?? problem;
  const back = (
    <Button component={Link} href="/ke-hoach" leftSection={<IconArrowLeft size="1.125rem" />}>
      Về Kế hoạch
    </Button>
  );
  if (said || !list)
    return (
      <Page title="Kế hoạch của cấp trên" actions={back}>
        {said ? <Note tone="problem">{said.message}</Note> : null}
      </Page>
    );
  if (id === null)
    return (
      <Page title="Kế hoạch của cấp trên" actions={back} body="fill">
        <Pane label="Chưa nhận kế hoạch">
          <EmptyState
            icon={IconInbox}
            title="Chưa nhận kế hoạch nào của cấp trên"
            action={
              <Button component={Link} href="/tiep-nhan" variant="filled">
                Tiếp nhận gói
              </Button>
            }
          >
            Thả gói kế hoạch cấp trên gửi vào Tiếp nhận. Nhận rồi thì đọc, lập kế hoạch của cơ quan từ đó và đối chiếu ở
            đây.
          </EmptyState>
        </Pane>
      </Page>
    );
  if (!superior || superior.id !== id)
    return (
      <Page title="Kế hoạch của cấp trên" actions={back}>
        {null}
      </Page>
    );
  return (
    <Reading
      key={id}
      superior={superior}
      tab={params?.tab ?? null}
      back={back}
      choice={
        list.plans.length > 1 ? (
          <PillMenu
            label="Kế hoạch"
            everything="Chọn kế hoạch"
            options={list.plans.map((plan) => ({ value: plan.id, label: `${planName(plan)}: ${plan.title}` }))}
            value={id}
            onChange={(chosen) => chosen && go(`${superiorPath}/${chosen}`)}
            required
          />
        ) : undefined
      }
    />
  );
}

type ReadingProps = { superior: SuperiorPlanView; tab: string | null; back: React.ReactNode; choice: React.ReactNode };

function Reading({ superior, tab, back, choice }: ReadingProps) {
  const [, go] = useLocation();
  const choosePlan = useSession((session) => session.choosePlan);
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const own = superior.ownPlans.find(({ id }) => id === chosen) ?? superior.ownPlans[0] ?? null;
  const current = tab ?? (own ? 'doi-chieu' : 'noi-dung');
  const at = (key: string) => go(`${superiorPath}/${superior.id}/${key}`);
  const nothingOwn = (
    <Pane label="Chưa có kế hoạch để đối chiếu">
      <EmptyState
        icon={IconInbox}
        title={`Cơ quan chưa có kế hoạch năm ${superior.year}`}
        size="small"
        action={<Button onClick={() => setOpened(true)}>Lập kế hoạch từ bản này</Button>}
      >
        Lập từ kế hoạch này, hoặc mở kế hoạch Word đã có ở Kế hoạch, rồi quay lại đây đối chiếu.
      </EmptyState>
    </Pane>
  );
  return (
    <Page
      title="Kế hoạch của cấp trên"
      sub={[
        `${planName(superior)} của ${superior.fromUnit}`,
        superior.draft ? 'dự thảo' : '',
        `${formatCount(superior.tasks)} nhiệm vụ`,
        `nhận ngày ${shortDate(dateInVietnam(superior.receivedAt))}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          {back}
          <Button variant={superior.ownPlans.length === 0 ? 'filled' : 'default'} onClick={() => setOpened(true)}>
            Lập kế hoạch từ bản này
          </Button>
        </>
      }
      bar={choice}
      body="fill"
    >
      <Standing superior={superior} />
      <ScreenTabs
        label="Các phần của kế hoạch cấp trên"
        tabs={[
          {
            key: 'doi-chieu',
            label: 'Đối chiếu',
            panel: own ? <CoverageTab superior={superior} planId={own.id} onPlan={setChosen} /> : nothingOwn,
          },
          { key: 'noi-dung', label: 'Nội dung', panel: <SuperiorText superior={superior} /> },
          {
            key: 'che-do',
            label: `Chế độ báo cáo (${superior.regimes.length})`,
            panel: <RegimesTab superior={superior} />,
          },
          ...(superior.files.length > 0
            ? [{ key: 'ban-ky', label: 'Bản đã ký', panel: <SignedTab superior={superior} /> }]
            : []),
        ]}
        value={current}
        onChange={at}
      />
      <SkeletonDialog
        opened={opened}
        superior={superior}
        onClose={() => setOpened(false)}
        onMade={(planId) => {
          setOpened(false);
          choosePlan(planId);
          setChosen(planId);
          at('doi-chieu');
        }}
      />
    </Page>
  );
}

/** What is new in this version, or that another one counts. */
function Standing({ superior }: { superior: SuperiorPlanView }) {
  const { changes, versions } = superior;
  const counting = versions.find(({ counts }) => counts);
  if (counting && counting.id !== superior.id)
    return (
      <Note
        tone="doubt"
        title="Đây không phải bản đang dùng."
        actions={
          <Link className="text-link" href={`${superiorPath}/${counting.id}`}>
            Mở bản đang dùng
          </Link>
        }
      >
        Bản này được cất lại để đối chiếu.
      </Note>
    );
  if (changes.length === 0) return null;
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return (
    <Note tone="info" title={`Bản mới, nhận ngày ${shortDate(dateInVietnam(superior.receivedAt))}:`}>
      {count('moi')} nhiệm vụ mới, {count('doi')} nhiệm vụ sửa, {count('bo')} nhiệm vụ bỏ so với bản trước.
    </Note>
  );
}

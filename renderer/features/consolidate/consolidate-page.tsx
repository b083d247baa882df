/** "Tổng hợp": what all units together say in a window, and who is missing; each number shows the units behind it. */
import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import type { WallWindowView } from '../../../shared/api/contract/consolidation.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { BarSpace, Page } from '../../ui/page.tsx';
import { PillMenu } from '../../ui/pill-filters.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { AreasTab } from './areas-tab.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { ProofTab } from './proof-tab.tsx';
import { SumsTab } from './sums-tab.tsx';
import { useTakeFile } from './take-file.ts';
import { WallTab } from './wall-tab.tsx';

const tabs = ['don-vi', 'so-lieu', 'noi-dung', 'minh-chung'] as const;
type Tab = (typeof tabs)[number];

export default function ConsolidatePage() {
  const [, go] = useLocation();
  const [, params] = useRoute('/tong-hop/:tab');
  const tab: Tab = tabs.find((each) => each === params?.tab) ?? 'don-vi';
  const { data: wall, error } = useData(contract.consolidation.wall);
  const [chosen, setChosen] = useState<string | null>(null);
  // The window in which most has come in is the one people add up; a window nobody reported yet is no start.
  const started = wall?.windows.filter(({ received }) => received > 0) ?? [];
  const windowKey = chosen ?? started.at(-1)?.key ?? null;
  const window = wall?.windows.find(({ key }) => key === windowKey) ?? null;
  const { data: view } = useData(contract.consolidation.view, windowKey ? { query: { window: windowKey } } : null);
  const file = useTakeFile();

  if (error)
    return (
      <Page title="Tổng hợp">
        <Note tone="problem">{error.message}</Note>
      </Page>
    );
  if (wall && wall.units.length === 0) return <NoUnits />;
  const sub = window
    ? `${window.label}: ${window.received}/${window.expected} đơn vị đã gửi${view?.asOf ? ` · số liệu theo báo cáo nhận đến ngày ${shortDate(view.asOf)}` : ''}`
    : 'Chưa nhận báo cáo nào';
  return (
    <Page
      title="Tổng hợp"
      sub={sub}
      actions={<TakeFileButtons window={window} file={file} />}
      bar={
        wall ? (
          <ConsolidateBar windows={wall.windows} window={window} windowKey={windowKey} onWindow={setChosen} />
        ) : undefined
      }
      body="fill"
    >
      {file.job ? (
        <ProgressPanel
          label={file.job.label}
          step={file.job.phase}
          done={file.job.done}
          total={null}
          unit="rows"
          noun="bước"
          onCancel={file.cancel}
        />
      ) : null}
      <ScreenTabs
        label="Các cách cộng"
        tabs={[
          {
            key: 'don-vi',
            label: 'Đơn vị và kỳ',
            panel: wall ? <WallTab wall={wall} windowKey={windowKey} onWindow={setChosen} /> : null,
          },
          {
            key: 'so-lieu',
            label: `Số liệu${view ? ` (${view.sums.length})` : ''}`,
            panel: view ? <SumsTab view={view} /> : <NothingYet />,
          },
          { key: 'noi-dung', label: 'Theo nội dung', panel: view ? <AreasTab view={view} /> : <NothingYet /> },
          { key: 'minh-chung', label: 'Minh chứng lặp lại', panel: <ProofTab windows={wall?.windows ?? []} /> },
        ]}
        value={tab}
        onChange={(key) => go(`/tong-hop/${key}`, { replace: true })}
      />
    </Page>
  );
}

type TakeFileButtonsProps = { window: WallWindowView | null; file: ReturnType<typeof useTakeFile> };

const TakeFileButtons = ({ window, file }: TakeFileButtonsProps) => (
  <>
    <Button
      leftSection={<IconFileSpreadsheet size="1.125rem" />}
      disabled={!window || file.running}
      onClick={() => window && file.take(window, 'xlsx')}
    >
      Lấy Excel
    </Button>
    <Button
      variant="filled"
      leftSection={<IconFileText size="1.125rem" />}
      disabled={!window || file.running}
      onClick={() => window && file.take(window, 'docx')}
    >
      Báo cáo tổng hợp (Word)
    </Button>
  </>
);

type ConsolidateBarProps = {
  windows: readonly WallWindowView[];
  window: WallWindowView | null;
  windowKey: string | null;
  onWindow: (key: string | null) => void;
};

const ConsolidateBar = ({ windows, window, windowKey, onWindow }: ConsolidateBarProps) => (
  <>
    <PillMenu
      label="Kỳ báo cáo"
      everything="Chọn kỳ"
      options={[...windows].reverse().map(({ key, label, received }) => ({
        value: key,
        label,
        count: received,
      }))}
      value={windowKey}
      onChange={onWindow}
      required
    />
    <BarSpace />
    {window?.dueDate ? (
      <span className="soft">
        Hạn {window.dueStrict ? 'trước ' : ''}
        {shortDate(window.dueDate)} · đúng hạn{' '}
        {window.judged === 0 ? 'chưa phát sinh' : `${window.onTime}/${window.judged} đơn vị`}
      </span>
    ) : null}
  </>
);

function NoUnits() {
  return (
    <Page title="Tổng hợp">
      <EmptyState
        icon={IconUsersGroup}
        title="Cơ quan chưa có đơn vị cấp dưới"
        action={
          <Button component={Link} href="/co-quan" variant="filled">
            Khai đơn vị cấp dưới
          </Button>
        }
      >
        Màn hình này dành cho cấp trên: cộng số liệu, xem đơn vị nào chưa gửi. Khai các xã, phường hoặc tiếp nhận gói
        đầu tiên thì các đơn vị hiện ra ở đây.
      </EmptyState>
    </Page>
  );
}

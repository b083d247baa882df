/** "Tiếp nhận": bundles dropped and checked on the right, who has sent what on the left; a received report opens below its own address. */
import { Button } from '@mantine/core';
import { IconInbox, IconPackageImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { InboxView } from '../../../shared/api/contract/reports.ts';
import { officeName } from '../../../shared/office/unit.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { FileArea } from '../../parts/evidence/file-area.tsx';
import { YearChoice } from '../../parts/year-choice.tsx';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { CheckCard } from './check-card.tsx';
import { type Checking, checkFiles, receiveAll, useChecks } from './check-queue.ts';
import { yesesOf } from './check-words.ts';
import styles from './inbox-page.module.css';
import { ReceivedPage } from './received-page.tsx';
import { UnitWall } from './unit-wall.tsx';
import { WaitingParts } from './waiting-parts.tsx';
import { wallOf, yearsOf } from './wall-model.ts';

export default function InboxPage() {
  const { '*': rest } = useParams<{ '*'?: string }>();
  const receivedId = rest && /^[A-Za-z0-9_-]{1,64}$/.test(rest) ? rest : null;
  return receivedId === null ? <Inbox /> : <ReceivedPage id={receivedId} />;
}

function Inbox() {
  const { state } = useOffice();
  const { data, error } = useData(contract.reports.inbox);
  const profileId = useSession((session) => session.profileId);
  const checks = useChecks((list) => list.checks).filter((each) => each.profileId === profileId);
  // One primary button on the screen: the first bundle that waits for a yes, else the way to bring one.
  const waiting = checks.filter((each) => each.state === 'checked' && each.check);
  const ready = waiting.filter((each) => each.check?.bulk);
  const all = ready.length > 1;
  const first = all
    ? null
    : waiting.find((each) => each.check && (each.check.needsPassword || yesesOf(each.check).length > 0));
  return (
    <FileArea label="Tiếp nhận gói" overWords="Thả ra để kiểm tra gói" onFiles={checkFiles} className={styles.area}>
      {({ choose, refusal }) => (
        <Page
          title="Tiếp nhận"
          sub={state?.office ? `${officeName(state.office.unit)} · gói báo cáo của các đơn vị gửi lên` : undefined}
          actions={
            <Button
              variant={first || all ? 'default' : 'filled'}
              leftSection={<IconPackageImport size="1.125rem" />}
              onClick={choose}
            >
              Chọn tệp gói…
            </Button>
          }
          body="fill"
        >
          {error ? <Note tone="problem">{error.message}</Note> : null}
          {refusal ? (
            <Note tone="problem" announce>
              {refusal}
            </Note>
          ) : null}
          <SplitPane
            name="tiep-nhan"
            label="Chia bảng đơn vị và gói đang kiểm tra"
            initial={60}
            min={35}
            max={75}
            left={data ? <WallPane inbox={data} /> : <Pane label="Đơn vị">{null}</Pane>}
            right={<ChecksPane checks={checks} ready={all ? ready : []} primaryKey={first?.key ?? null} />}
          />
        </Page>
      )}
    </FileArea>
  );
}

/** More units than this get a box to type in. */
const searchFrom = 12;

function WallPane({ inbox }: { inbox: InboxView }) {
  const [, go] = useLocation();
  const years = yearsOf(inbox);
  const [chosenYear, setYear] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const year = chosenYear ?? years[0] ?? null;
  const wall = wallOf(inbox, { year, query });
  return (
    <Pane
      title="Ai đã gửi"
      aside={years.length > 1 ? <YearChoice years={years} value={year} onChange={setYear} /> : (year ?? undefined)}
    >
      {inbox.units.length === 0 ? (
        <EmptyState
          icon={IconInbox}
          title="Chưa có đơn vị nào"
          size="small"
          action={
            <Button component="a" href="#/co-quan">
              Khai đơn vị cấp dưới
            </Button>
          }
        >
          Khai trước các xã, phường phải gửi để thấy ai chưa gửi; hoặc cứ thả gói vào, đơn vị gửi tự vào danh sách.
        </EmptyState>
      ) : (
        <>
          {inbox.units.length > searchFrom ? (
            <div className={styles.search}>
              <SearchBox label="Tìm đơn vị" value={query} onChange={setQuery} found={wall.rows.length} />
            </div>
          ) : null}
          <UnitWall wall={wall} onOpen={(id) => go(`/tiep-nhan/${id}`)} />
        </>
      )}
    </Pane>
  );
}

type ChecksPaneProps = {
  checks: readonly Checking[];
  /** Bundles that need no look before they are received; empty where there is at most one. */
  ready: readonly Checking[];
  primaryKey: number | null;
};

function ChecksPane({ checks, ready, primaryKey }: ChecksPaneProps) {
  const busy = checks.some((each) => each.state === 'receiving');
  return (
    <Pane title="Gói vừa thả" aside={checks.length > 0 ? `${checks.length} tệp` : undefined}>
      <div className={styles.checks}>
        {ready.length > 0 ? (
          <div className={styles.all}>
            <Button variant="filled" loading={busy} onClick={() => void receiveAll(ready)}>
              Tiếp nhận tất cả gói hợp lệ ({ready.length})
            </Button>
            <span className="soft">Gói hỏng, gói khóa đổi và gói cần hỏi lại vẫn để riêng ở dưới.</span>
          </div>
        ) : null}
        <WaitingParts />
        {checks.map((each) => (
          <CheckCard key={each.key} checking={each} primary={each.key === primaryKey} />
        ))}
        {checks.length === 0 ? (
          <EmptyState icon={IconPackageImport} title="Thả tệp gói vào đây" size="small">
            Nhận được nhiều tệp một lúc, từ USB, thư hay Zalo: gói báo cáo, các phần của gói, gói khóa, thẻ đơn vị. Mỗi
            gói được kiểm tra đủ tệp, có bị sửa không, của ai gửi; chưa bấm Tiếp nhận thì chưa nhận gì vào.
          </EmptyState>
        ) : (
          <div className={styles.hint}>Thả thêm gói vào bất cứ chỗ nào trên màn hình này.</div>
        )}
      </div>
    </Pane>
  );
}

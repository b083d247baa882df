/** Badges, meters, tiles, progress of long work, facts, people. */
import { Button, SimpleGrid } from '@mantine/core';
import { useEffect, useState } from 'react';
import { KeyValues } from '../key-values.tsx';
import { Meter, Stat, StatRow } from '../meter.tsx';
import { Pane } from '../page.tsx';
import { Person } from '../person.tsx';
import { ProgressPanel } from '../progress-panel.tsx';
import { BundleStateBadge, bundleStateNames, TaskStateBadge, taskStateNames } from '../state-badge.tsx';
import styles from './gallery.module.css';

const gigabyte = 1024 ** 3;

export function StatesGallery() {
  const [pressed, setPressed] = useState(false);
  return (
    <>
      <StatRow>
        <Stat value="87 / 104" words="đã nhận, 79 đúng hạn" meter={{ label: 'Đã nhận', value: 87, total: 104 }} />
        <Stat value="61" words="đã chấp nhận" meter={{ label: 'Đã chấp nhận', value: 61, total: 104, tone: 'done' }} />
        <Stat
          value="9"
          words="yêu cầu bổ sung"
          meter={{ label: 'Yêu cầu bổ sung', value: 9, total: 104, tone: 'due' }}
          pressed={pressed}
          onClick={() => setPressed(!pressed)}
        />
        <Stat
          value="17"
          words="chưa gửi, 4 đã quá hạn"
          meter={{ label: 'Chưa gửi', value: 17, total: 104, tone: 'late' }}
        />
      </StatRow>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Pane title="Trạng thái nhiệm vụ" padded>
          <div className={styles.wrap}>
            {taskStateNames.map((state) => (
              <TaskStateBadge key={state} state={state} />
            ))}
            <TaskStateBadge state="late">Chậm 3 ngày</TaskStateBadge>
            <TaskStateBadge state="due">Đến hạn 14/6</TaskStateBadge>
            <TaskStateBadge state="done">Đạt 1 / 2</TaskStateBadge>
          </div>
        </Pane>
        <Pane title="Trạng thái gói" padded>
          <div className={styles.wrap}>
            {bundleStateNames.map((state) => (
              <BundleStateBadge key={state} state={state} />
            ))}
            <BundleStateBadge state="moreWanted">Bổ sung 3 hàng</BundleStateBadge>
          </div>
        </Pane>
        <Pane title="Thanh tỷ lệ" padded>
          <div className={styles.stack}>
            <Meter label="Nhiệm vụ đã xong" value={58} total={99} show="percent" />
            <Meter label="Minh chứng đã có" value={11} total={11} tone="done" />
            <Meter label="Nhiệm vụ chậm" value={2} total={99} tone="late" />
            <Meter label="Chưa có gì" value={0} total={0} />
          </div>
        </Pane>
        <Pane title="Thông tin" aside="9/11 thôn, phố" padded foot="Chữ bạn đã sửa tay không bị thay khi số liệu đổi.">
          <KeyValues
            items={[
              { name: 'Lấy từ', value: 'Niêm yết ngân sách, ghi 10/6 bởi Nguyễn Thị Lan' },
              { name: 'Mẫu số', value: '11 thôn, phố tại ngày 30/6' },
              { name: 'Thời gian', value: <span className="mark">Trong năm 2023</span> },
              { name: 'Chủ trì', value: <Person words="Tài chính - Kế toán" holder="Nguyễn Thị Lan" /> },
              { name: 'Thực hiện', value: <Person words="Địa chính" holder={null} sub="chưa giao cho ai" /> },
            ]}
          />
        </Pane>
      </SimpleGrid>
      <ProgressExamples />
    </>
  );
}

function ProgressExamples() {
  const done = useRunningNumber(1.4 * gigabyte);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <ProgressPanel
        label="Xuất gói báo cáo quý II"
        step="Đang chép minh chứng"
        unit="bytes"
        done={done}
        total={1.4 * gigabyte}
        onCancel={() => undefined}
      />
      <ProgressPanel
        label="Đọc kế hoạch"
        step="Đang tìm bảng phụ lục"
        unit="rows"
        done={312}
        total={null}
        onCancel={() => undefined}
      />
      <ProgressPanel
        label="Xuất gói báo cáo quý II"
        unit="bytes"
        done={gigabyte}
        total={1.4 * gigabyte}
        state="stopping"
        onCancel={() => undefined}
      />
      <ProgressPanel
        label="Xuất gói báo cáo quý II"
        unit="bytes"
        done={gigabyte}
        total={gigabyte}
        state="finished"
        outcome="Đã xuất và đọc lại khớp từng byte: bao-cao-quy-2-2024.soviec (1 GB)."
        actions={<Button>Mở thư mục</Button>}
      />
      <ProgressPanel
        label="Xuất gói báo cáo quý II"
        unit="bytes"
        done={gigabyte}
        total={1.4 * gigabyte}
        state="failed"
        outcome="USB đã đầy. Chưa có gói nào được ghi, dữ liệu trên máy còn nguyên. Hãy chọn USB còn trống ít nhất 1,4 GB rồi xuất lại."
        actions={<Button>Chọn nơi khác</Button>}
      />
    </SimpleGrid>
  );
}

/** Climbs slowly and starts again, so that the estimate can be watched. */
function useRunningNumber(total: number): number {
  const [done, setDone] = useState(total * 0.37);
  useEffect(() => {
    const timer = setInterval(() => setDone((before) => (before >= total ? 0 : before + total / 400)), 400);
    return () => clearInterval(timer);
  }, [total]);
  return done;
}

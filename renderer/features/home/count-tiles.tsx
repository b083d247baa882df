/** The four numbers of the morning, each with its share of all tasks. */
import { formatCount } from '../../ui/format.ts';
import { Stat, StatRow } from '../../ui/meter.tsx';
import type { Morning } from './morning.ts';

export function CountTiles({ morning: { counts, unproven } }: { morning: Morning }) {
  const { total, none, doing, done, notArisen, idle } = counts;
  return (
    <StatRow>
      <Stat
        value={`${formatCount(none)} / ${formatCount(total)}`}
        words={
          idle > 0 ? `đến hạn, chưa có kết quả (${formatCount(idle)} việc không đến hạn kỳ này)` : 'chưa có kết quả'
        }
        meter={{ label: 'Nhiệm vụ chưa có kết quả', value: none, total, tone: 'due' }}
      />
      <Stat value={formatCount(doing)} words="đang làm" meter={{ label: 'Nhiệm vụ đang làm', value: doing, total }} />
      <Stat
        value={formatCount(done + notArisen)}
        words={notArisen > 0 ? `đã xong, ${formatCount(notArisen)} không phát sinh` : 'đã xong'}
        meter={{ label: 'Nhiệm vụ đã xong hoặc không phát sinh', value: done + notArisen, total, tone: 'done' }}
      />
      <Stat
        value={formatCount(unproven.length)}
        words="đã xong, thiếu minh chứng"
        meter={{ label: 'Nhiệm vụ đã xong thiếu minh chứng', value: unproven.length, total: done, tone: 'late' }}
      />
    </StatRow>
  );
}

/** The grouped table at its full size: 5,000 invented rows that filter as one types. */
import { IconSearchOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { EmptyState } from '../empty-state.tsx';
import { formatCount } from '../format.ts';
import type { GridColumn, GridGroup } from '../grid/grid-model.ts';
import { textCell } from '../grid/text-cell.tsx';
import { VirtualTable } from '../grid/virtual-table.tsx';
import { Person } from '../person.tsx';
import { SearchBox } from '../search-box.tsx';
import { TaskStateBadge, type TaskStateName } from '../state-badge.tsx';
import styles from './gallery.module.css';

type Row = {
  id: string;
  area: number;
  component: string;
  task: string;
  result: string | null;
  post: string;
  holder: string | null;
  time: string;
  state: TaskStateName;
  words?: string;
  proof: string;
  key: string;
};

const areas = [
  'Tham gia của người dân ở cấp cơ sở',
  'Công khai, minh bạch trong việc ra quyết định',
  'Trách nhiệm giải trình với người dân',
  'Kiểm soát tham nhũng trong khu vực công',
  'Thủ tục hành chính công',
  'Cung ứng dịch vụ công',
  'Quản trị môi trường',
  'Quản trị điện tử',
];
const components = [
  'a) Tiếp cận thông tin',
  'b) Danh sách hộ nghèo',
  'c) Ngân sách thị trấn',
  'd) Quy hoạch, kế hoạch sử dụng đất',
];
const tasks = [
  'Tổ chức điều tra, rà soát hộ nghèo theo đúng quy định',
  'Niêm yết công khai danh sách hộ nghèo, hộ cận nghèo tại trụ sở và nhà sinh hoạt cộng đồng các thôn',
  'Đăng công khai thu, chi ngân sách 6 tháng trên Cổng thông tin, loa truyền thanh; niêm yết tại trụ sở',
  'Thực hiện thu, chi đúng Luật Ngân sách nhà nước',
  'Công bố công khai quy hoạch, kế hoạch sử dụng đất',
];
const people = [
  ['Văn hóa - Xã hội', 'Hoàng Thị Thu'],
  ['Tài chính - Kế toán', 'Nguyễn Thị Lan'],
  ['Địa chính', null],
  ['Lãnh đạo UBND', 'Vũ Văn Sơn'],
] as const;
const states: [TaskStateName, string?][] = [
  ['done'],
  ['due', 'Đến hạn 14/6'],
  ['late', 'Chậm 3 ngày'],
  ['waitingEvent'],
  ['none'],
  ['working'],
  ['nothingArose'],
];

function inventRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const [post, holder] = people[(index >> 1) % people.length] ?? people[0];
    const [state, words] = states[(index * 5) % states.length] ?? ['none'];
    const task = `${tasks[(index * 7) % tasks.length]}`;
    const component = components[Math.floor(index / 3) % components.length] ?? '';
    return {
      id: String(index),
      area: Math.min(areas.length - 1, Math.floor((index * areas.length) / count)),
      component,
      task,
      result: index % 4 === 1 ? 'Kết quả: 11/11 thôn, phố đã niêm yết (100%)' : null,
      post,
      holder,
      time: index % 3 === 0 ? 'Thường xuyên' : 'Năm 2024; 6 tháng, năm',
      state,
      words,
      proof: `${index % 3} / 3`,
      key: fold(`${task} ${component} ${post} ${index}`),
    };
  });
}

const rowId = (row: Row) => row.id;

/** The columns; two of them are edited in place and tell the change. */
const columnsWith = (change: (id: string, part: Partial<Row>) => void): GridColumn<Row>[] => [
  {
    id: 'component',
    title: 'Nội dung thành phần',
    width: 10,
    merge: (row) => row.component,
    cell: (row) => row.component,
  },
  {
    id: 'task',
    title: 'Nhiệm vụ',
    width: 18,
    grow: 1,
    cell: (row) => (
      <>
        {row.task}
        {row.result ? <div className="soft">{row.result}</div> : null}
      </>
    ),
    edit: textCell<Row>({
      label: 'Nhiệm vụ',
      text: (row) => row.task,
      save: (row, text) => {
        if (text.trim() === '') return 'Nhiệm vụ không được để trống.';
        change(row.id, { task: text });
      },
    }),
  },
  { id: 'lead', title: 'Chủ trì', width: 10.5, cell: (row) => <Person words={row.post} holder={row.holder} /> },
  {
    id: 'time',
    title: 'Thời gian',
    width: 8.5,
    cell: (row) => row.time,
    edit: textCell<Row>({
      label: 'Thời gian',
      text: (row) => row.time,
      save: (row, text) => change(row.id, { time: text }),
    }),
  },
  {
    id: 'state',
    title: 'Quý II',
    width: 9.5,
    cell: (row) => <TaskStateBadge state={row.state}>{row.words}</TaskStateBadge>,
  },
  { id: 'proof', title: 'Minh chứng', width: 6.5, align: 'right', cell: (row) => row.proof },
];

export function TableGallery() {
  const [rows, setRows] = useState(() => inventRows(5000));
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<Row | null>(null);
  const columns = useMemo<GridColumn<Row>[]>(
    () =>
      columnsWith((id, part) => setRows((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)))),
    [],
  );
  const groups = useMemo<GridGroup<Row>[]>(() => {
    const wanted = fold(query);
    const byArea = areas.map((): Row[] => []);
    for (const row of rows) if (matchesFolded(row.key, wanted)) byArea[row.area]?.push(row);
    return areas.flatMap((area, index) => {
      const inside = byArea[index] ?? [];
      if (inside.length === 0) return [];
      const label = `${index + 1} · ${area}`;
      const done = inside.filter((row) => row.state === 'done').length;
      const heading = (
        <>
          {label}{' '}
          <span
            className={styles.groupNote}
          >{`${formatCount(inside.length)} nhiệm vụ · ${formatCount(done)} xong`}</span>
        </>
      );
      return [{ id: String(index), label, heading, rows: inside }];
    });
  }, [rows, query]);
  const found = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <>
      <div className={styles.wrap}>
        <SearchBox label="Tìm nhiệm vụ" value={query} onChange={setQuery} found={found} />
        <span className="soft">
          {formatCount(found)} hàng{active ? ` · đang ở hàng ${Number(active.id) + 1}` : ''}
        </span>
      </div>
      <VirtualTable
        name="gallery"
        label="Bảng nhiệm vụ mẫu"
        columns={columns}
        groups={groups}
        rowId={rowId}
        onActiveRow={setActive}
        empty={
          <EmptyState icon={IconSearchOff} title="Không có nhiệm vụ nào khớp" size="small">
            Bớt chữ đang tìm hoặc bỏ bớt bộ lọc.
          </EmptyState>
        }
      />
    </>
  );
}

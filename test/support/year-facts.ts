/** Years of any shape for tests of what is counted over them; the same seed gives the same year. */
import type { YearCell, YearFacts } from '../../shared/overview/year.ts';

/** A small repeatable generator (mulberry32): whole numbers below `most`. */
export function seeded(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * most);
  };
}

const quarter = (at: number) => {
  const [from, to] = [
    ['2023-12-15', '2024-03-14'],
    ['2024-03-15', '2024-06-14'],
    ['2024-06-15', '2024-09-14'],
    ['2024-09-15', '2024-12-14'],
  ][at]!;
  return {
    id: `2024-Q${at + 1}`,
    key: `2024-Q${at + 1}`,
    kind: 'quy',
    label: `Quý ${['I', 'II', 'III', 'IV'][at]}/2024`,
    fromDate: from!,
    toDate: to!,
    dueDate: null,
    dueStrict: false,
  };
};

export function yearOf(seed: number, tasks: number, people = 5): YearFacts {
  const below = seeded(seed);
  const areas = Array.from({ length: 4 }, (_, at) => ({
    id: `a${at}`,
    no: String(at + 1),
    name: `Nội dung ${at + 1}`,
  }));
  const persons = Array.from({ length: people }, (_, at) => ({
    id: `p${at}`,
    name: `Nguyễn Văn ${at}`,
    posts: [`Bộ phận ${at}`],
  }));
  const groups = Array.from({ length: 9 }, (_, at) => ({
    id: `g${at}`,
    areaId: `a${below(4)}`,
    component: `Thành phần ${at}`,
    codes: at % 3 === 0 ? [] : [['tri-thuc-cong-dan', 'co-hoi-tham-gia'][at % 2]!],
    partners:
      below(2) === 0
        ? []
        : [{ personId: `p${below(people)}`, role: below(2) === 0 ? ('support' as const) : ('executor' as const) }],
  }));
  const cell = (): YearCell => {
    const due = below(2) === 0;
    return {
      people:
        below(6) === 0 ? [] : [...new Set([`p${below(people)}`, ...(below(5) === 0 ? [`p${below(people)}`] : [])])],
      due,
      by: due && below(2) === 0 ? `2024-0${1 + below(9)}-${10 + below(18)}` : null,
      waiting: !due && below(3) === 0,
      asks: !due && below(5) === 0,
      confirmed: below(4) !== 0,
      state: (['chua', 'chua', 'dang-lam', 'xong', 'khong-phat-sinh'] as const)[below(5)]!,
      proofs: below(3),
      proposal: below(15) === 0 ? 'Đề nghị cấp thêm kinh phí để niêm yết công khai tại nhà văn hóa thôn' : '',
      figure: below(7) === 0 ? `${below(9)}/9 thôn` : '',
    };
  };
  return {
    planId: 'plan',
    year: 2024,
    title: 'Kế hoạch năm 2024',
    windows: [0, 1, 2, 3].map(quarter),
    areas,
    groups,
    tasks: Array.from({ length: tasks }, (_, at) => ({
      id: `t${at}`,
      groupId: `g${below(9)}`,
      text: `- Việc số ${at}: ${'tổ chức tuyên truyền, niêm yết công khai đến từng thôn, tổ dân phố '.repeat(1 + below(4))}`,
      time: 'Quý II',
      lead: `Bộ phận ${below(3)}`,
      postId: below(3) === 0 ? null : 'post0',
      cells: [cell(), cell(), cell(), cell()],
    })),
    people: persons,
    posts: [{ id: 'post0', name: 'Văn phòng' }],
  };
}

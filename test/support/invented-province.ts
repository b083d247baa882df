/** A province of invented communes that report on the same plan, each with its own figures; the same for the same size. */
import { consolidate } from '../../shared/consolidation/consolidated.ts';
import type { UnitReport } from '../../shared/consolidation/unit-report.ts';
import { type Arrival, wallCells } from '../../shared/consolidation/wall.ts';
import { sampleAreas } from '../../shared/sample/plan-rows.ts';

const syllables = [
  'An',
  'Bình',
  'Cẩm',
  'Đông',
  'Hòa',
  'Lạc',
  'Minh',
  'Nghĩa',
  'Phú',
  'Quang',
  'Tân',
  'Thịnh',
  'Vĩnh',
  'Xuân',
];

export const nameOf = (at: number): string =>
  `${syllables[at % syllables.length]} ${syllables[(at * 5 + Math.floor(at / syllables.length) + 3) % syllables.length]}${at >= 168 ? ` ${at}` : ''}`;

export const window = {
  key: '2026-Q2',
  label: 'Quý II/2026',
  fromDate: '2026-03-15',
  toDate: '2026-06-14',
  dueDate: '2026-06-20',
  dueStrict: false,
};

const states = ['xong', 'xong', 'dang-lam', 'khong-phat-sinh', 'chua', null] as const;

/** Every seventh unit has sent nothing; every fifth was late. */
export function inventedProvince(size: number) {
  const units = Array.from({ length: size }, (_, at) => ({
    unitId: `u${at}`,
    unitName: `xã ${nameOf(at)}`,
    bareName: nameOf(at),
  }));
  const reports: UnitReport[] = units.flatMap((unit, at) =>
    at % 7 === 6
      ? []
      : [
          {
            ...unit,
            receivedId: `r${at}`,
            receivedOn: at % 5 === 4 ? '2026-06-24' : '2026-06-18',
            rows: rowsOf(unit.bareName, at),
          },
        ],
  );
  const arrivals: Arrival[] = reports.map(({ unitId, receivedOn }, at) => ({
    unitId,
    windowKey: window.key,
    receivedOn,
    sequence: 1,
    state: at % 3 === 0 ? 'chap-nhan' : at % 11 === 1 ? 'tra-lai' : 'da-nhan',
    superseded: false,
  }));
  const cells = wallCells(
    units.map(({ unitId }) => unitId),
    [window],
    arrivals,
    '2026-06-25',
  );
  return { units, reports, arrivals, content: consolidate(units, cells, reports) };
}

function rowsOf(name: string, at: number): UnitReport['rows'] {
  return sampleAreas(2026).flatMap((area, areaAt) =>
    area.groups.flatMap((group, groupAt) =>
      group.tasks.map((task, taskAt) => {
        const state = states[(at + areaAt + groupAt * 3 + taskAt) % states.length] ?? null;
        return {
          taskId: `t${at}-${areaAt}-${groupAt}-${taskAt}`,
          no: area.no,
          area: area.name,
          component: group.component,
          text: `${task} (xã ${name})`,
          lead: group.lead,
          time: group.time,
          state,
          doneText: state === 'xong' ? 'Đã thực hiện theo kế hoạch' : '',
          obstacle: at % 4 === 0 && taskAt === 0 && groupAt === 0 ? 'Kinh phí cấp chậm' : '',
          proposal: '',
          evidenceIds: [],
          superiorTaskId: null,
          figures: state === 'xong' ? [{ numerator: 4 + ((at + taskAt) % 6), denominator: 10, measure: 'thôn' }] : [],
        };
      }),
    ),
  );
}

/** Last year beside this year, component by component, by the codes that never change (shared/papi PA1). Rules OV12–OV14. Pure. */
import { areas as papiAreas } from '../papi/areas.ts';
import type { YearFacts, YearTask } from './year.ts';

export type YearSide = {
  readonly tasks: number;
  readonly done: number;
  readonly doing: number;
  readonly notArisen: number;
  readonly open: number;
  readonly proofs: number;
  /** "12/14 tổ dân phố": figures told in the year, the newest of each task. */
  readonly figures: readonly string[];
  readonly taskIds: readonly string[];
};

export type ComponentPair = {
  /** Code of shared/papi; "" for tasks whose component names none. */
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly before: YearSide | null;
  readonly now: YearSide | null;
};

type Side = { -readonly [K in keyof YearSide]: YearSide[K] extends readonly string[] ? string[] : YearSide[K] };

const names = new Map(
  papiAreas.flatMap((area) => area.components.map(({ code, name }) => [code, { name, area: area.name }] as const)),
);
const order = [...names.keys()];

/** The state a task was left in: its newest window that was told of. */
function lastTold(task: YearTask): YearTask['cells'][number] | null {
  return task.cells.findLast((cell) => cell.state !== 'chua') ?? task.cells.at(-1) ?? null;
}

function sidesOf(facts: YearFacts): Map<string, Side> {
  const codes = new Map(facts.groups.map((group) => [group.id, group.codes.length > 0 ? group.codes : ['']]));
  const sides = new Map<string, Side>();
  for (const task of facts.tasks) {
    const told = lastTold(task);
    const figure = task.cells.findLast((cell) => cell.figure !== '')?.figure ?? '';
    const proofs = Math.max(0, ...task.cells.map((cell) => cell.proofs));
    for (const code of codes.get(task.groupId) ?? ['']) {
      const side = sides.get(code) ?? emptySide();
      side.tasks += 1;
      if (told?.state === 'xong') side.done += 1;
      else if (told?.state === 'dang-lam') side.doing += 1;
      else if (told?.state === 'khong-phat-sinh') side.notArisen += 1;
      else side.open += 1;
      side.proofs += proofs;
      if (figure !== '') side.figures.push(figure);
      side.taskIds.push(task.id);
      sides.set(code, side);
    }
  }
  return sides;
}

const emptySide = (): Side => ({
  tasks: 0,
  done: 0,
  doing: 0,
  notArisen: 0,
  open: 0,
  proofs: 0,
  figures: [],
  taskIds: [],
});

/** In PAPI's own order; what names no component stands last. A component only one year has is told with null on the other side. */
export function yearsBeside(before: YearFacts, now: YearFacts): ComponentPair[] {
  const [old, current] = [sidesOf(before), sidesOf(now)];
  const codes = [...new Set([...old.keys(), ...current.keys()])].sort((a, b) => placeOf(a) - placeOf(b));
  return codes.map((code) => ({
    code,
    name: names.get(code)?.name ?? 'Nội dung không theo tên thành phần của PAPI',
    area: names.get(code)?.area ?? '',
    before: old.get(code) ?? null,
    now: current.get(code) ?? null,
  }));
}

const placeOf = (code: string): number => {
  const at = order.indexOf(code);
  return at < 0 ? order.length : at;
};

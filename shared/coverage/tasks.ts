/** The tasks of a superior's plan and of our own in the form in which they are held against each other. */
import type { PlanBundle } from '../bundle/plan-v1.ts';
import { matchComponent, matchDimension } from '../papi/match.ts';
import { fold } from '../text/fold.ts';

/** A task with its place. Keys are codes of areas and components where the names are known, else the folded names. */
export type CoverTask = {
  readonly id: string;
  readonly text: string;
  readonly areaKey: string;
  readonly componentKeys: readonly string[];
};

/** A task of the superior's plan with all its group says of it. */
export type SuperiorTask = CoverTask & {
  readonly no: string;
  readonly area: string;
  readonly component: string;
  readonly results: readonly string[];
  readonly lead: string;
  readonly time: string;
  /** False: the issuing office does it alone. */
  readonly forUnits: boolean;
};

type Named = { readonly name: string; readonly code?: string | null };

/** Keys of areas and of the components below them, each name matched once. A given code is taken at its word. */
export function placeKeys(): { area(area: Named): string; component(component: Named, areaKey: string): string } {
  const known = new Map<string, string>();
  const once = (asked: string, find: () => string): string => {
    const key = known.get(asked) ?? find();
    known.set(asked, key);
    return key;
  };
  return {
    area: ({ name, code }) => code ?? once(`a ${name}`, () => matchDimension(name)?.code ?? fold(name)),
    component: ({ name, code }, areaKey) =>
      code ??
      once(`c ${areaKey} ${name}`, () => {
        const found = matchComponent(name, areaKey) ?? matchComponent(name);
        return found ? found.codes.join('+') : fold(name);
      }),
  };
}

/** Every task of a superior's plan in its own order. */
export function superiorTasks(plan: PlanBundle['plan']): SuperiorTask[] {
  const keys = placeKeys();
  return plan.areas.flatMap((area) => {
    const areaKey = keys.area(area);
    const components = new Map(area.components.map((component) => [component.id, component]));
    return area.groups.flatMap((group) => {
      const own = group.componentIds.flatMap((id) => components.get(id) ?? []);
      const componentKeys = own.map((component) => keys.component(component, areaKey));
      return group.tasks.map((task) => ({
        id: task.id,
        text: task.text,
        areaKey,
        componentKeys,
        no: area.no,
        area: area.name,
        component: own.map(({ name }) => name).join('; '),
        results: group.results,
        lead: task.lead ?? group.lead,
        time: task.time ?? group.time,
        forUnits: task.forUnits !== false,
      }));
    });
  });
}

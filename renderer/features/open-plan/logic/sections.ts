/** The tree of sections as a list in reading order, each with its path (`0`, `1.2`). Pure. */
import type { ReadPlan, ReadSection } from '../../../../shared/plan/read-plan.ts';
import { headerOf } from './fields.ts';

export type FlatSection = { path: string; depth: number; section: ReadSection };

const flattened = new WeakMap<ReadPlan, FlatSection[]>();

export function flatSections(read: ReadPlan): FlatSection[] {
  const known = flattened.get(read);
  if (known) return known;
  const walk = (section: ReadSection, path: string, depth: number): FlatSection[] => [
    { path, depth, section },
    ...section.children.flatMap((child, index) => walk(child, `${path}.${index}`, depth + 1)),
  ];
  const flat = headerOf(read).sections.flatMap((section, index) => walk(section, String(index), 0));
  flattened.set(read, flat);
  return flat;
}

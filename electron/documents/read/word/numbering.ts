/**
 * Automatic numbers and bullets of Word: the text a page shows in front of a paragraph although no run contains it.
 * Counters belong to the abstract list, so lists that share one go on counting; a restart is an override of one list.
 */
import { romanOf } from '../../../../shared/body/numbering.ts';
import { child, childrenOf, childValue, isOn, type XmlElement } from '../container/xml.ts';

type Level = {
  format: string;
  pattern: string;
  start: number;
  style: string | undefined;
  legal: boolean;
  restart: number | null;
};
type List = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> };

export type Numbering = {
  /** The label of the next paragraph of a list, counters moved on; empty for a list that shows nothing. */
  next: (numId: string, level: number) => string;
  /** The level a paragraph style occupies in a list, where the list says so. */
  levelOfStyle: (numId: string, style: string) => number | undefined;
};

const maxCounter = 100_000;

/** Reads `numbering.xml`; a file without one numbers nothing. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  const links = new Map<string, string>();
  const abstractOfStyle = new Map<string, string>();
  for (const definition of childrenOf(root, 'abstractNum')) {
    const id = definition.attributes.abstractNumId ?? '';
    abstracts.set(id, levelsOf(definition));
    const styleLink = childValue(definition, 'styleLink');
    if (styleLink !== undefined) abstractOfStyle.set(styleLink, id);
    const numStyleLink = childValue(definition, 'numStyleLink');
    if (numStyleLink !== undefined) links.set(id, numStyleLink);
  }
  const lists = new Map<string, List>();
  for (const definition of childrenOf(root, 'num')) {
    const written = childValue(definition, 'abstractNumId') ?? '';
    const abstractId = abstractOfStyle.get(links.get(written) ?? '') ?? written;
    lists.set(definition.attributes.numId ?? '', listOf(definition, abstractId, abstracts.get(abstractId)));
  }
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();
  return {
    next: (numId, level) => {
      const list = lists.get(numId);
      const settings = list?.levels.get(level);
      if (!list || !settings) return '';
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      if (!restarted.has(numId)) {
        restarted.add(numId);
        for (const overridden of list.starts.keys()) counts.length = Math.min(counts.length, overridden);
      }
      for (let upper = 0; upper < level; upper++) counts[upper] ??= startOf(list, upper);
      const last = counts[level];
      counts[level] = last === undefined ? startOf(list, level) : Math.min(last + 1, maxCounter);
      for (let deeper = level + 1; deeper < counts.length; deeper++) {
        const restart = list.levels.get(deeper)?.restart;
        // By default a level restarts after any higher one; 0 means it never restarts.
        if (restart !== 0 && (restart === null || restart === undefined || level < restart)) delete counts[deeper];
      }
      return label(list, level, settings, counts);
    },
    levelOfStyle: (numId, style) => {
      for (const [level, settings] of lists.get(numId)?.levels ?? []) if (settings.style === style) return level;
      return undefined;
    },
  };
}

function levelsOf(definition: XmlElement): Map<number, Level> {
  return new Map(childrenOf(definition, 'lvl').map((level) => [Number(level.attributes.ilvl), levelOf(level)]));
}

function levelOf(level: XmlElement): Level {
  const restart = childValue(level, 'lvlRestart');
  return {
    format: childValue(level, 'numFmt') ?? 'decimal',
    pattern: childValue(level, 'lvlText') ?? '',
    start: Number(childValue(level, 'start') ?? 1) || 0,
    style: childValue(level, 'pStyle'),
    legal: isOn(level, 'isLgl') ?? false,
    restart: restart === undefined ? null : Number(restart),
  };
}

function listOf(definition: XmlElement, abstractId: string, base: Map<number, Level> | undefined): List {
  const list: List = { abstractId, starts: new Map(), levels: new Map(base) };
  for (const override of childrenOf(definition, 'lvlOverride')) {
    const level = Number(override.attributes.ilvl);
    const replaced = child(override, 'lvl');
    if (replaced) list.levels.set(level, levelOf(replaced));
    const start = childValue(override, 'startOverride');
    if (start !== undefined) list.starts.set(level, Number(start) || 0);
  }
  return list;
}

const startOf = (list: List, level: number): number => list.starts.get(level) ?? list.levels.get(level)?.start ?? 1;

function label(list: List, level: number, settings: Level, counts: readonly (number | undefined)[]): string {
  if (settings.format === 'bullet') return bulletText(settings.pattern);
  return settings.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const upper = Number(digit) - 1;
    const format = settings.legal && upper !== level ? 'decimal' : (list.levels.get(upper)?.format ?? 'decimal');
    return numberText(counts[upper] ?? startOf(list, upper), format);
  });
}

/** Symbol fonts keep bullets in the private area, where they mean nothing in plain text. */
function bulletText(pattern: string): string {
  const text = pattern.trim();
  if (/^[-–—+*•]$/.test(text)) return text === '–' || text === '—' ? '-' : text;
  return text === '' ? '' : '•';
}

/** A counter in one of Word's number formats; formats no Vietnamese document uses count in digits. */
export function numberText(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return romanOf(value);
    case 'lowerRoman':
      return romanOf(value).toLowerCase();
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

/** Word repeats the letter after z: 27 is aa, 53 is aaa. */
function letter(value: number): string {
  if (value < 1) return String(value);
  const repeats = Math.min(Math.ceil(value / 26), 50);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(repeats);
}

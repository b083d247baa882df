/** The promise in renderer/ui/theme/tokens.css: text pairs reach 4.5:1, borders of controls 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('../../../renderer/ui/theme/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...sheet.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
);

/** Relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const colour = (name: string) => {
    const value = name.startsWith('#') ? name : tokens.get(name);
    if (!value) throw new Error(`no colour token ${name}`);
    return luminance(value);
  };
  const [low = 0, high = 0] = [colour(first), colour(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'paper', 'paper-soft'];
const texts = ['ink', 'ink-2', 'soft', 'accent', 'accent-deep', 'late', 'due', 'done'];
const badges = ['late', 'due', 'done', 'wait', 'none', 'accent'];

describe('contrast of the palette', () => {
  it.each(grounds.flatMap((ground) => texts.map((text) => [text, ground])))('%s on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(badges)('badge %s on its own soft ground', (tone) => {
    expect(contrast(tone, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5);
  });
  it('white words on the accent and on the red of danger', () => {
    expect(contrast('#ffffff', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', 'late')).toBeGreaterThanOrEqual(4.5);
  });
  it('muted words in the active row, in a marked place and on the deep ground', () => {
    expect(contrast('soft', 'accent-faint')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('ink', 'mark')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('soft', 'ground-deep')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(grounds)('borders of inputs on %s', (ground) => {
    expect(contrast('line-control', ground)).toBeGreaterThanOrEqual(3);
  });
});

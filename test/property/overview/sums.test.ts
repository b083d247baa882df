/** Sums over a year against slow obvious counting (OV4, OV8–OV11), the page that always fits (OV17), the strip (OV20–OV22). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHtml } from '../../../shared/document/to-html.ts';
import { briefingOf, zaloText } from '../../../shared/overview/briefing.ts';
import { briefingPage } from '../../../shared/overview/briefing-page.ts';
import { pieceOf, pieces } from '../../../shared/overview/cell.ts';
import { placeOfDay, stripOf } from '../../../shared/overview/strip.ts';
import { countByArea, countByPerson, countByWindow, shareDone } from '../../../shared/overview/sums.ts';
import { yearOf } from '../../support/year-facts.ts';

const today = '2024-05-20';
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const run = { seed: 20240520, numRuns: 60 };

describe('sums over a year', () => {
  it('OV4: by window and by area every task stands in exactly one piece', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 60 }), (seed, tasks) => {
        const facts = yearOf(seed, tasks);
        countByWindow(facts, today).forEach((counted, at) => {
          const all = pieces.flatMap((piece) => counted.tasks[piece]);
          expect([...all].sort()).toEqual(facts.tasks.map(({ id }) => id).sort());
          for (const piece of pieces) {
            const slow = facts.tasks.filter((task) => pieceOf(task.cells[at]!, facts.windows[at]!, today) === piece);
            expect(counted.tasks[piece]).toEqual(slow.map(({ id }) => id));
          }
        });
        for (const area of countByArea(facts, 1, today)) {
          const inArea = facts.tasks.filter(
            (task) => facts.groups.find(({ id }) => id === task.groupId)!.areaId === area.id,
          );
          expect(area.total).toBe(inArea.length);
          expect(area.tasks.late.length).toBe(
            inArea.filter((task) => pieceOf(task.cells[1]!, facts.windows[1]!, today) === 'late').length,
          );
        }
      }),
      run,
    );
  });

  it('OV9: the share done, counted one by one; what is not due is in neither number', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = yearOf(seed, 40);
        countByWindow(facts, today).forEach((counted, at) => {
          const cells = facts.tasks.map((task) => task.cells[at]!);
          const done = cells.filter(({ state }) => state === 'xong' || state === 'khong-phat-sinh');
          const open = cells.filter((cell) => !done.includes(cell) && (cell.due || cell.state === 'dang-lam'));
          expect(shareDone(counted)).toEqual({ done: done.length, of: done.length + open.length });
        });
      }),
      run,
    );
  });

  it('OV10, OV11: by person as counted one by one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = yearOf(seed, 40);
        const counts = countByPerson(facts, 1, today);
        for (const { id } of facts.people) {
          const mine = facts.tasks.filter((task) => task.cells[1]!.people.includes(id));
          const counted = counts.find(({ key }) => key === `person:${id}`);
          expect(counted?.total ?? 0).toBe(mine.length);
          for (const piece of pieces)
            expect(counted?.tasks[piece] ?? []).toEqual(
              mine.filter((task) => pieceOf(task.cells[1]!, facts.windows[1]!, today) === piece).map((task) => task.id),
            );
          for (const [role, list] of [
            ['support', counted?.supports],
            ['executor', counted?.executes],
          ] as const)
            expect(list ?? []).toEqual(
              facts.tasks
                .filter((task) => !mine.includes(task))
                .filter((task) =>
                  facts.groups
                    .find((group) => group.id === task.groupId)!
                    .partners.some((partner) => partner.personId === id && partner.role === role),
                )
                .map((task) => task.id),
            );
        }
        const nobody = facts.tasks.filter((task) => task.cells[1]!.people.length === 0).length;
        expect(counts.filter(({ kind }) => kind !== 'person').reduce((sum, { total }) => sum + total, 0)).toBe(nobody);
      }),
      run,
    );
  });

  it('OV15, OV19: late by days, at risk by day, and nothing else; a text tells or counts all of it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = yearOf(seed, 150);
        const brief = briefingOf(facts, { at: 1, today, until: '2024-06-03' })!;
        const late = facts.tasks.filter((task) => pieceOf(task.cells[1]!, facts.windows[1]!, today) === 'late');
        expect(brief.late.map(({ taskId }) => taskId).sort()).toEqual(late.map(({ id }) => id).sort());
        expect(brief.late.map(({ daysLate }) => daysLate)).toEqual(
          brief.late.map(({ daysLate }) => daysLate).sort((a, b) => b - a),
        );
        const soon = facts.tasks.flatMap(({ id, cells }) => {
          const { due, state, by } = cells[1]!;
          const day = by ?? facts.windows[1]!.toDate;
          return due && (state === 'chua' || state === 'dang-lam') && day >= today && day <= '2024-06-03'
            ? [[id, day]]
            : [];
        });
        expect(brief.atRisk.map(({ taskId, by }) => [taskId, by]).sort()).toEqual(soon.sort());
        expect(brief.atRisk.map(({ by }) => by)).toEqual(brief.atRisk.map(({ by }) => by).sort());
        for (const { id } of facts.people) {
          const said = zaloText(facts, { at: 1, today, until: '2024-06-03' }, id);
          const left = [...(said?.text.matchAll(/^- và (\d+) việc khác$/gm) ?? [])].map((found) => Number(found[1]));
          const lines = said?.text.split('\n').filter((line) => line.startsWith('- ')) ?? [];
          expect(lines.length - left.length + left.reduce((sum, each) => sum + each, 0)).toBe(said?.tasks ?? 0);
          expect(said?.text ?? '').not.toMatch(/[*_~`<>]/);
        }
      }),
      run,
    );
  });

  it('OV16: what officers propose, what nobody answers for, whose time nobody understands', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = yearOf(seed, 80);
        const { decisions } = briefingOf(facts, { at: 1, today, until: '2024-06-03' })!;
        const idsOf = (kind: string) =>
          decisions.filter((each) => each.kind === kind).flatMap(({ taskIds }) => taskIds);
        const which = (fits: (cell: (typeof facts.tasks)[0]['cells'][0]) => boolean) =>
          facts.tasks.filter(({ cells }) => fits(cells[1]!)).map(({ id }) => id);
        expect(idsOf('proposal')).toEqual(which(({ proposal }) => proposal !== ''));
        expect(idsOf('asks')).toEqual(which((cell) => cell.state === 'chua' && !cell.due && cell.asks));
        expect(idsOf('nobody')).toEqual(
          which(({ people, state, proofs, due, waiting, asks }) => {
            const isOver = state === 'khong-phat-sinh' || (state === 'xong' && proofs > 0);
            const isSpoken = state !== 'chua' || due || waiting || asks;
            return people.length === 0 && isSpoken && !isOver;
          }),
        );
      }),
      run,
    );
  });

  it('OV28: owed from before is late in an earlier window, told in none since, and not asked for again', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = yearOf(seed, 150);
        const last = facts.windows.length - 1;
        const day = '2025-03-01';
        const brief = briefingOf(facts, { at: last, today: day, until: '2025-03-15' })!;
        const isTold = (state: string) => state === 'xong' || state === 'khong-phat-sinh';
        const owed = facts.tasks.filter(({ cells }) =>
          cells.some(
            (cell, at) =>
              at < last &&
              pieceOf(cell, facts.windows[at]!, day) === 'late' &&
              !cells[last]!.due &&
              !cells.slice(at).some(({ state }) => isTold(state)),
          ),
        );
        expect(brief.owed.map(({ taskId }) => taskId).sort()).toEqual(owed.map(({ id }) => id).sort());
        expect(brief.owed.some(({ taskId }) => brief.late.some((late) => late.taskId === taskId))).toBe(false);
        expect(briefingOf(facts, { at: 0, today: day, until: '2025-03-15' })!.owed).toEqual([]);
        const html = bodyHtml(briefingPage(brief, 'xã Như Quỳnh'));
        expect(html.includes('CÒN NỢ TỪ KỲ TRƯỚC')).toBe(owed.length > 0);
      }),
      run,
    );
  });

  it('OV17: what is shown and what is left out is all there is', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 400 }), (seed, tasks) => {
        const facts = yearOf(seed, tasks, 12);
        const brief = briefingOf(facts, { at: 1, today, until: '2024-06-03' })!;
        const html = bodyHtml(briefingPage(brief, 'xã Như Quỳnh'));
        const soonAt = html.indexOf('SẮP ĐẾN HẠN');
        const owedAt = brief.owed.length > 0 ? html.indexOf('CÒN NỢ TỪ KỲ TRƯỚC:') : soonAt;
        const told = (section: string): number =>
          (section.match(/chậm \d+ ngày/g) ?? []).length + Number(/và (\d+) việc khác/.exec(section)?.[1] ?? 0);
        const late = html.slice(html.indexOf('QUÁ HẠN:'), owedAt);
        expect(told(late)).toBe(brief.late.length);
        expect(late.includes('Không có.')).toBe(brief.late.length === 0);
        expect(told(html.slice(owedAt, soonAt))).toBe(brief.owed.length);
      }),
      { ...run, numRuns: 25 },
    );
  });

  it('OV20, OV22: the strip has every task once; today lies inside its own window', () => {
    const facts = yearOf(7, 200);
    const rows = stripOf(facts, today);
    expect(
      rows
        .filter(({ kind }) => kind === 'task')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(facts.tasks.map(({ id }) => id).sort());
    expect(rows.every((row) => row.kind === 'area' || row.cells.length === 4)).toBe(true);
    const place = placeOfDay(facts.windows, today)!;
    expect(place > 0.25 && place < 0.5).toBe(true);
    expect(placeOfDay(facts.windows, '2025-01-01')).toBeNull();
  });

  it('OV21: a cell of the strip stands as its task does in that window, with the day of its own where it is due', () => {
    const facts = yearOf(11, 200);
    const strip = stripOf(facts, today).filter((row) => row.kind === 'task');
    for (const { task, cells } of strip)
      expect(cells).toEqual(
        task.cells.map((cell, at) => ({
          windowId: facts.windows[at]!.id,
          piece: pieceOf(cell, facts.windows[at]!, today),
          by: cell.due ? cell.by : null,
          due: cell.due,
        })),
      );
    expect(strip.flatMap(({ cells }) => cells).filter(({ by }) => by !== null).length).toBeGreaterThan(20);
  });
});

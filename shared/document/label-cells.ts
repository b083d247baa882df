/** Number, area and component of a task table: one merged cell over the rows that belong together. */

export type LabelledRow = { no: string; area: string; component: string };

/** How many rows, from here on, each label cell covers; 0 where the cell above still reaches. */
export type LabelSpans = { area: number; component: number };

/** Rows belong together while number and area stay the same; components merge inside their area. An empty component never merges. */
export function labelSpans(rows: readonly LabelledRow[]): LabelSpans[] {
  const spans: LabelSpans[] = rows.map(() => ({ area: 0, component: 0 }));
  let area = spans[0];
  let component = spans[0];
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    const newArea = !above || row.area !== above.area || row.no !== above.no;
    if (newArea) area = spans[at];
    if (newArea || row.component === '' || row.component !== above.component) component = spans[at];
    if (area) area.area += 1;
    if (component) component.component += 1;
  }
  return spans;
}

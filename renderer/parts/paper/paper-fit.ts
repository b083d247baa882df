/** How sheets of paper stand in a pane. Lengths are CSS pixels. Pure. */

/** A4 upright and a little ground on both sides. */
export const sheetWidth = 832;

/** Landscape sheets are drawn as wide as upright ones, so that nobody scrolls sideways: 210 / 297. */
const landscapeRule = '@media screen{.sheet.landscape{zoom:.7071}}';

/** The preview page with the rule above, inside its own style element. */
export const fitLandscape = (html: string): string => html.replace('</style>', `${landscapeRule}</style>`);

export type Zoom = 'fit' | '100' | '130';

/** Scale of the sheets: `fit` fills the pane but does not blow up beyond the paper's own size. */
export function scaleOf(zoom: Zoom, paneWidth: number): number {
  if (zoom !== 'fit') return Number(zoom) / 100;
  return paneWidth <= 0 ? 1 : Math.min(1, paneWidth / sheetWidth);
}

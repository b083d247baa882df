import { describe, expect, it } from 'vitest';
import { fitLandscape, scaleOf, sheetWidth } from '../../../../renderer/parts/paper/paper-fit.ts';
import { toPreviewHtml } from '../../../../shared/document/to-html.ts';

describe('sheets in a pane', () => {
  it('fit the pane without growing beyond the paper', () => {
    expect(scaleOf('fit', sheetWidth / 2)).toBe(0.5);
    expect(scaleOf('fit', sheetWidth * 2)).toBe(1);
    expect(scaleOf('fit', 0)).toBe(1);
    expect(scaleOf('100', 300)).toBe(1);
    expect(scaleOf('130', 300)).toBe(1.3);
  });

  it('get the rule for landscape sheets inside the page’s own style', () => {
    const page = toPreviewHtml({ title: 'Báo cáo', sections: [{ orientation: 'landscape', nodes: [] }] });
    const fitted = fitLandscape(page);
    expect(fitted).toMatch(/<style>[^<]*\.sheet\.landscape\{zoom:\.7071\}[^<]*<\/style>/);
    expect(fitted.length - page.length).toBeLessThan(80);
  });
});

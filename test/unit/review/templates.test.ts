/** What the program itself offers to write has nothing to be corrected: only the blanks of every draft are told. */
import { describe, expect, it } from 'vitest';
import { reviewPlan } from '../../../shared/review/review.ts';
import { planFromTemplate, templateKey } from '../../../shared/templates/templates.ts';

describe('plans begun from a template', () => {
  for (const key of templateKey.options)
    it.each(['xa', 'phuong', 'dac-khu'] as const)(`${key} of %s`, (kind) => {
      const superior = { kind: 'tinh', name: 'Sông Lam' } as const;
      const unit = { kind, name: 'An Thịnh', superior, place: 'An Thịnh', chairTitle: 'CHỦ TỊCH', chairName: '' };
      const { header, rows } = planFromTemplate(key, { unit, year: 2026 });
      const { findings } = reviewPlan({
        year: 2026,
        issuer: header.issuer,
        head: header,
        basis: header.basis,
        preamble: header.preamble ?? [],
        sections: header.sections,
        closing: header.closing ?? [],
        annexTitle: [],
        annex: 'table',
        rows: rows.map(({ dimension, ...row }) => ({ ...row, area: dimension })),
      });
      expect(findings.map(({ rule }) => rule)).toEqual(['header-blank', 'header-blank']);
    });
});

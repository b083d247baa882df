import { describe, expect, it } from 'vitest';
import {
  differingFields,
  fieldsToSave,
  formFromText,
  formOf,
  sameForm,
  textOfForm,
} from '../../../../renderer/features/mine/progress-form.ts';
import type { ProgressView } from '../../../../shared/api/contract/plans.ts';

const saved: ProgressView = {
  id: 'p',
  taskId: 't',
  windowId: 'w',
  state: 'dang-lam',
  doneText: 'Đã niêm yết',
  numerator: 1234.5,
  denominator: 2000,
  measure: 'hộ',
  obstacle: '',
  proposal: '',
  personId: null,
  updatedAt: 0,
  revision: 3,
  lateReason: '',
};

describe('the form of an entry', () => {
  it('shows amounts as clerks write them, and gives back what the server had', () => {
    const form = formOf(saved);
    expect(form.numerator).toBe('1.234,5');
    const fields = fieldsToSave(form);
    expect(fields).toEqual({
      ok: true,
      value: {
        state: 'dang-lam',
        doneText: 'Đã niêm yết',
        numerator: 1234.5,
        denominator: 2000,
        measure: 'hộ',
        obstacle: '',
        proposal: '',
        lateReason: '',
      },
    });
  });

  it('begins as not done where there is no entry', () => {
    expect(formOf(null)).toMatchObject({ state: 'chua', doneText: '', numerator: '', denominator: '' });
    expect(fieldsToSave(formOf(null))).toMatchObject({ ok: true, value: { numerator: null, denominator: null } });
  });

  it('names the amount that is no number and keeps it as typed (MN5)', () => {
    const form = { ...formOf(saved), numerator: 'chín', denominator: '11' };
    const fields = fieldsToSave(form);
    expect(fields.ok).toBe(false);
    if (fields.ok) return;
    expect(fields.wrong.numerator).toContain('“chín”');
    expect(fields.wrong.denominator).toBeUndefined();
    expect(form.numerator).toBe('chín');
  });

  it('tells which fields two versions differ in (MN4)', () => {
    const mine = { ...formOf(saved), doneText: 'Đã niêm yết và đăng tin', proposal: 'Cấp kinh phí' };
    expect(differingFields(mine, formOf(saved))).toEqual(['doneText', 'proposal']);
    expect(sameForm(mine, { ...mine })).toBe(true);
    expect(sameForm(mine, formOf(saved))).toBe(false);
  });
});

describe('a stored draft (MN1)', () => {
  it('comes back as it was', () => {
    const form = formOf(saved);
    expect(formFromText(textOfForm(form))).toEqual(form);
  });

  it('is the same text for the same words, however they came about', () => {
    const { state, doneText, ...rest } = formOf(saved);
    expect(textOfForm({ ...rest, doneText, state })).toBe(textOfForm(formOf(saved)));
  });

  it('of the version before is read too', () => {
    expect(formFromText(JSON.stringify(formOf(saved)))).toEqual(formOf(saved));
  });

  it('that is none, or foreign, or of another shape counts as none', () => {
    for (const text of ['', '{', 'null', '[]', '{"form":{},"base":1}', '[["state","lạ"]]', '[1,2]'])
      expect(formFromText(text)).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { inForm, signerTexts, signingForms } from '../../../renderer/parts/signing/signing-form.ts';
import { readSigning, signingLines } from '../../../shared/document/wording.ts';

const chair = readSigning('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH');

it.each(signingForms.map(({ value }) => value))(
  'DC7: %s is kept as texts that are read back as the same form',
  (form) => {
    const chosen = inForm(chair, form);
    const { authority, title } = signerTexts(chosen);
    expect(signingLines(readSigning(authority, title))).toEqual(signingLines(chosen));
    expect(chosen.form).toBe(form);
    if (form !== 'asWritten') expect(readSigning(authority, title)).toEqual(chosen);
  },
);

it('DC7: a deputy signs for the head, with the position below', () => {
  expect(signingLines(inForm(chair, 'KT'))).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  expect(signingLines(inForm(chair, 'TUQ'))).toEqual(['TUQ. CHỦ TỊCH', 'CHỦ TỊCH']);
});

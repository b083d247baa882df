/** The signing form as choices and fields, and the two texts in which plans keep it. Rule DC7 of shared/document/SPEC.md. */
import type { Signing } from '../../../shared/document/model.ts';

export type SigningForm = Signing['form'];

export const signingForms: readonly { value: SigningForm; label: string }[] = [
  { value: 'direct', label: 'Người đứng đầu ký' },
  { value: 'TM', label: 'TM. (thay mặt tập thể)' },
  { value: 'KT', label: 'KT. (cấp phó ký thay)' },
  { value: 'Q', label: 'Q. (quyền cấp trưởng)' },
  { value: 'TL', label: 'TL. (thừa lệnh)' },
  { value: 'TUQ', label: 'TUQ. (thừa ủy quyền)' },
  { value: 'asWritten', label: 'Ghi theo từng dòng' },
];

const bodyName = 'ỦY BAN NHÂN DÂN';

/** The same signer in another form: what both forms know stays. */
export function inForm(signing: Signing, form: SigningForm): Signing {
  const position = 'position' in signing ? signing.position : (signing.lines.at(-1) ?? '');
  const body = ('body' in signing ? signing.body : null) ?? bodyName;
  const head = 'head' in signing ? signing.head : 'CHỦ TỊCH';
  switch (form) {
    case 'direct':
      return { form, position };
    case 'TM':
      return { form, body, position };
    case 'KT':
      return { form, body, head, position: position === head ? 'PHÓ CHỦ TỊCH' : position };
    case 'Q':
      return { form, body, position };
    case 'TL':
    case 'TUQ':
      return { form, head, position };
    case 'asWritten':
      return { form, lines: [position] };
  }
}

/** The texts that `readSigning` reads back as the same form. */
export function signerTexts(signing: Signing): { authority: string; title: string } {
  switch (signing.form) {
    case 'direct':
      return { authority: '', title: signing.position };
    case 'TM':
      return { authority: `TM. ${signing.body}`, title: signing.position };
    case 'KT':
      return { authority: collective(signing.body), title: `KT. ${signing.head}\n${signing.position}` };
    case 'Q':
      return { authority: collective(signing.body), title: `Q. ${signing.position}` };
    case 'TL':
      return { authority: `TL. ${signing.head}`, title: signing.position };
    case 'TUQ':
      return { authority: `TUQ. ${signing.head}`, title: signing.position };
    case 'asWritten':
      return { authority: '', title: signing.lines.join('\n') };
  }
}

const collective = (body: string | null): string => (body ? `TM. ${body}` : '');

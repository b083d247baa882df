/** Who signs, and in which form: TM., KT., Q., TL., TUQ., as the plan and the report both choose it. */
import { Select, TextInput } from '@mantine/core';
import type { Signing } from '../../../shared/document/model.ts';
import { readSigning } from '../../../shared/document/wording.ts';
import { Lines } from './lines-field.tsx';
import type { Signer } from './signer-text.ts';
import styles from './signing.module.css';
import { inForm, type SigningForm, signerTexts, signingForms } from './signing-form.ts';

export type SignerFormProps = {
  signer: Signer;
  onChange: (signer: Signer) => void;
};

export function SignerForm({ signer, onChange }: SignerFormProps) {
  const signing = readSigning(signer.authority, signer.title);
  const sign = (next: Signing) => onChange({ ...signer, ...signerTexts(next) });
  return (
    <div className={styles.signer}>
      <div className={styles.row}>
        <Select
          label="Hình thức ký"
          data={signingForms.map(({ value, label }) => ({ value, label }))}
          value={signing.form}
          allowDeselect={false}
          onChange={(form) => form && sign(inForm(signing, form as SigningForm))}
        />
        <TextInput
          label="Họ và tên người ký"
          value={signer.name}
          maxLength={100}
          onChange={(event) => onChange({ ...signer, name: event.currentTarget.value })}
        />
      </div>
      <SigningFields signing={signing} onChange={sign} />
    </div>
  );
}

function SigningFields({ signing, onChange }: { signing: Signing; onChange: (signing: Signing) => void }) {
  if (signing.form === 'asWritten')
    return (
      <Lines label="Các dòng trên chữ ký" lines={signing.lines} onChange={(lines) => onChange({ ...signing, lines })} />
    );
  return (
    <div className={styles.row}>
      {'body' in signing ? (
        <TextInput
          label="Thay mặt"
          value={signing.body ?? ''}
          onChange={(event) => onChange({ ...signing, body: event.currentTarget.value } as Signing)}
        />
      ) : null}
      {'head' in signing ? (
        <TextInput
          label={signing.form === 'KT' ? 'Ký thay' : 'Theo lệnh, ủy quyền của'}
          value={signing.head}
          onChange={(event) => onChange({ ...signing, head: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label="Chức vụ người ký"
        value={signing.position}
        onChange={(event) => onChange({ ...signing, position: event.currentTarget.value })}
      />
    </div>
  );
}

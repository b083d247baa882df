/** Two versions of one entry: what was saved elsewhere meanwhile, and the words typed here. The person decides; nothing is merged unasked. */
import { TwoVersions } from '../../parts/two-texts.tsx';
import { differingFields, fieldWords, type ProgressForm, stateWords } from './progress-form.ts';
import type { Entry } from './use-entry.ts';
import styles from './work-pane.module.css';

export function ConflictNote({ entry }: { entry: Entry }) {
  const fields = differingFields(entry.form, entry.saved);
  return (
    <TwoVersions field={entry}>
      <dl className={styles.versions}>
        {fields.map((name) => (
          <Versions key={name} name={name} mine={entry.form} saved={entry.saved} />
        ))}
      </dl>
    </TwoVersions>
  );
}

function Versions({ name, mine, saved }: { name: keyof ProgressForm; mine: ProgressForm; saved: ProgressForm }) {
  const words = (form: ProgressForm) => (name === 'state' ? stateWords[form.state] : form[name]) || '(để trống)';
  return (
    <>
      <dt>{fieldWords[name]}</dt>
      <dd className={styles.version}>
        <span className={styles.versionName}>Bản đã lưu</span>
        {words(saved)}
      </dd>
      <dd className={styles.version}>
        <span className={styles.versionName}>Bản tôi vừa gõ</span>
        {words(mine)}
      </dd>
    </>
  );
}

/** The way to the other offices on this computer, for someone who opened the wrong one. */
import type { ProfileView } from '../../../shared/api/contract/office.ts';
import { openOffice } from '../../data/saver/saving.ts';
import { TextAction } from '../../ui/note.tsx';
import styles from './start-page.module.css';

export function OtherOffices({ profiles }: { profiles: readonly ProfileView[] }) {
  const others = profiles.filter((profile) => !profile.current);
  if (others.length === 0) return null;
  return (
    <p className={styles.others}>
      Hồ sơ khác trên máy này:{' '}
      {others.map((profile, index) => (
        <span key={profile.id}>
          {index > 0 ? ' · ' : ''}
          <TextAction onClick={() => void openOffice(profile.id)}>{profile.label}</TextAction>
        </span>
      ))}
    </p>
  );
}

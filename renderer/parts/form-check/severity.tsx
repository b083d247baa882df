/** How much a finding weighs: an icon and a word, never a colour alone. */
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import styles from './form-check.module.css';

export type Weight = 'error' | 'warning' | 'note';

const words: Record<Weight, string> = { error: 'Sai', warning: 'Nên xem', note: 'Ghi chú' };
const icons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle };

export function Severity({ of }: { of: Weight }) {
  const Icon = icons[of];
  return (
    <span className={`${styles.severity} ${styles[of]}`}>
      <Icon size="1rem" aria-hidden />
      {words[of]}
    </span>
  );
}

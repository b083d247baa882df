/** A small button of the editor's bars: a picture, its name as a hint, pressed or not. */
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './editor.module.css';

type ToolProps = { label: string; icon: ReactNode; onClick: () => void; pressed?: boolean; disabled?: boolean };

export function Tool({ label, icon, onClick, pressed, disabled = false }: ToolProps) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={styles.tool}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

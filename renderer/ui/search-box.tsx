/** Find by typing, with or without accents. Ctrl+F or "/" brings the cursor here, Esc empties it. */
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { isTyping } from './keyboard.ts';

export type SearchBoxProps = {
  value: string;
  onChange: (value: string) => void;
  /** Names the box and stands in it while it is empty: "Tìm nhiệm vụ". */
  label: string;
  /** How many were found, spoken after typing pauses; null before anything was sought. */
  found?: number | null;
  width?: string;
};

export function SearchBox({ value, onChange, label, found = null, width = '17rem' }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const seek = (event: KeyboardEvent) => {
      const ctrlF = event.ctrlKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f';
      const slash = event.key === '/' && !event.ctrlKey && !event.altKey && !isTyping(event.target);
      if (event.defaultPrevented || (!ctrlF && !slash) || !box.current?.checkVisibility()) return;
      event.preventDefault();
      box.current.focus();
      box.current.select();
    };
    document.addEventListener('keydown', seek);
    return () => document.removeEventListener('keydown', seek);
  }, []);

  return (
    <search>
      <TextInput
        ref={box}
        w={width}
        maw="100%"
        value={value}
        aria-label={label}
        aria-keyshortcuts="Control+F /"
        placeholder={label}
        leftSection={<IconSearch size="1.0625rem" stroke={1.9} aria-hidden />}
        rightSection={
          value === '' ? null : <CloseButton size="sm" aria-label="Xóa chữ đang tìm" onClick={() => clear()} />
        }
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
      />
      <span className="visually-hidden" role="status">
        {found === null || value === '' ? '' : found === 0 ? 'Không thấy mục nào' : `Thấy ${found} mục`}
      </span>
    </search>
  );

  function clear() {
    onChange('');
    box.current?.focus();
  }
}

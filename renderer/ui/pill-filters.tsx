/** Filters as pills: pressed or not, with their counts; a pill may open a list to choose from. */
import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { fold, matchesFolded } from '../../shared/text/fold.ts';
import { formatCount } from './format.ts';
import styles from './pill-filters.module.css';

export type Pill<V extends string> = { value: V; label: string; count?: number; tone?: 'late' | 'due' };

export type PillFiltersProps<V extends string> = {
  /** Names the group: "Lọc theo trạng thái". */
  label: string;
  pills: readonly Pill<V>[];
  /** The pressed ones. */
  value: readonly V[];
  onChange: (value: V[]) => void;
  /** `one` lets go of the others, and lets go of itself when pressed again unless `required`. */
  mode?: 'one' | 'many';
  required?: boolean;
};

export function PillFilters<V extends string>({
  label,
  pills,
  value,
  onChange,
  mode = 'many',
  required = false,
}: PillFiltersProps<V>) {
  const press = (pill: V) => {
    const pressed = value.includes(pill);
    if (mode === 'many') return onChange(pressed ? value.filter((one) => one !== pill) : [...value, pill]);
    if (!pressed) return onChange([pill]);
    if (!required) onChange([]);
  };
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{label}</legend>
      {pills.map((pill) => (
        <button
          key={pill.value}
          type="button"
          className={styles.pill}
          aria-pressed={value.includes(pill.value)}
          onClick={() => press(pill.value)}
        >
          {pill.label}
          {pill.count === undefined ? null : (
            <span className={`${styles.count} ${pill.tone && pill.count > 0 ? styles[pill.tone] : ''} numbers`}>
              {formatCount(pill.count)}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

export type PillMenuProps<V extends string> = {
  /** What is chosen: "Bộ phận". */
  label: string;
  /** Words while nothing is chosen: "Tất cả bộ phận". */
  everything: string;
  options: readonly Pill<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  /** The choice cannot be taken away, only changed (a period, a plan). */
  required?: boolean;
};

/** Lists longer than this get a box to type in. */
const searchFrom = 8;
const everythingKey = '\u0000all';

export function PillMenu<V extends string>({
  label,
  everything,
  options,
  value,
  onChange,
  required = false,
}: PillMenuProps<V>) {
  const [query, setQuery] = useState('');
  const list = useCombobox({
    onDropdownClose: () => {
      list.resetSelectedOption();
      setQuery('');
    },
    onDropdownOpen: () => {
      if (options.length > searchFrom) list.focusSearchInput();
      list.selectActiveOption();
    },
  });
  const chosen = options.find((option) => option.value === value);
  const shown = options.filter((option) => matchesFolded(fold(option.label), fold(query)));
  return (
    <Combobox
      store={list}
      width="max-content"
      position="bottom-start"
      shadow="md"
      withinPortal
      onOptionSubmit={(picked) => {
        onChange(picked === everythingKey ? null : (picked as V));
        list.closeDropdown();
        list.focusTarget();
      }}
    >
      <span className={styles.menu} data-chosen={chosen && !required ? true : undefined}>
        <Combobox.Target targetType="button" withAriaAttributes>
          <button
            type="button"
            className={`${styles.pill} ${chosen ? styles.pressed : ''}`}
            aria-label={`${label}: ${chosen?.label ?? everything}`}
            onClick={() => list.toggleDropdown()}
          >
            {chosen?.label ?? everything}
            <IconChevronDown size="0.9375rem" stroke={2} aria-hidden />
          </button>
        </Combobox.Target>
        {chosen && !required ? (
          <button type="button" className={styles.clear} aria-label={`Bỏ lọc ${label}`} onClick={() => onChange(null)}>
            <IconX size="0.875rem" stroke={2.2} aria-hidden />
          </button>
        ) : null}
      </span>
      <Combobox.Dropdown miw="14rem" maw="26rem">
        {options.length > searchFrom ? (
          <Combobox.Search
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              list.selectFirstOption();
            }}
            placeholder="Gõ để tìm"
            aria-label={`Tìm trong ${label}`}
          />
        ) : null}
        <Combobox.Options mah="20rem" className={styles.options} aria-label={label}>
          {required || query !== '' ? null : (
            <Combobox.Option value={everythingKey} active={value === null} selected={value === null}>
              {everything}
            </Combobox.Option>
          )}
          {shown.map((option) => (
            <Combobox.Option
              key={option.value}
              value={option.value}
              active={option.value === value}
              selected={option.value === value}
              className={option.value === value ? styles.chosen : undefined}
            >
              {option.label}
              {option.count === undefined ? null : (
                <span className={`${styles.optionCount} numbers`}>{formatCount(option.count)}</span>
              )}
            </Combobox.Option>
          ))}
          {shown.length === 0 ? <Combobox.Empty>Không có mục nào khớp</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

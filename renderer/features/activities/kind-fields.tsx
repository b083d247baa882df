/** The fields that one kind of activity has. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DateField } from '../../ui/field.tsx';
import styles from './activities-page.module.css';
import type { ActivityForm, Field, Wrong } from './activity-form.ts';

type KindFieldsProps = {
  form: ActivityForm;
  wrong: Wrong;
  year: number;
  fields: readonly Field[];
  set: (patch: Partial<ActivityForm>) => void;
};

export function KindFields({ form, wrong, year, fields, set }: KindFieldsProps) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => {
        const value = form.fields[field.name] ?? '';
        const put = (words: string) => set({ fields: { ...form.fields, [field.name]: words } });
        const common = { label: field.label, error: wrong[field.name] };
        if (field.type === 'choice')
          return (
            <NativeSelect
              key={field.name}
              {...common}
              data={[...(field.options ?? [])]}
              value={value}
              onChange={(event) => put(event.currentTarget.value)}
            />
          );
        if (field.type === 'date')
          return (
            <DateField
              key={field.name}
              label={field.label}
              value={value === '' ? null : value}
              onChange={(date) => put(date ?? '')}
              year={year}
            />
          );
        if (field.type === 'text')
          return (
            <Textarea
              key={field.name}
              {...common}
              className={styles.wide}
              autosize
              minRows={1}
              maxRows={6}
              maxLength={4000}
              value={value}
              onChange={(event) => put(event.currentTarget.value)}
            />
          );
        return (
          <TextInput
            key={field.name}
            {...common}
            placeholder={field.hint}
            inputMode={field.type === 'number' ? 'numeric' : undefined}
            maxLength={field.type === 'number' ? 12 : field.name === 'link' ? 2000 : 300}
            value={value}
            onChange={(event) => put(event.currentTarget.value)}
          />
        );
      })}
    </div>
  );
}

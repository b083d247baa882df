/** A list typed as lines: one entry a line. */
import { Textarea } from '@mantine/core';

type LinesProps = {
  label: string;
  hint?: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
};

export function Lines({ label, hint, lines, onChange }: LinesProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={1}
      maxRows={10}
      value={lines.join('\n')}
      onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
    />
  );
}

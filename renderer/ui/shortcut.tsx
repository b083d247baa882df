/** Keys as they stand on the keyboard: `<Shortcut keys="Ctrl Z" />`. */
import { Kbd } from '@mantine/core';

export function Shortcut({ keys }: { keys: string }) {
  return (
    <span>
      {keys.split(' ').map((key, index) => (
        <span key={key}>
          {index > 0 ? ' ' : ''}
          <Kbd size="xs">{key}</Kbd>
        </span>
      ))}
    </span>
  );
}

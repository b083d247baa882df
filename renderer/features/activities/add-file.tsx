/** Files given as proof of an activity. */
import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { call } from '../../data/client.ts';
import { attempt } from '../../parts/acts.ts';

/** Stores files and names them as proof of this activity; the bytes are kept once however often they are given. */
export function AddFile({ onAdded }: { onAdded: (ids: string[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (files: readonly File[]) => {
    const ids: string[] = [];
    for (const file of files) {
      const answer = await attempt(() => call(contract.work.addFile, { query: { name: file.name }, bytes: file }));
      if (answer) ids.push(answer.evidence.id);
    }
    if (ids.length > 0) onAdded(ids);
  };
  return (
    <div>
      <Button size="compact-sm" leftSection={<IconPaperclip size="1rem" />} onClick={() => chooser.current?.click()}>
        Thêm tệp, ảnh…
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label="Tệp minh chứng của hoạt động"
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

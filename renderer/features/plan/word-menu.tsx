/** "Bản Word": the plan taken out to be edited elsewhere, and brought back. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import { callForBytes } from '../../data/client.ts';
import { attempt } from '../../parts/acts.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { returnedPath } from './returned-page.tsx';

export function WordMenu({ plan }: { plan: PlanSummary }) {
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const takeOut = async () => {
    setBusy(true);
    const bytes = await attempt(() => callForBytes(contract.writing.word, { params: { id: plan.id } }));
    setBusy(false);
    if (bytes) saveBlob(bytes, `Ke-hoach-${plan.year}.docx`);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={busy} rightSection={<IconChevronDown size="1rem" />}>
          Bản Word
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void takeOut()}>Tải bản Word</Menu.Item>
        <Menu.Item onClick={() => go(returnedPath)}>Đưa bản Word đã sửa về…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

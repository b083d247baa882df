/** Soạn kế hoạch: the plan of the address, or the one in use. */
import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page, Pane } from '../../ui/page.tsx';
import { PlanWriter } from './plan-writer.tsx';

export default function WritePage() {
  const [path] = useLocation();
  const { plan: summary } = useOffice();
  const id = /^\/soan\/([A-Za-z0-9_-]{1,64})$/.exec(path)?.[1] ?? summary?.id ?? null;
  const view = useData(contract.plans.get, id === null ? null : { params: { id } });
  if (view.data && view.data.id === id) return <PlanWriter key={id} plan={view.data} />;
  return (
    <Page title="Soạn kế hoạch" body="fill">
      {view.error ? <Note tone="problem">{view.error.message}</Note> : null}
      {id === null || view.error ? (
        <Pane label="Chưa có kế hoạch để soạn">
          <EmptyState
            icon={IconFileText}
            title="Chưa có kế hoạch để soạn"
            action={
              <Button component={Link} href="/ke-hoach" variant="filled">
                Đến màn hình Kế hoạch
              </Button>
            }
          >
            Lập kế hoạch mới từ mẫu, từ kế hoạch năm trước, hoặc mở kế hoạch đã có ở màn hình Kế hoạch.
          </EmptyState>
        </Pane>
      ) : null}
    </Page>
  );
}

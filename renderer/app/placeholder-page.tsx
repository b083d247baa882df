/** Stands in the table of screens until the screen's own page is registered. */
import { IconTools } from '@tabler/icons-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function PlaceholderPage({ label }: { label: string }) {
  return (
    <Page title={label} body="fill">
      <EmptyState icon={IconTools} title="Màn hình này đang được hoàn thiện">
        Dữ liệu của cơ quan không bị ảnh hưởng.
      </EmptyState>
    </Page>
  );
}

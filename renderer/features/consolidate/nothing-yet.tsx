/** No report of the window came yet: where to go. */
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'wouter';
import { EmptyState } from '../../ui/empty-state.tsx';

export const NothingYet = () => (
  <EmptyState
    icon={IconUsersGroup}
    title="Chưa có báo cáo để cộng"
    action={
      <Button component={Link} href="/tiep-nhan">
        Tiếp nhận gói
      </Button>
    }
  >
    Tiếp nhận gói báo cáo của các đơn vị; số liệu cộng lại hiện ra ngay ở đây.
  </EmptyState>
);

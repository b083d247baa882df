/** Hôm nay before there is a plan: what belongs here, and the way there. */
import { IconFileText, IconInbox } from '@tabler/icons-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './home-page.module.css';
import type { Step } from './next-steps.ts';
import { StepList } from './step-list.tsx';

export type EmptyHomeProps = {
  /** An office that receives reports begins with what others sent; a plan of its own is a side matter. */
  receives: boolean;
  steps: readonly Step[];
  next: Step | null;
};

export function EmptyHome({ receives, steps, next }: EmptyHomeProps) {
  return (
    <div className={`${styles.columns} ${styles.level}`}>
      {receives ? (
        <Pane label="Tiếp nhận">
          <EmptyState icon={IconInbox} title="Nhận báo cáo của đơn vị cấp dưới">
            Kéo tệp gói đơn vị gửi vào màn Tiếp nhận: chương trình kiểm tra gói, đọc báo cáo, và cho biết đơn vị nào đã
            gửi.
          </EmptyState>
        </Pane>
      ) : (
        <Pane label="Chưa có kế hoạch">
          <EmptyState icon={IconFileText} title="Chưa có kế hoạch nào trong máy">
            Mở tệp Word hoặc Excel của kế hoạch năm. Sổ Việc đọc ra bảng nhiệm vụ để anh/chị xem lại trước khi giữ.
          </EmptyState>
        </Pane>
      )}
      <Pane
        title={receives ? 'Nếu cơ quan có kế hoạch riêng' : 'Việc tiếp theo'}
        aside={`${steps.filter((step) => step.done).length} / ${steps.length} bước`}
      >
        <StepList steps={steps} next={receives ? null : next} />
      </Pane>
    </div>
  );
}

/** The way of a new office from an empty book to a bundle that was handed over; every mark is read off the data, none is clicked. */
import type { PlanSummary, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import type { Morning } from './morning.ts';

export type Step = {
  key: 'plan' | 'assign' | 'progress' | 'report' | 'bundle';
  title: string;
  /** How far it is, or what it is for while nothing was done. */
  words: string;
  done: boolean;
  /** Address of the screen where the step is done, and the words of its button. */
  to: string;
  action: string;
};

export type StepFacts = {
  plan: PlanSummary | null;
  window: WindowView | null;
  morning: Morning | null;
  state: StateView;
};

export function nextSteps({ plan, window, morning, state }: StepFacts): Step[] {
  const counts = morning?.counts;
  const written = counts ? counts.total - counts.none - counts.idle : 0;
  const period = window?.label ?? 'kỳ này';
  const report = state.reports.find((each) => each.planId === plan?.id && each.windowId === window?.id);
  const frozen = report?.status === 'frozen';
  const handedOver = frozen && report.sentVersion === report.version;
  return [
    {
      key: 'plan',
      title: 'Mở kế hoạch đã có',
      words: plan
        ? `${plan.number === '' ? `Kế hoạch năm ${plan.year}` : `Kế hoạch số ${plan.number}`}: ${plan.tasks} nhiệm vụ.`
        : 'Chọn tệp Word hoặc Excel của kế hoạch. Xem xong mới giữ, chưa giữ thì chưa lưu gì.',
      done: plan !== null,
      to: '/mo-ke-hoach',
      action: 'Mở kế hoạch đã có',
    },
    {
      key: 'assign',
      title: 'Phân công người phụ trách',
      words:
        morning && morning.unassigned > 0
          ? `Còn ${morning.unassigned} trên ${morning.counts.total} nhiệm vụ chưa có người.`
          : morning
            ? 'Nhiệm vụ nào cũng đã có người.'
            : 'Ghi tên người, giao bộ phận; nhiệm vụ tự theo bộ phận chủ trì.',
      done: morning !== null && morning.counts.total > 0 && morning.unassigned === 0,
      to: '/co-quan/nguoi',
      action: 'Phân công',
    },
    {
      key: 'progress',
      title: `Ghi kết quả ${period}`,
      words: counts
        ? `Đã ghi ${written} trên ${counts.total} nhiệm vụ.`
        : 'Từng người mở Việc của tôi, ghi đã làm gì và thả minh chứng vào.',
      done: counts !== undefined && counts.total > 0 && counts.none === 0,
      to: '/viec-cua-toi',
      action: 'Ghi kết quả',
    },
    {
      key: 'report',
      title: `Báo cáo ${period}`,
      words: frozen
        ? 'Đã chốt.'
        : report && report.version > 0
          ? 'Đã mở lại để sửa; chốt lại khi xong.'
          : 'Báo cáo tự ghép từ kết quả đã ghi. Đọc, sửa, in trình ký, rồi chốt.',
      done: frozen,
      to: '/bao-cao',
      action: 'Mở báo cáo',
    },
    {
      key: 'bundle',
      title: 'Xuất gói gửi cấp trên',
      words: handedOver ? 'Đã xuất gói.' : 'Một tệp gồm báo cáo, bảng nhiệm vụ và minh chứng, chép ra USB hoặc gửi đi.',
      done: handedOver,
      to: '/goi',
      action: 'Xuất gói',
    },
  ];
}

/**
 * The step to do now; null when the round is finished. Two steps are often never quite finished and then must not hold up the others:
 * assigning, once somebody answers for something, and writing results, once the window has ended.
 */
export function stepToDo(steps: readonly Step[], { morning, window, state }: StepFacts): Step | null {
  const open = steps.filter((step) => !step.done);
  const someAssigned = morning !== null && morning.unassigned < morning.counts.total;
  const ended = window !== null && state.today > window.toDate;
  const pressing = open.find(({ key }) => !(key === 'assign' && someAssigned) && !(key === 'progress' && ended));
  return pressing ?? open[0] ?? null;
}

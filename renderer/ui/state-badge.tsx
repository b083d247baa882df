/** One word and one shape for the state of a task or of a bundle; colour never speaks alone, the icon and the word do. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleDashed,
  IconCircleHalf2,
  IconClock,
  IconFileBroken,
  IconHourglass,
  IconInbox,
  IconLock,
  IconMessageReply,
  IconMinus,
  IconPencil,
  IconReplace,
  IconSend,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import styles from './state-badge.module.css';

type Tone = 'none' | 'work' | 'done' | 'due' | 'late' | 'wait';
type Look = {
  tone: Tone;
  words: string;
  icon: ComponentType<{ size?: string; stroke?: number; 'aria-hidden'?: boolean }>;
};

const taskLooks = {
  none: { tone: 'none', words: 'Chưa có kết quả', icon: IconCircle },
  working: { tone: 'work', words: 'Đang làm', icon: IconCircleHalf2 },
  done: { tone: 'done', words: 'Hoàn thành', icon: IconCheck },
  nothingArose: { tone: 'done', words: 'Không phát sinh', icon: IconMinus },
  due: { tone: 'due', words: 'Đến hạn', icon: IconClock },
  late: { tone: 'late', words: 'Chậm', icon: IconAlertTriangle },
  waitingEvent: { tone: 'wait', words: 'Chờ sự kiện', icon: IconHourglass },
  notNeeded: { tone: 'none', words: 'Chưa cần', icon: IconCircleDashed },
} as const satisfies Record<string, Look>;

const bundleLooks = {
  notSent: { tone: 'none', words: 'Chưa gửi', icon: IconCircle },
  draft: { tone: 'none', words: 'Đang soạn', icon: IconPencil },
  frozen: { tone: 'work', words: 'Đã chốt', icon: IconLock },
  exported: { tone: 'work', words: 'Đã xuất gói', icon: IconSend },
  received: { tone: 'wait', words: 'Mới nhận', icon: IconInbox },
  accepted: { tone: 'done', words: 'Chấp nhận', icon: IconCheck },
  onTime: { tone: 'done', words: 'Đúng hạn', icon: IconCheck },
  moreWanted: { tone: 'due', words: 'Yêu cầu bổ sung', icon: IconMessageReply },
  late: { tone: 'late', words: 'Chậm', icon: IconAlertTriangle },
  broken: { tone: 'late', words: 'Gói hỏng, chưa nhập', icon: IconFileBroken },
  replaced: { tone: 'none', words: 'Đã thay bằng bản mới', icon: IconReplace },
  recalled: { tone: 'none', words: 'Đã thu hồi', icon: IconArrowBackUp },
} as const satisfies Record<string, Look>;

export type TaskStateName = keyof typeof taskLooks;
export type BundleStateName = keyof typeof bundleLooks;
export const taskStateNames = Object.keys(taskLooks) as TaskStateName[];
export const bundleStateNames = Object.keys(bundleLooks) as BundleStateName[];

/** The plain word of a state, for filters, titles and sentences. */
export const taskStateWords = (state: TaskStateName): string => taskLooks[state].words;
export const bundleStateWords = (state: BundleStateName): string => bundleLooks[state].words;

/** `children` says more than the plain word: "Chậm 3 ngày", "Đến hạn 14/6", "Đạt 1 / 2". */
export function TaskStateBadge({ state, children }: { state: TaskStateName; children?: ReactNode }) {
  return <Badge look={taskLooks[state]}>{children}</Badge>;
}

export function BundleStateBadge({ state, children }: { state: BundleStateName; children?: ReactNode }) {
  return <Badge look={bundleLooks[state]}>{children}</Badge>;
}

function Badge({ look, children }: { look: Look; children?: ReactNode }) {
  const Icon = look.icon;
  return (
    <span className={`${styles.badge} ${styles[look.tone]}`}>
      <Icon size="0.9375rem" stroke={2.2} aria-hidden />
      <span>{children ?? look.words}</span>
    </span>
  );
}

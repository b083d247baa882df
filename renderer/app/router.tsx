/**
 * The table of screens. A new screen is one row here and one page under renderer/features/<name>/.
 * `page` is loaded when the screen is first opened, so the first paint carries none of them.
 */
import {
  IconBuildingBank,
  IconCalendarEvent,
  IconChecklist,
  IconFileDescription,
  IconHelpCircle,
  IconInbox,
  IconListDetails,
  IconPackageExport,
  IconPaperclip,
  IconTable,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type Screen = {
  /** Hash path; what follows it (`/ke-hoach/12`) belongs to the page itself. */
  path: string;
  label: string;
  icon: ComponentType<{ size?: string; stroke?: number }>;
  page: LazyExoticComponent<ComponentType>;
};

const placeholder = (label: string) =>
  lazy(async () => {
    const { PlaceholderPage } = await import('./placeholder-page.tsx');
    return { default: () => <PlaceholderPage label={label} /> };
  });

/** In the order of the navigation; Alt+1 … Alt+9 and Alt+0 open them in this order. */
export const screens: readonly Screen[] = [
  { path: '/', label: 'Hôm nay', icon: IconCalendarEvent, page: placeholder('Hôm nay') },
  { path: '/ke-hoach', label: 'Kế hoạch', icon: IconListDetails, page: placeholder('Kế hoạch') },
  { path: '/nhiem-vu', label: 'Nhiệm vụ', icon: IconTable, page: placeholder('Nhiệm vụ') },
  { path: '/viec-cua-toi', label: 'Việc của tôi', icon: IconChecklist, page: placeholder('Việc của tôi') },
  { path: '/minh-chung', label: 'Minh chứng', icon: IconPaperclip, page: placeholder('Minh chứng') },
  { path: '/bao-cao', label: 'Báo cáo', icon: IconFileDescription, page: placeholder('Báo cáo') },
  { path: '/goi', label: 'Gói gửi, nhận', icon: IconPackageExport, page: placeholder('Gói gửi, nhận') },
  { path: '/tiep-nhan', label: 'Tiếp nhận', icon: IconInbox, page: placeholder('Tiếp nhận') },
  { path: '/co-quan', label: 'Cơ quan', icon: IconBuildingBank, page: placeholder('Cơ quan') },
  { path: '/tro-giup', label: 'Trợ giúp', icon: IconHelpCircle, page: placeholder('Trợ giúp') },
];

/** Pages outside the navigation. The gallery shows the kit for screenshots and accessibility checks. */
export const hiddenScreens: readonly { path: string; page: LazyExoticComponent<ComponentType> }[] = [
  { path: '/_gallery', page: lazy(() => import('../ui/gallery/gallery.tsx')) },
];

/** The screen a hash path belongs to: the longest path that begins it. */
export function screenOf(path: string): Screen | undefined {
  return screens.find((screen) =>
    screen.path === '/' ? path === '/' || path === '' : path === screen.path || path.startsWith(`${screen.path}/`),
  );
}

/**
 * The table of screens. A new screen is one row here and one page under renderer/features/<name>/.
 * `page` is loaded when the screen is first opened, so the first paint carries none of them.
 */
import {
  IconBuildingBank,
  IconCalendarEvent,
  IconCalendarTime,
  IconChartBar,
  IconChecklist,
  IconFileDescription,
  IconHelpCircle,
  IconInbox,
  IconListDetails,
  IconPackageExport,
  IconPaperclip,
  IconSpeakerphone,
  IconSum,
  IconTable,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type Screen = {
  /** Hash path; what follows it (`/ke-hoach/12`) belongs to the page itself. */
  path: string;
  label: string;
  icon: ComponentType<{ size?: string; stroke?: number }>;
  page: LazyExoticComponent<ComponentType>;
  /** Alt with this digit opens it; a screen keeps its digit when others come before it. */
  digit?: string;
  /** Of use only to an office that has units below it; others are not shown it. */
  forSuperiors?: boolean;
  /** A number beside the name: a component that fetches it and draws `<NavCount />`, or nothing. */
  count?: ComponentType;
};

/** In the order of the navigation. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    digit: '1',
    label: 'Hôm nay',
    icon: IconCalendarEvent,
    page: lazy(() => import('../features/home/home-page.tsx')),
  },
  {
    path: '/dieu-hanh',
    label: 'Điều hành',
    icon: IconChartBar,
    page: lazy(() => import('../features/overview/overview-page.tsx')),
  },
  {
    path: '/ke-hoach',
    digit: '2',
    label: 'Kế hoạch',
    icon: IconListDetails,
    page: lazy(() => import('../features/plan/plan-page.tsx')),
  },
  {
    path: '/nhiem-vu',
    digit: '3',
    label: 'Nhiệm vụ',
    icon: IconTable,
    page: lazy(() => import('../features/tasks/tasks-page.tsx')),
  },
  {
    path: '/viec-cua-toi',
    digit: '4',
    label: 'Việc của tôi',
    icon: IconChecklist,
    page: lazy(() => import('../features/mine/mine-page.tsx')),
  },
  {
    path: '/thoi-han',
    label: 'Kỳ và thời hạn',
    icon: IconCalendarTime,
    page: lazy(() => import('../features/time/time-page.tsx')),
  },
  {
    path: '/minh-chung',
    digit: '5',
    label: 'Minh chứng',
    icon: IconPaperclip,
    page: lazy(() => import('../features/evidence/evidence-page.tsx')),
  },
  {
    path: '/hoat-dong',
    label: 'Hoạt động',
    icon: IconSpeakerphone,
    page: lazy(() => import('../features/activities/activities-page.tsx')),
  },
  {
    path: '/bao-cao',
    digit: '6',
    label: 'Báo cáo',
    icon: IconFileDescription,
    page: lazy(() => import('../features/report/report-page.tsx')),
  },
  {
    path: '/goi',
    digit: '7',
    label: 'Gói gửi, nhận',
    icon: IconPackageExport,
    page: lazy(() => import('../features/sent/sent-page.tsx')),
  },
  {
    path: '/tiep-nhan',
    digit: '8',
    label: 'Tiếp nhận',
    icon: IconInbox,
    page: lazy(() => import('../features/inbox/inbox-page.tsx')),
  },
  {
    path: '/tong-hop',
    label: 'Tổng hợp',
    forSuperiors: true,
    icon: IconSum,
    page: lazy(() => import('../features/consolidate/consolidate-page.tsx')),
  },
  {
    path: '/co-quan',
    digit: '9',
    label: 'Cơ quan',
    icon: IconBuildingBank,
    page: lazy(() => import('../features/office/office-page.tsx')),
  },
  {
    path: '/tro-giup',
    digit: '0',
    label: 'Trợ giúp',
    icon: IconHelpCircle,
    page: lazy(() => import('../features/help/help-page.tsx')),
  },
];

export type HiddenScreen = {
  path: string;
  page: LazyExoticComponent<ComponentType>;
  /** The screen of the navigation it belongs to, shown there as the current one. */
  under?: string;
  /** Opens before the office has a name. */
  withoutOffice?: boolean;
};

/** Pages outside the navigation. The gallery shows the kit for screenshots and accessibility checks. */
export const hiddenScreens: readonly HiddenScreen[] = [
  { path: '/mo-ke-hoach', page: lazy(() => import('../features/open-plan/open-plan-page.tsx')), under: '/ke-hoach' },
  { path: '/soan', page: lazy(() => import('../features/write/write-page.tsx')), under: '/ke-hoach' },
  { path: '/ra-soat', page: lazy(() => import('../features/review/review-page.tsx')), under: '/ke-hoach' },
  { path: '/_gallery', page: lazy(() => import('../ui/gallery/gallery.tsx')), withoutOffice: true },
];

/** The page of the first run, shown in place of everything while the office has no name; it brings its own `main`. */
export const firstRunPage: LazyExoticComponent<ComponentType> | null = lazy(
  () => import('../features/start/start-page.tsx'),
);

const begins = (path: string, at: string): boolean =>
  at === '/' ? path === '/' || path === '' : path === at || path.startsWith(`${at}/`);

/** The screen of the navigation a hash path belongs to. */
export function screenOf(path: string): Screen | undefined {
  const hidden = hiddenScreens.find((screen) => begins(path, screen.path));
  const seen = hidden ? (hidden.under ?? null) : path;
  return seen === null ? undefined : screens.find((screen) => begins(seen, screen.path));
}

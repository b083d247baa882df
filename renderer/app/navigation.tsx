/** The way to every screen, and below it what is always true to say: saved, backed up, which office, as whom. */
import { ActionIcon } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useOffice } from '../data/office.ts';
import { Shortcut } from '../ui/shortcut.tsx';
import { Foot } from './foot.tsx';
import styles from './navigation.module.css';
import { screenOf, screens } from './router.tsx';

/** `onLeave` is called when a screen was chosen, so a drawer around the navigation can close. */
type NavigationProps = { onShortcuts: () => void; onFind: () => void; onLeave?: () => void };

export function Navigation({ onShortcuts, onFind, onLeave }: NavigationProps) {
  const [path] = useLocation();
  const current = screenOf(path);
  const { state } = useOffice();
  const isSuperior = (state?.office?.subordinates.length ?? 0) > 0;
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current screen is what moves the mark
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const shown = screens.filter((screen) => !screen.forSuperiors || isSuperior || screen === current);
  return (
    <div className={styles.side}>
      <header className={styles.logo}>
        <LogoMark />
        <span className={styles.logoWords}>Sổ Việc</span>
        <ActionIcon aria-label="Phím tắt" title="Phím tắt (?)" size="md" color="gray.7" onClick={onShortcuts}>
          <IconKeyboard size="1.25rem" stroke={1.6} />
        </ActionIcon>
      </header>
      <button
        type="button"
        className={styles.find}
        title="Tìm kế hoạch, nhiệm vụ, minh chứng, hoạt động, văn bản"
        aria-keyshortcuts="Control+K"
        onClick={() => {
          onLeave?.();
          onFind();
        }}
      >
        <IconSearch size="1.125rem" stroke={1.7} aria-hidden />
        <span className={styles.findWords}>Tìm…</span>
        <Shortcut keys="Ctrl K" />
      </button>
      <nav ref={nav} className={styles.nav} aria-label="Các màn hình">
        <ul className={styles.list}>
          {shown.map((screen) => {
            const Icon = screen.icon;
            return (
              <li key={screen.path}>
                <Link
                  href={screen.path}
                  className={styles.link}
                  aria-current={current === screen ? 'page' : undefined}
                  aria-keyshortcuts={screen.digit && `Alt+${screen.digit}`}
                  title={screen.digit && `Alt ${screen.digit}`}
                  onClick={onLeave}
                >
                  <Icon size="1.25rem" stroke={1.7} />
                  <span className={styles.linkWords}>{screen.label}</span>
                  {screen.count ? <screen.count /> : null}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <Foot />
    </div>
  );
}

/** A small number in the navigation; `words` say what is counted: "việc chậm hoặc đến hạn". */
export function NavCount({ count, words, tone = 'late' }: { count: number; words: string; tone?: 'late' | 'plain' }) {
  if (count === 0) return null;
  return (
    <span className={`${styles.count} ${tone === 'plain' ? styles.plainCount : ''} numbers`}>
      <span aria-hidden>{count > 999 ? '999+' : count}</span>
      <span className="visually-hidden">
        {' '}
        ({count} {words})
      </span>
    </span>
  );
}

export function LogoMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden>
      <title>Sổ Việc</title>
      <rect width="24" height="24" rx="5.5" fill="currentColor" />
      <path d="M6 7.5h12M6 12h12M6 16.5h7.5" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

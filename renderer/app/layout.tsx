/** The frame around every screen: navigation on the left (a drawer when there is no room), the screen on the right. */
import { ActionIcon, Drawer } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { saveWhenWindowGoes } from '../data/saver/saving.ts';
import { LateReasonDialog } from '../parts/late-reason.tsx';
import { useDailyNotice } from './daily-notice.ts';
import { FindDialog } from './find-dialog.tsx';
import { SavedLine } from './foot.tsx';
import { useFrameKeys } from './frame-keys.ts';
import styles from './layout.module.css';
import { LogoMark, Navigation } from './navigation.tsx';
import { screenOf } from './router.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useUndoOfOffice } from './undo-of-office.ts';

export function Layout({ children }: { children: ReactNode }) {
  const [path, go] = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const [shortcutsOpen, setShortcutsOpen] = useState(false);
  const [findOpen, setFindOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useFrameKeys({
    goTo: (to) => openAndFocus(go, to),
    showShortcuts: () => setShortcutsOpen(true),
    find: () => setFindOpen(true),
  });
  useFileDropGuard();
  useUndoOfOffice();
  useDailyNotice();
  useEffect(saveWhenWindowGoes, []);

  return (
    <div className={styles.outer}>
      {/* A button, not a link: the address after # belongs to the screens. */}
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        Bỏ qua danh mục, đến nội dung
      </button>
      <div className={styles.frame}>
        <div className={styles.side}>
          <Navigation onShortcuts={() => setShortcutsOpen(true)} onFind={() => setFindOpen(true)} />
        </div>
        <header className={styles.top}>
          <ActionIcon aria-label="Mở danh mục màn hình" aria-expanded={menuOpen} onClick={() => setMenuOpen(true)}>
            <IconMenu2 size="1.375rem" />
          </ActionIcon>
          <LogoMark />
          <span className={styles.topName}>{screenOf(path)?.label ?? 'Sổ Việc'}</span>
          <div className={styles.topSaved}>
            <SavedLine />
          </div>
        </header>
        <main ref={main} className={styles.main} tabIndex={-1} id="noi-dung">
          {children}
        </main>
      </div>
      <Drawer
        opened={menuOpen}
        onClose={() => setMenuOpen(false)}
        title="Danh mục"
        size="18rem"
        padding={0}
        classNames={{ header: styles.drawerHead }}
      >
        <Navigation
          onShortcuts={() => setShortcutsOpen(true)}
          onFind={() => setFindOpen(true)}
          onLeave={() => setMenuOpen(false)}
        />
      </Drawer>
      <FindDialog opened={findOpen} onClose={() => setFindOpen(false)} />
      <LateReasonDialog />
      <ShortcutsDialog opened={shortcutsOpen} onClose={() => setShortcutsOpen(false)} />
    </div>
  );
}

/** Opened by keyboard, a screen receives the keyboard: on its title, once it is there (screens load when first opened). */
function openAndFocus(go: (path: string) => void, to: string) {
  go(to);
  let tries = 60;
  const seek = () => {
    const title = document.querySelector<HTMLElement>('[data-page-title]');
    if (title) title.focus();
    tries -= 1;
    if (tries > 0 && !title) requestAnimationFrame(seek);
  };
  requestAnimationFrame(() => requestAnimationFrame(seek));
}

/** A file dropped beside a drop zone would make the window show the file and throw the screen away. */
function useFileDropGuard() {
  useEffect(() => {
    const guard = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', guard);
    window.addEventListener('drop', guard);
    return () => {
      window.removeEventListener('dragover', guard);
      window.removeEventListener('drop', guard);
    };
  }, []);
}

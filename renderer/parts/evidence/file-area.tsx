/** A panel that takes files dropped anywhere over it or pasted anywhere on the screen, without taking words meant for a text field. */
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { sortOut } from '../../ui/drop-zone.tsx';
import { dialogOpen, isTyping } from '../../ui/keyboard.ts';
import styles from './file-area.module.css';
import { pastedName, pasteMeansFiles } from './upload-rules.ts';

export type FileAreaProps = {
  /** Names the region: "Minh chứng của nhiệm vụ". */
  label: string;
  /** What happens on letting go: "Thả ra để thêm làm minh chứng của nhiệm vụ này". */
  overWords: string;
  onFiles: (files: File[]) => void;
  /** Endings with the dot, lower case; left away, every file is welcome. */
  endings?: readonly string[];
  disabled?: boolean;
  className?: string;
  /** `choose` opens the system's file dialog; `refusal` is the sentence about what was not taken, to be shown as it is. */
  children: (given: { choose: () => void; refusal: string }) => ReactNode;
};

export function FileArea({ label, overWords, onFiles, endings, disabled = false, className, children }: FileAreaProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');
  const take = (files: File[], folders: number) => {
    if (disabled) return;
    const { welcome, sentence } = sortOut(files, folders, endings, true);
    setRefusal(sentence);
    if (welcome.length > 0) onFiles(welcome);
  };
  const { over, drag } = useDrag(take);
  usePaste((files) => take(files, 0));

  return (
    <section className={`${styles.area} ${className ?? ''}`} aria-label={label} {...drag}>
      {children({ choose: () => chooser.current?.click(), refusal })}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label={label}
        accept={endings?.join(',')}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])], 0);
          event.currentTarget.value = '';
        }}
      />
      {over && !disabled ? (
        <div className={styles.over} aria-hidden>
          <span>
            <IconUpload size="1.5rem" stroke={1.75} />
            {overWords}
          </span>
        </div>
      ) : null}
    </section>
  );
}

function useDrag(take: (files: File[], folders: number) => void) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const drag = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: () => {
      // Children fire their own leave events; only the last one means the pointer is outside.
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
      const files = [...event.dataTransfer.files].filter((_, index) => !entries[index]?.isDirectory);
      take(files, entries.filter((entry) => entry?.isDirectory).length);
    },
  };
  return { over, drag };
}

const carriesFiles = (event: DragEvent): boolean => [...event.dataTransfer.types].includes('Files');

function usePaste(take: (files: File[]) => void) {
  const now = useRef(take);
  now.current = take;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const given = event.clipboardData;
      if (!given || event.defaultPrevented || dialogOpen()) return;
      const hasText = given.getData('text/plain').trim() !== '';
      if (!pasteMeansFiles(given.files.length, hasText, isTyping(event.target))) return;
      event.preventDefault();
      const at = Date.now();
      const named = [...given.files].map(
        (file) =>
          new File([file], pastedName(file.name, dateInVietnam(at), timeInVietnam(at)), {
            type: file.type,
            lastModified: file.lastModified,
          }),
      );
      now.current(named);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}

/** A panel that takes files however the clerk gives them: dragged anywhere over it, chosen by keyboard, or pasted from Zalo. */
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './drop-zone.module.css';
import { sortOut } from './dropped-files.ts';

export { sortOut } from './dropped-files.ts';

export type DropZoneProps = {
  /** Names the zone: "Minh chứng của nhiệm vụ". */
  label: string;
  /** The line inside the dashed box. */
  hint?: string;
  onFiles: (files: File[]) => void;
  /** Endings with the dot, lower case: ['.docx', '.xlsx']. Left away, every file is welcome (the server decides). */
  endings?: readonly string[];
  multiple?: boolean;
  disabled?: boolean;
  /** Replaces the browser's own chooser, for instance by the desktop's. */
  onChoose?: () => void;
  /** Takes files pasted anywhere on the screen; switch off where two zones share a screen. */
  pasteAnywhere?: boolean;
  /** The panel over which files may be dropped; the dashed box stands below it. */
  children?: ReactNode;
};

export function DropZone(props: DropZoneProps) {
  const { label, endings, multiple = true, disabled = false, onChoose, pasteAnywhere = true, children } = props;
  const hint =
    props.hint ?? (multiple ? 'Thả tệp vào đây, hoặc dán (Ctrl V)' : 'Thả một tệp vào đây, hoặc dán (Ctrl V)');
  const chooser = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [refusal, setRefusal] = useState('');

  const take = (files: File[], folders: number) => {
    if (disabled) return;
    const { welcome, sentence } = sortOut(files, folders, endings, multiple);
    setRefusal(sentence);
    if (welcome.length > 0) props.onFiles(welcome);
  };
  usePasteAnywhere(pasteAnywhere && !disabled, take);
  const { over, drag } = useFileDrag(disabled, take);
  const pasteInside = (event: ClipboardEvent) => {
    if (pasteAnywhere || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take([...event.clipboardData.files], 0);
  };

  return (
    <section
      className={`${styles.zone} ${over && !disabled ? styles.over : ''}`}
      aria-label={label}
      onPaste={pasteInside}
      {...drag}
    >
      {children}
      <div className={styles.box}>
        <IconUpload size="1.25rem" stroke={1.75} aria-hidden className={styles.icon} />
        <span className={styles.hint} id={hintId}>
          {over && !disabled ? 'Thả ra để thêm' : hint}
        </span>
        <Button
          aria-describedby={hintId}
          disabled={disabled}
          onClick={() => (onChoose ? onChoose() : chooser.current?.click())}
        >
          {multiple ? 'Chọn tệp…' : 'Chọn một tệp…'}
        </Button>
        <input
          ref={chooser}
          type="file"
          className={styles.chooser}
          tabIndex={-1}
          aria-hidden
          data-drop-zone-input
          multiple={multiple}
          accept={endings?.join(',')}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])], 0);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <div className={styles.refusal} role="status">
        {refusal}
      </div>
    </section>
  );
}

type Take = (files: File[], folders: number) => void;

/** Files pasted while `on`, wherever the keyboard is; what another place has taken already is left alone. */
function usePasteAnywhere(on: boolean, take: Take) {
  const takeNow = useRef(take);
  takeNow.current = take;
  useEffect(() => {
    if (!on) return;
    const paste = (event: globalThis.ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      takeNow.current(files, 0);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [on]);
}

/** `over` while files are held over the zone; `drag` are the listeners of the element. */
function useFileDrag(disabled: boolean, take: Take) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const drag = {
    onDragEnter: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = disabled ? 'none' : 'copy';
    },
    onDragLeave: () => {
      // Children fire their own leave events; only the last one means the pointer is outside.
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
      const folders = entries.filter((entry) => entry?.isDirectory).length;
      take(
        [...event.dataTransfer.files].filter((_, index) => !entries[index]?.isDirectory),
        folders,
      );
    },
  };
  return { over, drag };
}

const hasFiles = (event: DragEvent): boolean => [...event.dataTransfer.types].includes('Files');

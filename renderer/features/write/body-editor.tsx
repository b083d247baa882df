/** The body of the plan between the fields before and after it. */
import { type Editor, EditorContent } from '@tiptap/react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import editorStyles from '../../parts/editor/editor.module.css';
import { LineBar } from '../../parts/editor/line-bar.tsx';
import type { StyleHolder } from '../../parts/editor/numbers.ts';
import { goToWords } from './go-to-words.ts';
import styles from './write-page.module.css';

export type BodyEditorProps = {
  editor: Editor;
  holder: StyleHolder;
  /** Words somebody was led to; shown once, when the editor stands. */
  goTo: string | null;
  children: ReactNode;
  after: ReactNode;
};

export function BodyEditor({ editor, holder, goTo, children, after }: BodyEditorProps) {
  const hintId = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (goTo === null) return;
    // The editor draws its lines one frame after it is mounted.
    const frame = requestAnimationFrame(() => place.current && goToWords(place.current, editor, goTo));
    return () => cancelAnimationFrame(frame);
  }, [goTo, editor]);
  return (
    <div className={editorStyles.writing}>
      <LineBar editor={editor} holder={holder} />
      <div ref={place} className={editorStyles.scroll}>
        {children}
        <h2 className={styles.bodyTitle}>Nội dung</h2>
        <p id={hintId} className={styles.hint}>
          Tab hạ một cấp, Shift+Tab nâng một cấp; trong bảng Tab sang ô sau. Ctrl+B chữ đậm, Ctrl+I chữ nghiêng. Bấm Esc
          rồi Tab để rời khung soạn.
        </p>
        <EditorContent editor={editor} className={editorStyles.paper} />
        {after}
      </div>
    </div>
  );
}

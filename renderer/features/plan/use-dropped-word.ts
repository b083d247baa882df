/** A Word file dropped anywhere on the plan page is the plan's edited Word file coming back. */
import { useEffect, useRef } from 'react';

const isWord = (file: File): boolean => /\.(docx|docm|doc)$/iu.test(file.name);

/** `onFile` gets the one Word file; other files are left to whoever else takes drops. */
export function useDroppedWord(onFile: (file: File) => void): void {
  const now = useRef(onFile);
  now.current = onFile;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const [file, ...more] = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || !file || more.length > 0 || !isWord(file)) return;
      event.preventDefault();
      now.current(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, []);
}

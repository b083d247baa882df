/** What was copied in Word, Excel or a PDF and pasted: read like a file. */
import { useEffect } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { call } from '../../data/client.ts';
import { isTyping } from '../../ui/keyboard.ts';
import { useReview } from './review-store.ts';

export const readPasted = (words: { text: string; html: string }): Promise<void> =>
  useReview
    .getState()
    .read('bảng vừa dán', words.html.length + words.text.length, (signal) =>
      call(contract.plans.readPasted, { body: words, signal }),
    );

/** Ctrl+V anywhere on the screen, but in a field being typed in. */
export function usePastedTable(listening: boolean): void {
  useEffect(() => {
    if (!listening) return;
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (event.defaultPrevented || isTyping(event.target) || !data) return;
      const words = { text: data.getData('text/plain'), html: data.getData('text/html') };
      // Excel puts a picture of the cells beside the table; a copied file has no words.
      const isTable = /<table[\s>]/i.test(words.html);
      if ((data.files.length > 0 && !isTable) || (words.text + words.html).trim() === '') return;
      event.preventDefault();
      void readPasted(words);
    };
    // Before the drop zone, which would take that picture for the file.
    document.addEventListener('paste', paste, { capture: true });
    return () => document.removeEventListener('paste', paste, { capture: true });
  }, [listening]);
}

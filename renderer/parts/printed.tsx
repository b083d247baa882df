/** What stands on paper alone: drawn when the browser asks for a print (button or Ctrl+P), in place of the screen, and taken away afterwards. */
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import styles from './printed.module.css';

type PrintedProps = { className: string | undefined; children: () => ReactNode };

export function Printed({ className, children }: PrintedProps) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture right after this event: the paper must be there when the listener returns.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  if (!printing) return null;
  return createPortal(
    <div className={`${styles.paper} ${className ?? ''}`} data-print-table>
      {children()}
    </div>,
    document.body,
  );
}

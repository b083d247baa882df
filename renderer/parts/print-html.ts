/**
 * Prints a document through a frame of its own. The frame shares the page's origin, so that the page may call its `print`, but
 * `allow-scripts` is missing: whatever stood in the document, nothing in it could run.
 */
export function printHtml(html: string, title: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.title = title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Chromium prints nothing from a frame that is not laid out; this one is, out of sight.
  frame.style.cssText = 'position:fixed;left:-10000px;top:0;width:794px;height:1123px;border:0;visibility:hidden';
  frame.srcdoc = html;
  frame.addEventListener('load', () => {
    const target = frame.contentWindow;
    if (!target) return frame.remove();
    target.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 0));
    target.focus();
    target.print();
  });
  document.body.append(frame);
}

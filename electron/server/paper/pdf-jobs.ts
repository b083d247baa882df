/** Official documents printed to PDF as a job; a few stay in memory until the window has fetched them. */
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { toPrintHtml } from '../../../shared/document/to-html.ts';
import type { Deps } from '../core/deps.ts';
import { refuse } from '../core/refusal.ts';

/** A PDF is fetched at once after it was made; a few stay for a slow window. */
const keptPdfs = 4;

const made = new WeakMap<Deps, Map<string, Uint8Array>>();

function pdfsOf(deps: Deps): Map<string, Uint8Array> {
  const known = made.get(deps) ?? new Map<string, Uint8Array>();
  made.set(deps, known);
  return known;
}

/** Begins printing; the job's result `{ pdf }` names the PDF for `madePdf`. */
export const startPdf = (deps: Deps, label: string, document: OfficialDocument) =>
  deps.jobs.start({ kind: 'pdf', label, unit: 'steps', total: 2 }, async (control) => {
    control.progress('đang dàn trang', 0, 2);
    // One turn later, so that whoever asked hears of the job before a large annex is laid out.
    await new Promise((resolve) => setImmediate(resolve));
    const page = toPrintHtml(document);
    control.progress('đang in ra PDF', 1, 2);
    const pdf = await deps.printPdf(page, { signal: control.signal });
    if (!pdf.ok) return refuse('khong-in-duoc', undefined, pdf.error.message);
    const pdfs = pdfsOf(deps);
    pdfs.set(control.id, pdf.value);
    for (const oldest of [...pdfs.keys()].slice(0, Math.max(0, pdfs.size - keptPdfs))) pdfs.delete(oldest);
    return { pdf: control.id };
  });

export const madePdf = (deps: Deps, id: string): Uint8Array | null => pdfsOf(deps).get(id) ?? null;

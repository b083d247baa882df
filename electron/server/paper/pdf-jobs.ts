/** Official documents printed to PDF as a job; a few stay in memory until the window has fetched them. */
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { toPrintHtml } from '../../../shared/document/to-html.ts';
import type { Deps } from '../core/deps.ts';
import { refuse } from '../core/refusal.ts';

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
    deps.pdfs.add(control.id, pdf.value);
    return { pdf: control.id };
  });

/** Null when it was never made here or newer ones pushed it out. */
export const madePdf = (deps: Deps, id: string): Uint8Array | null => deps.pdfs.get(id);

/** The practice plan as a Word file, after whatever edits a test makes in its rows or head, as an office would save it again. */
import { toDocx } from '../../electron/documents/write/to-docx.ts';
import { issuerLines } from '../../shared/office/unit.ts';
import { buildPlan } from '../../shared/plan/build-plan.ts';
import type { ReadHeader, ReadRow } from '../../shared/plan/read-plan.ts';
import { sampleHeader, sampleOffice, sampleRows } from '../../shared/sample/sample-plan.ts';

export async function planFile(
  year: number,
  edit: (plan: { header: ReadHeader; rows: ReadRow[] }) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const plan = { header: sampleHeader(year), rows: sampleRows(year) };
  edit(plan);
  const { header, rows } = plan;
  const document = buildPlan({
    office: { issuer: issuerLines(sampleOffice), name: header.issuer, place: header.place },
    number: header.number.replace(/\/.*/, ''),
    date: header.date,
    year,
    title: header.title,
    basis: header.basis,
    sections: header.sections,
    rows: rows.map(({ dimension, ...row }) => ({ ...row, area: dimension })),
    annexTitle: header.annexTitle?.join('\n') ?? '',
    recipients: header.recipients,
    signer: header.signer,
  });
  return new Uint8Array(await toDocx(document));
}

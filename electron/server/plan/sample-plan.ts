/** The practice plan as a Word file, made like any plan the program prints, so that a person can try opening one without having one. */

import { issuerLines } from '../../../shared/office/unit.ts';
import { buildPlan } from '../../../shared/plan/build-plan.ts';
import { sampleHeader, sampleOffice, sampleRows } from '../../../shared/sample/sample-plan.ts';
import { renderWord } from '../../work/tasks.ts';

export const samplePlanName = 'ke-hoach-mau.docx';

export function samplePlan(year: number): Promise<Uint8Array> {
  const header = sampleHeader(year);
  return renderWord(
    buildPlan({
      office: { issuer: issuerLines(sampleOffice), name: header.issuer, place: header.place },
      number: '15',
      date: header.date,
      year,
      title: header.title,
      basis: header.basis,
      sections: header.sections,
      rows: sampleRows(year).map(({ dimension, ...row }) => ({ ...row, area: dimension })),
      recipients: header.recipients,
      signer: header.signer,
    }),
  );
}

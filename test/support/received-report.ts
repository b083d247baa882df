/** A report that the practice commune sent and a province on the same computer received, without the screens. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../shared/api/contract/contract.ts';
import type { JobView } from '../../shared/api/contract/plans.ts';
import { addProvince, frozenReport } from './e2e-exchange.ts';
import { askOffice, type RunningOffice } from './running-office.ts';

async function ended(office: RunningOffice, begun: JobView, profileId?: string): Promise<JobView> {
  let job = begun;
  const of = profileId === undefined ? {} : { profileId };
  while (job.state === 'running')
    job = await askOffice(office, contract.plans.job, {
      ...of,
      params: { id: job.id },
      query: { after: job.version },
    });
  if (job.state !== 'done') throw new Error(`the job ended as ${job.state}: ${job.error?.message}`);
  return job;
}

export async function receivedReport(office: RunningOffice): Promise<{ province: string; receivedId: string }> {
  const report = await frozenReport(office);
  const { places } = await askOffice(office, contract.reports.places);
  const own = places.find(({ label }) => label.includes('goi'));
  if (!own) throw new Error('the office has no folder of its own for bundles');
  const way = { placeId: own.id, ticket: null };
  await ended(
    office,
    await askOffice(office, contract.sending.exportBundle, { body: { ...way, reportId: report.id } }),
  );
  const [sent] = (await askOffice(office, contract.sending.ledger)).entries;
  const { dataFolder } = await askOffice(office, contract.office.state);
  const name = sent?.fileName ?? '';
  const bytes = new Uint8Array(await readFile(join(dataFolder, 'goi', name)));

  const province = await addProvince(office);
  const check = await askOffice(office, contract.receiving.check, { profileId: province, query: { name }, bytes });
  await ended(office, check, province);
  const { receivedId } = await askOffice(office, contract.receiving.receive, {
    profileId: province,
    params: { id: check.id },
    body: { key: 'tin' },
  });
  if (receivedId === null) throw new Error('the province did not receive the report');
  return { province, receivedId };
}

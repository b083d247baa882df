/** A report or plan printed to PDF by a browser of this computer, then saved. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import { problems } from '../../../shared/api/problems.ts';
import { callForBytes, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { attempt } from '../acts.ts';
import { saveBlob } from '../save-file.ts';

/** Begins the job, waits, saves; a refusal (no browser installed) is shown in the server's words. */
export async function savePdf(begin: () => Promise<JobView>, name: string): Promise<void> {
  const bytes = await attempt(async () => {
    const last = await followJob(await begin(), () => undefined);
    if (last.state !== 'done')
      throw new Refusal(last.error?.code ?? '', last.error?.message ?? problems['khong-in-duoc'].message);
    return callForBytes(contract.issue.pdf, { params: { id: (last.result as { pdf: string }).pdf } });
  });
  if (bytes) saveBlob(bytes, name);
}

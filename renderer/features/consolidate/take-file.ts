/** Makes the consolidated report as a job, then saves it; a refusal is shown in the server's words. */
import { useCallback } from 'react';
import type { WallWindowView } from '../../../shared/api/contract/consolidation.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { call, callForBytes, Refusal } from '../../data/client.ts';
import { useJob } from '../../data/jobs.ts';
import { attempt } from '../../parts/acts.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { showToast } from '../../ui/toast.tsx';

export function useTakeFile() {
  const { job, start, cancel, clear } = useJob();
  const running = job?.state === 'running';
  const take = useCallback(
    async ({ key, label }: WallWindowView, format: 'docx' | 'xlsx') => {
      const bytes = await attempt(async () => {
        const last = await start(() => call(contract.consolidation.make, { body: { window: key, format } }));
        if (last.state === 'cancelled') return null;
        if (last.state !== 'done')
          throw new Refusal(last.error?.code ?? '', last.error?.message ?? problems['loi-chuong-trinh'].message);
        return callForBytes(contract.consolidation.file, { params: { id: (last.result as { file: string }).file } });
      });
      clear();
      if (!bytes) return;
      saveBlob(bytes, `Tong-hop-${key}.${format}`);
      showToast(`Đã tạo tệp tổng hợp ${label}.`);
    },
    [start, clear],
  );
  return { job: running ? job : null, running, take, cancel };
}

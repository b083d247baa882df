/** The plan on its way out: Word and PDF to be signed, then number, date and the signed file. */
import { Button } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { call, callForBytes } from '../../data/client.ts';
import { attempt } from '../../parts/acts.ts';
import { IssuePanel } from '../../parts/issue/issue-panel.tsx';
import { savePdf } from '../../parts/issue/pdf.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './review.module.css';

export function IssueTab({ planId }: { planId: string }) {
  const params = { id: planId };
  const { data: plan, error } = useData(contract.plans.get, { params });
  const [busy, setBusy] = useState<'word' | 'pdf' | null>(null);
  if (!plan) return error ? <Note tone="problem">{error.message}</Note> : null;
  const during = (what: 'word' | 'pdf', act: () => Promise<void>) => {
    setBusy(what);
    void act().finally(() => setBusy(null));
  };
  const name = `Ke-hoach-${plan.year}`;
  const word = async () => {
    const bytes = await attempt(() => callForBytes(contract.writing.word, { params }));
    if (bytes) saveBlob(bytes, `${name}.docx`);
  };
  const pdf = () => savePdf(() => call(contract.issue.planPdf, { params, body: {} }), `${name}.pdf`);
  return (
    <Pane
      title="Ban hành kế hoạch"
      aside={
        <div className={styles.asideActs}>
          <Button
            leftSection={<IconFileTypeDocx size="1.125rem" aria-hidden />}
            loading={busy === 'word'}
            onClick={() => during('word', word)}
          >
            Word
          </Button>
          <Button
            leftSection={<IconFileTypePdf size="1.125rem" aria-hidden />}
            loading={busy === 'pdf'}
            onClick={() => during('pdf', pdf)}
          >
            PDF
          </Button>
        </div>
      }
      padded
    >
      <IssuePanel
        owner={{
          kind: 'plan',
          id: plan.id,
          revision: plan.revision,
          number: plan.number,
          date: plan.date,
          year: plan.year,
          notYet: null,
        }}
      />
    </Pane>
  );
}

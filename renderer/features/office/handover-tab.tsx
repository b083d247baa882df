/** Minutes of hand-overs, the newest first, each printable again; and the way to a new one. */
import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter, IconTransfer } from '@tabler/icons-react';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView, PeopleView } from '../../../shared/api/contract/office.ts';
import { type IsoDate, shortDate } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { call, callForBytes } from '../../data/client.ts';
import { attempt } from '../../parts/acts.ts';
import { savePdf } from '../../parts/issue/pdf.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { printHtml } from '../../parts/print-html.ts';
import { saveBlob } from '../../parts/save-file.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pane } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import styles from './handover.module.css';
import { HandoverDialog } from './handover-dialog.tsx';

export function HandoverTab({ people, office, today }: { people: PeopleView; office: OfficeView; today: IsoDate }) {
  const { data } = useData(contract.handover.list);
  const [making, setMaking] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = data?.handovers.find(({ id }) => id === chosen) ?? data?.handovers[0] ?? null;
  const dialog = (
    <HandoverDialog
      opened={making}
      fromId={null}
      people={people}
      office={office}
      today={today}
      onClose={() => setMaking(false)}
      onMade={(id) => {
        setMaking(false);
        setChosen(id);
      }}
    />
  );
  const begin = (
    <Button variant="filled" leftSection={<IconTransfer size="1.125rem" aria-hidden />} onClick={() => setMaking(true)}>
      Bàn giao mới
    </Button>
  );
  if (!data) return null;
  if (!shown)
    return (
      <Pane label="Bàn giao">
        <EmptyState icon={IconTransfer} title="Chưa có lần bàn giao nào" action={begin}>
          Khi một người chuyển việc: chọn người nhận và ngày. Bộ phận, việc được giao chuyển sang người nhận; các kỳ cũ
          vẫn ghi người đã làm; biên bản in được ngay.
        </EmptyState>
        {dialog}
      </Pane>
    );
  return (
    <>
      <SplitPane
        name="ban-giao"
        label="Chia danh sách và biên bản"
        initial={36}
        left={
          <Pane title="Các lần bàn giao" aside={begin}>
            <ul className={styles.list}>
              {data.handovers.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className={styles.line}
                    aria-pressed={each.id === shown.id}
                    onClick={() => setChosen(each.id)}
                  >
                    <strong>
                      {each.fromName} → {each.toName}
                    </strong>
                    <span className="soft">
                      từ ngày {shortDate(each.date)} · {each.posts.join(', ') || 'việc giao đích danh'} · {each.tasks}{' '}
                      việc
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </Pane>
        }
        right={<Minute key={shown.id} id={shown.id} />}
      />
      {dialog}
    </>
  );
}

function Minute({ id }: { id: string }) {
  const params = { id };
  const { data } = useData(contract.handover.document, { params });
  if (!data) return null;
  const word = async () => {
    const bytes = await attempt(() => callForBytes(contract.handover.word, { params }));
    if (bytes) saveBlob(bytes, 'bien-ban-ban-giao.docx');
  };
  return (
    <div className={styles.minute}>
      <div className={styles.acts}>
        <Button
          leftSection={<IconPrinter size="1.125rem" aria-hidden />}
          onClick={() => printHtml(data.html, 'Biên bản bàn giao')}
        >
          In biên bản
        </Button>
        <Button onClick={() => void word()}>Tải Word</Button>
        <Button
          leftSection={<IconFileTypePdf size="1.125rem" aria-hidden />}
          onClick={() => void savePdf(() => call(contract.handover.pdf, { params, body: {} }), 'bien-ban-ban-giao.pdf')}
        >
          Lưu PDF
        </Button>
      </div>
      <Paper html={data.previewHtml} title="Biên bản bàn giao" goTo={null} />
    </div>
  );
}

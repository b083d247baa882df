/** Template, recipients and signer of a report: chosen by the window and the office until a person says otherwise. */
import { Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { problems } from '../../../shared/api/problems.ts';
import { type ReportTemplate, reportTemplate, templateNames } from '../../../shared/report/templates.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { reportNow } from '../../parts/report/use-report.ts';
import { Lines } from '../../parts/signing/lines-field.tsx';
import { type Signer, SignerForm } from '../../parts/signing/signer-form.tsx';
import styles from './report-page.module.css';

const pause = 900;

type Ending = { signer: Signer; recipients: string[] };

export function SettingForm({ report }: { report: ReportView }) {
  const [ending, setEnding] = useState<Ending>({ signer: report.signer, recipients: report.recipients });
  const [said, setSaid] = useState<{ words: string; wrong: boolean }>({ words: '', wrong: false });
  const waiting = useRef<{ timer: number; ending: Partial<Ending> }>({ timer: 0, ending: {} });

  const save = async (change: { template?: ReportTemplate } & Partial<Ending>, mayTryAgain = true): Promise<void> => {
    const { revision } = reportNow({ planId: report.planId, windowId: report.window.id }) ?? report;
    setSaid({ words: 'Đang lưu…', wrong: false });
    try {
      await call(contract.reportBody.setting, { params: { id: report.id }, body: { revision, ...change } });
      await readAgain();
      setSaid({ words: 'Đã lưu.', wrong: false });
    } catch (error) {
      await readAgain();
      // The revision stands for the whole report; words saved meanwhile are no conflict with who signs.
      if (error instanceof Refusal && error.code === 'da-doi' && mayTryAgain) return save(change, false);
      const words = error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message;
      setSaid({ words, wrong: true });
    }
  };
  const flush = useRef(() => {});
  flush.current = () => {
    const { ending: change, timer } = waiting.current;
    window.clearTimeout(timer);
    waiting.current = { timer: 0, ending: {} };
    const { recipients } = change;
    const filled = recipients
      ? { recipients: recipients.map((each) => each.trim()).filter((each) => each !== '') }
      : {};
    if (Object.keys(change).length > 0) void save({ ...change, ...filled });
  };
  const change = (next: Partial<Ending>) => {
    setEnding((before) => ({ ...before, ...next }));
    window.clearTimeout(waiting.current.timer);
    waiting.current.ending = { ...waiting.current.ending, ...next };
    waiting.current.timer = window.setTimeout(() => flush.current(), pause);
  };
  // What was typed and not saved yet is saved when the form goes.
  useEffect(() => () => flush.current(), []);

  return (
    <>
      <Select
        label="Mẫu báo cáo"
        description="Theo loại kỳ báo cáo; đổi mẫu không mất chữ đã sửa tay."
        data={reportTemplate.options.map((value) => ({ value, label: templateNames[value] }))}
        value={report.template}
        allowDeselect={false}
        onChange={(template) => template && void save({ template: template as ReportTemplate })}
      />
      <Lines
        label="Nơi nhận"
        hint="Mỗi nơi một dòng; dòng cuối là lưu."
        lines={ending.recipients}
        onChange={(recipients) => change({ recipients })}
      />
      <SignerForm signer={ending.signer} onChange={(signer) => change({ signer })} />
      <div className={said.wrong ? styles.wrong : 'soft'} role="status">
        {said.words}
      </div>
    </>
  );
}

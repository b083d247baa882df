/** Template, recipients and signer of a report: chosen by the window and the office until a person says otherwise. */
import { Select } from '@mantine/core';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { type ReportTemplate, reportTemplate, templateNames } from '../../../shared/report/templates.ts';
import { useSavedField } from '../../data/saver/saving.ts';
import { attempt } from '../../parts/acts.ts';
import { Lines } from '../../parts/signing/lines-field.tsx';
import { SignerForm } from '../../parts/signing/signer-form.tsx';
import { signerFromText, textOfSigner } from '../../parts/signing/signer-text.ts';
import { TwoTexts } from '../../parts/two-texts.tsx';
import { settingField, writeChoice } from './fields/report-fields.ts';
import { SaidOf } from './said-of.tsx';

export function SettingForm({ report }: { report: ReportView }) {
  const recipientsPlace = settingField(report, 'recipients');
  const signerPlace = settingField(report, 'signer');
  const recipients = useSavedField(recipientsPlace.key, recipientsPlace.about, recipientsPlace.now);
  const signer = useSavedField(signerPlace.key, signerPlace.about, signerPlace.now);
  const choose = (template: ReportTemplate) => attempt(() => writeChoice(report, 'Mẫu báo cáo', { template }));
  return (
    <>
      <Select
        label="Mẫu báo cáo"
        description="Theo loại kỳ báo cáo; đổi mẫu không mất chữ đã sửa tay."
        data={reportTemplate.options.map((value) => ({ value, label: templateNames[value] }))}
        value={report.template}
        allowDeselect={false}
        onChange={(template) => template && void choose(template as ReportTemplate)}
      />
      <Lines
        label="Nơi nhận"
        hint="Mỗi nơi một dòng; dòng cuối là lưu."
        lines={recipients.text.split('\n')}
        onChange={(lines) => recipients.type(lines.join('\n'))}
      />
      <TwoTexts field={recipients} saved={report.recipients.join('\n')} />
      <SignerForm
        signer={signerFromText(signer.text) ?? report.signer}
        onChange={(next) => signer.type(textOfSigner(next))}
      />
      <TwoTexts field={signer} saved={[report.signer.title, report.signer.name].filter(Boolean).join('\n')} />
      <SaidOf statuses={[recipients.status, signer.status]} />
    </>
  );
}

/** A new plan from a template: which one, for which year. It is kept at once and opened to be written on. */
import { Button, Group, Modal, NumberInput, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { type TemplateKey, templateKey, templates } from '../../../shared/templates/templates.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';

export type NewPlanDialogProps = {
  opened: boolean;
  year: number;
  onClose: () => void;
  onMade: (planId: string) => void;
};

export function NewPlanDialog({ opened, year: suggested, onClose, onMade }: NewPlanDialogProps) {
  const [template, setTemplate] = useState<TemplateKey>('tong-the');
  const [year, setYear] = useState<number | string>(suggested);
  const [busy, setBusy] = useState(false);
  const wrongYear = typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2100;
  const make = async () => {
    if (wrongYear) return;
    setBusy(true);
    const made = await attemptWithUndo(`Đã lập ${templates[template].name} năm ${year}.`, () =>
      call(contract.writing.fromTemplate, { body: { template, year } }),
    );
    setBusy(false);
    if (made) onMade(made.planId);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Lập kế hoạch mới" size="lg">
      <Stack gap="md">
        <Radio.Group label="Mẫu" value={template} onChange={(value) => setTemplate(templateKey.parse(value))}>
          <Stack gap="xs" mt="xs">
            {templateKey.options.map((key) => (
              <Radio key={key} value={key} label={templates[key].name} description={templates[key].about} />
            ))}
          </Stack>
        </Radio.Group>
        <NumberInput
          label="Năm"
          value={year}
          onChange={setYear}
          min={2000}
          max={2100}
          allowDecimal={false}
          thousandSeparator=""
          w="8rem"
          error={wrongYear ? 'Năm từ 2000 đến 2100.' : null}
        />
        <p className="soft">
          Tên cơ quan, người ký, thôn hay tổ dân phố được điền sẵn; chỗ có dấu “…” là số, ngày của văn bản khác, cần ghi
          thêm.
        </p>
        <Group justify="flex-end">
          <Button onClick={onClose}>Không lập</Button>
          <Button variant="filled" loading={busy} disabled={wrongYear} onClick={() => void make()}>
            Lập và soạn
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

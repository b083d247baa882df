/** An own plan begun from the superior's: what is taken over, said before it is done. */
import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { SuperiorPlanView } from '../../../../shared/api/contract/plan-down.ts';
import { call } from '../../../data/client.ts';
import { attemptWithUndo } from '../../../parts/acts.ts';
import { formatCount } from '../../../ui/format.ts';

type SkeletonDialogProps = {
  opened: boolean;
  superior: SuperiorPlanView;
  onClose: () => void;
  onMade: (planId: string) => void;
};

export function SkeletonDialog({ opened, superior, onClose, onMade }: SkeletonDialogProps) {
  const offered = superior.regimes.some(({ holds, adopted }) => holds && !adopted);
  const [keepPeople, setKeepPeople] = useState(false);
  const [sections, setSections] = useState(true);
  const [regimes, setRegimes] = useState(offered);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const made = await attemptWithUndo(`Đã lập kế hoạch năm ${superior.year}.`, () =>
      call(contract.planDown.skeleton, {
        params: { id: superior.id },
        body: { keepPeople, sections, regimes: regimes && offered },
      }),
    );
    setBusy(false);
    if (made) onMade(made.planId);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Lập kế hoạch từ kế hoạch của cấp trên" size="lg">
      <Stack gap="md">
        <p>
          Lấy lĩnh vực, nội dung, {formatCount(superior.tasks)} nhiệm vụ, kết quả và thời gian. Căn cứ dẫn sẵn{' '}
          {superior.citation}. Số và ngày để trống. Mỗi nhiệm vụ được nối sẵn với nhiệm vụ cấp trên giao.
        </p>
        <Checkbox
          label="Lấy cả phần chữ (các mục I, II, …) để sửa lại"
          checked={sections}
          onChange={(event) => setSections(event.currentTarget.checked)}
        />
        <Checkbox
          label="Giữ chữ chủ trì, phối hợp của cấp trên để sửa lại"
          description="Bỏ đánh dấu: để trống, anh/chị giao cho bộ phận của cơ quan."
          checked={keepPeople}
          onChange={(event) => setKeepPeople(event.currentTarget.checked)}
        />
        {offered ? (
          <Checkbox
            label="Áp dụng chế độ báo cáo kèm theo"
            description={superior.regimes.map(({ regime }) => regime.name).join('; ')}
            checked={regimes}
            onChange={(event) => setRegimes(event.currentTarget.checked)}
          />
        ) : null}
        <Group justify="flex-end">
          <Button onClick={onClose}>Không lập</Button>
          <Button variant="filled" loading={busy} onClick={() => void make()}>
            Lập kế hoạch
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

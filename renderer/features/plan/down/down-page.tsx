/** Giao kế hoạch xuống: the plan as one bundle for all units below, or one for each, with the reporting regimes it sets. */
import { Button, Checkbox } from '@mantine/core';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { DownView } from '../../../../shared/api/contract/plan-down.ts';
import { useData } from '../../../data/cache.ts';
import { ExportProgress } from '../../../parts/sending/export-progress.tsx';
import { startExport, useExportRun } from '../../../parts/sending/export-run.ts';
import { useSendingWay } from '../../../parts/sending/use-sending-way.tsx';
import { useSession } from '../../../state/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Note } from '../../../ui/note.tsx';
import { Page, Pane } from '../../../ui/page.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import footStyles from '../../../ui/sticky-foot.module.css';
import { planName } from '../text/plan-words.ts';
import styles from './down.module.css';
import { UnitsChoice } from './units-choice.tsx';

export const downPath = '/ke-hoach/giao-xuong';

export function DownPage({ planId }: { planId: string }) {
  const { data, error } = useData(contract.planDown.down, { params: { id: planId } });
  const back = (
    <Button component={Link} href="/ke-hoach" leftSection={<IconArrowLeft size="1.125rem" />}>
      Về Kế hoạch
    </Button>
  );
  if (error || !data || data.planId !== planId)
    return (
      <Page title="Giao kế hoạch xuống" actions={back}>
        {error ? <Note tone="problem">{error.message}</Note> : null}
      </Page>
    );
  return (
    <Page
      title="Giao kế hoạch xuống"
      sub={`${planName(data)} · ${formatCount(data.tasks)} nhiệm vụ${data.draft ? ' · dự thảo' : ''}`}
      actions={back}
      body="fill"
    >
      {data.units.length === 0 ? (
        <Pane label="Chưa có đơn vị cấp dưới">
          <EmptyState
            icon={IconUsersGroup}
            title="Cơ quan chưa có đơn vị cấp dưới"
            action={
              <Button component={Link} href="/co-quan/cap-duoi" variant="filled">
                Khai đơn vị cấp dưới
              </Button>
            }
          >
            Khai các xã, phường trực thuộc rồi giao kế hoạch cho từng đơn vị hoặc cho tất cả.
          </EmptyState>
        </Pane>
      ) : (
        <Down key={planId} down={data} />
      )}
    </Page>
  );
}

type To = 'chung' | 'rieng';

function Down({ down }: { down: DownView }) {
  const withKey = down.units.filter(({ hasKey }) => hasKey).map(({ id }) => id);
  const [to, setTo] = useState<To>(withKey.length > 0 ? 'rieng' : 'chung');
  const [unitIds, setUnitIds] = useState<readonly string[]>(withKey);
  const [regimeIds, setRegimeIds] = useState<readonly string[]>(
    down.regimes.filter(({ inUse }) => inUse).map(({ regime }) => regime.id),
  );
  const profileId = useSession((session) => session.profileId);
  const latest = useExportRun((state) => state.run);
  const run = latest?.profileId === profileId && latest?.target.what.kind === 'plan' ? latest : null;
  return (
    <SplitPane
      name="giao-xuong"
      label="Chia phần chọn đơn vị và phần xuất gói"
      initial={50}
      min={30}
      max={70}
      left={
        <Pane title="Giao cho ai?" aside={`${formatCount(down.units.length)} đơn vị`}>
          <div className={styles.to}>
            <SegmentedChoice<To>
              label="Gói"
              hideLabel
              segments={[
                { value: 'chung', label: 'Một gói chung cho tất cả' },
                { value: 'rieng', label: 'Mỗi đơn vị một gói' },
              ]}
              value={to}
              onChange={setTo}
            />
            <SharedWords down={down} to={to} />
          </div>
          <UnitsChoice units={down.units} chosen={to === 'rieng' ? unitIds : null} onChoose={setUnitIds} />
        </Pane>
      }
      right={
        <Pane title="Xuất gói kế hoạch">
          <div className={styles.export}>
            {run ? (
              <ExportProgress run={run} />
            ) : (
              <ExportForm down={down} to={to} unitIds={unitIds} regimeIds={regimeIds} onRegimes={setRegimeIds} />
            )}
          </div>
        </Pane>
      }
    />
  );
}

function SharedWords({ down: { shared }, to }: { down: DownView; to: To }) {
  if (to === 'rieng') return <p className="soft">Mỗi gói chỉ đơn vị đó mở được khi khóa bằng thẻ của đơn vị.</p>;
  if (!shared)
    return <p className="soft">Gói chung gửi cho đơn vị nào cũng nhận được; không khóa hoặc khóa bằng mật khẩu.</p>;
  return (
    <p className="soft">
      Gói chung đã xuất, số {shared.sequence}.{' '}
      {shared.current ? 'Kế hoạch chưa đổi từ đó.' : 'Kế hoạch đã sửa từ đó: xuất lại sẽ là gói thay thế.'}
    </p>
  );
}

type ExportFormProps = {
  down: DownView;
  to: To;
  unitIds: readonly string[];
  regimeIds: readonly string[];
  onRegimes: (ids: readonly string[]) => void;
};

function ExportForm({ down, to, unitIds, regimeIds, onRegimes }: ExportFormProps) {
  const units = down.units.filter(({ id }) => unitIds.includes(id));
  const keyless = units.filter(({ hasKey }) => !hasKey);
  const hasKey = to === 'rieng' && units.length > 0 && keyless.length === 0;
  const bytes = down.bytes * (to === 'rieng' ? Math.max(1, units.length) : 1);
  const way = useSendingWay(bytes, { name: to === 'rieng' ? 'từng đơn vị' : 'các đơn vị', hasKey, keyDigits: null });
  const fault = to === 'rieng' && units.length === 0 ? 'Chọn ít nhất một đơn vị.' : way.fault;
  const count = to === 'rieng' ? units.length : 1;
  const go = () => {
    if (!way.there || fault !== null) return;
    void startExport({
      what: { kind: 'plan', planId: down.planId, to, unitIds: [...unitIds], regimeIds: [...regimeIds] },
      name: count > 1 ? `${count} gói kế hoạch` : 'gói kế hoạch',
      ...way.there,
    });
  };
  return (
    <>
      {down.draft ? (
        <Note tone="doubt" title="Dự thảo.">
          Kế hoạch chưa có số hoặc ngày. Đơn vị nhận được báo là dự thảo; ban hành xong hãy xuất gói thay thế.
        </Note>
      ) : null}
      <FieldGroup label="Chế độ báo cáo giao kèm" hint="Đơn vị xem rồi mới áp dụng.">
        <div className={styles.regimes}>
          {down.regimes.map(({ regime, inUse }) => (
            <Checkbox
              key={regime.id}
              label={regime.name}
              description={inUse ? 'các kỳ năm nay đang theo' : regime.source}
              checked={regimeIds.includes(regime.id)}
              onChange={(event) =>
                onRegimes(
                  event.currentTarget.checked ? [...regimeIds, regime.id] : regimeIds.filter((id) => id !== regime.id),
                )
              }
            />
          ))}
        </div>
      </FieldGroup>
      {to === 'rieng' && keyless.length > 0 ? (
        <Note tone="doubt">
          Chưa có thẻ đã tin của{' '}
          {keyless
            .map(({ name }) => name)
            .slice(0, 5)
            .join(', ')}
          {keyless.length > 5 ? ` và ${keyless.length - 5} đơn vị nữa` : ''}. Bỏ chọn, hoặc khóa bằng mật khẩu.
        </Note>
      ) : null}
      {way.fields}
      {down.signed ? <p className="soft">Kèm bản đã ký: {down.signed.fileName}.</p> : null}
      <div className={footStyles.foot}>
        <Button variant="filled" disabled={way.there === null || fault !== null} onClick={go}>
          {count > 1 ? `Xuất ${formatCount(count)} gói` : 'Xuất gói kế hoạch'}
        </Button>
        <span className="soft" role="status">
          {fault}
        </span>
      </div>
    </>
  );
}

/** Before writing: how large the bundle will be, what stays behind, how and where it goes, how it is locked. */
import { Button } from '@mantine/core';
import { IconDeviceUsb, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { bridgeName, type DesktopBridge } from '../../../shared/api/bridge.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { useData } from '../../data/cache.ts';
import { startExport } from '../../parts/sending/export-run.ts';
import { useSendingWay } from '../../parts/sending/use-sending-way.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import footStyles from '../../ui/sticky-foot.module.css';
import { showProblemToast } from '../../ui/toast.tsx';
import { bytesWith, ProofChoice } from './proof-choice.tsx';

export function ExportForm({ report }: { report: ReportView }) {
  const { data: files, error } = useData(contract.sending.exportSize, { params: { id: report.id } });
  const [carried, setCarried] = useState<ReadonlySet<string> | null>(null);
  const bytes = files ? bytesWith(files, carried) : 0;
  const { fields, fault, how, there } = useSendingWay(bytes, files?.receiver ?? null);

  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!files || fields === null) return null;
  const start = (where: NonNullable<typeof there>) =>
    void startExport({
      what: { kind: 'report', reportId: report.id, carried: carried === null ? null : [...carried] },
      name: `gói báo cáo ${report.window.label}`,
      ...where,
    });

  return (
    <>
      <ProofChoice files={files} carried={carried} onCarried={setCarried} />
      {fields}
      <div className={footStyles.foot}>
        <Button
          variant="filled"
          leftSection={<IconDeviceUsb size="1.125rem" />}
          disabled={there === null || fault !== null}
          onClick={() => there && start(there)}
        >
          Xuất gói ({formatBytes(bytes)})
        </Button>
        <OtherFolder
          disabled={fault !== null}
          onFolder={(ticket, name) =>
            start({ way: { placeId: null, ticket, ...how }, placeLabel: name, removable: false })
          }
        />
        <span className="soft" role="status">
          {fault}
        </span>
      </div>
    </>
  );
}

/** Only the desktop window can open a folder dialog; what comes back is a ticket, never a path. */
function OtherFolder({ disabled, onFolder }: { disabled: boolean; onFolder: (ticket: string, name: string) => void }) {
  const bridge = (window as { [bridgeName]?: DesktopBridge })[bridgeName];
  if (!bridge) return null;
  const choose = async () => {
    const answer = await bridge.chooseFolder();
    if (!answer.ok) showProblemToast(answer.error.message);
    else if (answer.value) onFolder(answer.value.ticket, answer.value.name);
  };
  return (
    <Button leftSection={<IconFolderOpen size="1.125rem" />} disabled={disabled} onClick={() => void choose()}>
      Chọn thư mục khác…
    </Button>
  );
}

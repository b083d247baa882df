/** Before writing: how large the bundle will be, what stays behind, how and where it goes, how it is locked. */
import { Button } from '@mantine/core';
import { IconDeviceUsb, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { bridgeName, type DesktopBridge } from '../../../shared/api/bridge.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { contract } from '../../../shared/api/contract.ts';
import { useData } from '../../data/cache.ts';
import { startExport } from '../../parts/sending/export-run.ts';
import { placeToOffer } from '../../parts/sending/places.ts';
import { freshWay, lockOf, splitBytesOf, type Way, wayFault } from '../../parts/sending/way.ts';
import { usePlaces, WayFields } from '../../parts/sending/way-fields.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import footStyles from '../../ui/sticky-foot.module.css';
import { showProblemToast } from '../../ui/toast.tsx';
import { bytesWith, ProofChoice } from './proof-choice.tsx';

export function ExportForm({ report }: { report: ReportView }) {
  const { data: files, error } = useData(contract.sending.exportSize, { params: { id: report.id } });
  const places = usePlaces();
  const [chosen, setChosen] = useState<string | null>(null);
  const [carried, setCarried] = useState<ReadonlySet<string> | null>(null);
  const [way, setWay] = useState<Way>(freshWay);

  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!files || !places) return null;
  const bytes = bytesWith(files, carried);
  const place = placeToOffer(places, bytes, chosen);
  const hasKey = files.receiver?.hasKey ?? false;
  const fault = wayFault(way, hasKey);
  const start = (where: { placeId: string | null; ticket: string | null }, placeLabel: string, removable: boolean) =>
    void startExport({
      what: { kind: 'report', reportId: report.id, carried: carried === null ? null : [...carried] },
      name: `gói báo cáo ${report.window.label}`,
      way: { ...where, lock: lockOf(way, hasKey), splitBytes: splitBytesOf(way) ?? null },
      placeLabel,
      removable,
    });

  return (
    <>
      <ProofChoice files={files} carried={carried} onCarried={setCarried} />
      <WayFields
        way={way}
        onWay={(change) => setWay((before) => ({ ...before, ...change }))}
        place={place}
        places={places}
        onPlace={setChosen}
        bytes={bytes}
        receiver={files.receiver}
      />
      <div className={footStyles.foot}>
        <Button
          variant="filled"
          leftSection={<IconDeviceUsb size="1.125rem" />}
          disabled={place === null || fault !== null}
          onClick={() => place && start({ placeId: place.id, ticket: null }, place.label, place.removable)}
        >
          Xuất gói ({formatBytes(bytes)})
        </Button>
        <OtherFolder
          disabled={fault !== null}
          onFolder={(ticket, name) => start({ placeId: null, ticket }, name, false)}
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

/** Before writing: how large the bundle will be, what stays behind, and where it goes. */
import { Button } from '@mantine/core';
import { IconDeviceUsb, IconFolder, IconFolderOpen, IconShieldLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { bridgeName, type DesktopBridge } from '../../../shared/api/bridge.ts';
import type { PlaceView, ReportView } from '../../../shared/api/contract/reports.ts';
import { contract } from '../../../shared/api/contract.ts';
import { queryClient, useData } from '../../data/cache.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { showProblemToast } from '../../ui/toast.tsx';
import { type ExportTarget, startExport } from './export-run.ts';
import { hasRoom, placeToOffer, sortPlaces } from './places.ts';
import styles from './sent-page.module.css';

/** Id of the folder for bundles inside the data folder (electron/server/places.ts). */
const ownFolder = 'kho-goi';
/** A stick that was just plugged in shows itself within this many milliseconds. */
const lookAgain = 3000;

export function ExportForm({ report }: { report: ReportView }) {
  const { data: size, error } = useData(contract.reports.exportSize, { params: { id: report.id } });
  const { data: given } = useData(contract.reports.places);
  const { data: office } = useData(contract.office.state);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === contract.reports.places.path });
    }, lookAgain);
    return () => clearInterval(timer);
  }, []);

  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!size || !given) return null;
  const places = sortPlaces(given.places);
  const place = placeToOffer(places, size.bytes, chosen);
  const start = (where: Pick<ExportTarget, 'placeId' | 'ticket' | 'placeLabel' | 'removable'>) =>
    void startExport({ reportId: report.id, windowLabel: report.window.label, ...where });

  return (
    <>
      <SizeLine files={size.files} bytes={size.bytes} leftOut={size.leftOut} />
      <FieldGroup label="Ghi vào đâu?" hint="Cắm USB vào là thấy ở đây.">
        <div className={styles.places}>
          {places.map((each) => (
            <PlaceChoice
              key={each.id}
              place={each}
              fits={hasRoom(each, size.bytes)}
              checked={each.id === place?.id}
              where={each.id === ownFolder ? (office?.dataFolder ?? '') : ''}
              onChoose={() => setChosen(each.id)}
            />
          ))}
        </div>
      </FieldGroup>
      {places.length > 0 && place === null ? (
        <Note tone="problem">
          Không nơi nào còn đủ {formatBytes(size.bytes)}. Dữ liệu trong máy vẫn nguyên. Hãy cắm ổ khác hoặc dọn bớt ổ.
        </Note>
      ) : null}
      <div className={styles.buttons}>
        <Button
          variant="filled"
          leftSection={<IconDeviceUsb size="1.125rem" />}
          disabled={place === null}
          onClick={() =>
            place && start({ placeId: place.id, ticket: null, placeLabel: place.label, removable: place.removable })
          }
        >
          Xuất gói ({formatBytes(size.bytes)})
        </Button>
        <OtherFolder
          onFolder={(ticket, name) => start({ placeId: null, ticket, placeLabel: name, removable: false })}
        />
      </div>
    </>
  );
}

function SizeLine({ files, bytes, leftOut }: { files: number; bytes: number; leftOut: number }) {
  return (
    <div className={styles.size}>
      <span>
        Một tệp gói khoảng <strong>{formatBytes(bytes)}</strong>: báo cáo Word, bảng nhiệm vụ và {formatCount(files)}{' '}
        tệp minh chứng.
      </span>
      {leftOut > 0 ? (
        <span className={styles.leftOut}>
          <IconShieldLock size="1.0625rem" aria-hidden /> {formatCount(leftOut)} minh chứng nhạy cảm không đi theo gói,
          chỉ ghi tên.
        </span>
      ) : null}
    </div>
  );
}

type PlaceChoiceProps = {
  place: PlaceView;
  fits: boolean;
  checked: boolean;
  /** The folder on this computer, where the label alone would not be found again. */
  where: string;
  onChoose: () => void;
};

function PlaceChoice({ place, fits, checked, where, onChoose }: PlaceChoiceProps) {
  const Icon = place.removable ? IconDeviceUsb : IconFolder;
  const free = place.freeBytes === null ? '' : `còn trống ${formatBytes(place.freeBytes)}`;
  return (
    <label className={`${styles.place} ${fits ? '' : styles.full}`}>
      <input type="radio" name="noi-ghi-goi" checked={checked} disabled={!fits} onChange={onChoose} />
      <Icon size="1.375rem" stroke={1.6} aria-hidden />
      <span className={styles.placeWords}>
        <span className={styles.placeName}>{place.label}</span>
        <span className="soft">
          {[place.removable ? 'Ổ cắm ngoài' : '', free, fits ? '' : 'không đủ chỗ', where].filter(Boolean).join(' · ')}
        </span>
      </span>
    </label>
  );
}

/** Only the desktop window can open a folder dialog; what comes back is a ticket, never a path. */
function OtherFolder({ onFolder }: { onFolder: (ticket: string, name: string) => void }) {
  const bridge = (window as { [bridgeName]?: DesktopBridge })[bridgeName];
  if (!bridge) return null;
  const choose = async () => {
    const answer = await bridge.chooseFolder();
    if (!answer.ok) showProblemToast(answer.error.message);
    else if (answer.value) onFolder(answer.value.ticket, answer.value.name);
  };
  return (
    <Button leftSection={<IconFolderOpen size="1.125rem" />} onClick={() => void choose()}>
      Chọn thư mục khác…
    </Button>
  );
}

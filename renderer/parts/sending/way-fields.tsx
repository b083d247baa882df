/** Three questions before a bundle is written: by stick or by mail, where to, locked how. */
import { NumberInput, PasswordInput } from '@mantine/core';
import { IconDeviceUsb, IconFolder, IconLock, IconLockOpen, IconPassword } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlaceView } from '../../../shared/api/contract/reports.ts';
import type { ExportFiles } from '../../../shared/api/contract/sending.ts';
import { queryClient, useData } from '../../data/cache.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { hasRoom, sortPlaces } from './places.ts';
import styles from './sending.module.css';
import { type LockBy, lockBy, partsOf, strengthOf, type Way } from './way.ts';

/** Id of the folder for bundles inside the data folder (electron/server/core/places.ts). */
const ownFolder = 'kho-goi';
/** A stick that was just plugged in shows itself within this many milliseconds. */
const lookAgain = 3000;

export type Receiver = ExportFiles['receiver'];

type WayFieldsProps = {
  way: Way;
  onWay: (change: Partial<Way>) => void;
  place: PlaceView | null;
  places: readonly PlaceView[];
  onPlace: (id: string) => void;
  bytes: number;
  receiver: Receiver;
};

/** The places of this computer, looked at again every few seconds while they are on the screen. */
export function usePlaces(): PlaceView[] | null {
  const { data } = useData(contract.reports.places);
  useEffect(() => {
    const timer = setInterval(() => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === contract.reports.places.path });
    }, lookAgain);
    return () => clearInterval(timer);
  }, []);
  return data ? sortPlaces(data.places) : null;
}

export function WayFields({ way, onWay, place, places, onPlace, bytes, receiver }: WayFieldsProps) {
  const { data: office } = useData(contract.office.state);
  const parts = partsOf(way, bytes);
  const group = useId();
  return (
    <>
      <div className={styles.by}>
        <SegmentedChoice
          label="Gửi bằng gì?"
          segments={[
            { value: 'o-dia', label: 'USB, thư mục' },
            { value: 'thu', label: 'Thư, Zalo' },
          ]}
          value={way.by}
          onChange={(by) => onWay({ by })}
        />
        {way.by === 'thu' ? (
          <div className={styles.parts}>
            <SegmentedChoice
              label="Mỗi tệp nhiều nhất"
              segments={[
                { value: '20', label: '20 MB' },
                { value: '25', label: '25 MB' },
                { value: 'khac', label: 'Khác' },
              ]}
              value={way.part}
              onChange={(part) => onWay({ part })}
            />
            {way.part === 'khac' ? (
              <NumberInput
                aria-label="Cỡ mỗi tệp, MB"
                className={styles.ownPart}
                suffix=" MB"
                min={2}
                max={4000}
                value={way.ownPart ?? ''}
                onChange={(value) => onWay({ ownPart: typeof value === 'number' ? value : null })}
              />
            ) : null}
            <span className="soft">
              {parts > 1
                ? `Chia khoảng ${parts} phần; nơi nhận thả các phần vào theo thứ tự nào cũng được.`
                : 'Vừa một tệp, không phải chia.'}
            </span>
          </div>
        ) : null}
      </div>
      <FieldGroup
        label={way.by === 'thu' ? 'Để tệp ở đâu rồi đính kèm?' : 'Ghi vào đâu?'}
        hint={way.by === 'thu' ? undefined : 'Cắm USB vào là thấy ở đây.'}
      >
        <div className={styles.places}>
          {places.map((each) => (
            <PlaceChoice
              key={each.id}
              place={each}
              fits={hasRoom(each, bytes)}
              checked={each.id === place?.id}
              group={group}
              where={each.id === ownFolder ? (office?.dataFolder ?? '') : ''}
              onChoose={() => onPlace(each.id)}
            />
          ))}
        </div>
        {places.length > 0 && place === null ? (
          <Note tone="problem">
            Không nơi nào còn đủ {formatBytes(bytes)}. Dữ liệu trong máy vẫn nguyên. Hãy cắm ổ khác hoặc dọn bớt ổ.
          </Note>
        ) : null}
      </FieldGroup>
      <LockFields way={way} onWay={onWay} receiver={receiver} />
    </>
  );
}

type PlaceChoiceProps = {
  place: PlaceView;
  fits: boolean;
  checked: boolean;
  /** The folder on this computer, where the label alone would not be found again. */
  where: string;
  /** Radio buttons of one list; a dialog may stand before the same list of the page. */
  group: string;
  onChoose: () => void;
};

function PlaceChoice({ place, fits, checked, where, group, onChoose }: PlaceChoiceProps) {
  const Icon = place.removable ? IconDeviceUsb : IconFolder;
  const free = place.freeBytes === null ? '' : `còn trống ${formatBytes(place.freeBytes)}`;
  return (
    <label className={`${styles.place} ${fits ? '' : styles.full}`}>
      <input type="radio" name={group} checked={checked} disabled={!fits} onChange={onChoose} />
      <Icon size="1.25rem" stroke={1.6} aria-hidden />
      <span className={styles.placeWords}>
        <span className={styles.placeName}>{place.label}</span>
        <span className="soft">
          {[place.removable ? 'Ổ cắm ngoài' : '', free, fits ? '' : 'không đủ chỗ', where].filter(Boolean).join(' · ')}
        </span>
      </span>
    </label>
  );
}

function LockFields({ way, onWay, receiver }: Pick<WayFieldsProps, 'way' | 'onWay' | 'receiver'>) {
  const hasKey = receiver?.hasKey ?? false;
  const chosen = lockBy(way, hasKey);
  const strength = strengthOf(way.password);
  const group = useId();
  const choices: { value: LockBy; Icon: typeof IconLock; name: string; words: string; off: boolean }[] = [
    {
      value: 'khoa',
      Icon: IconLock,
      name: `Khóa cho ${receiver?.name ?? 'cấp trên'}`,
      words: hasKey ? 'Chỉ nơi nhận mở được, không cần mật khẩu.' : 'Chưa có thẻ đã tin của nơi nhận.',
      off: !hasKey,
    },
    {
      value: 'mat-khau',
      Icon: IconPassword,
      name: 'Khóa bằng mật khẩu',
      words: 'Báo mật khẩu cho nơi nhận qua điện thoại.',
      off: false,
    },
    {
      value: 'mo',
      Icon: IconLockOpen,
      name: 'Không khóa',
      words: 'Ai có tệp cũng đọc được, kể cả không có Sổ Việc.',
      off: false,
    },
  ];
  return (
    <FieldGroup label="Khóa gói">
      <div className={styles.places}>
        {choices.map(({ value, Icon, name, words, off }) => (
          <label key={value} className={`${styles.place} ${off ? styles.full : ''}`}>
            <input
              type="radio"
              name={group}
              checked={chosen === value}
              disabled={off}
              onChange={() => onWay({ lock: value })}
            />
            <Icon size="1.25rem" stroke={1.6} aria-hidden />
            <span className={styles.placeWords}>
              <span className={styles.placeName}>{name}</span>
              <span className="soft">{words}</span>
            </span>
          </label>
        ))}
      </div>
      {hasKey ? null : (
        <a className="text-link" href="#/co-quan/khoa">
          Nhận thẻ của nơi nhận để khóa gói
        </a>
      )}
      {chosen === 'mat-khau' ? (
        <div className={styles.passwords}>
          <PasswordInput
            label="Mật khẩu"
            value={way.password}
            autoComplete="new-password"
            onChange={(event) => onWay({ password: event.currentTarget.value })}
          />
          <PasswordInput
            label="Gõ lại mật khẩu"
            value={way.again}
            autoComplete="new-password"
            onChange={(event) => onWay({ again: event.currentTarget.value })}
          />
          <span role="status" className={strength ? styles[strength.level] : 'soft'}>
            {strength?.words ?? 'Mật khẩu không lưu ở đâu cả: quên là không mở được gói này nữa.'}
          </span>
        </div>
      ) : null}
    </FieldGroup>
  );
}

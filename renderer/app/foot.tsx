/** The foot of the navigation: what is always true to say. Saved, backed up, which office, as whom the journal writes. */
import { Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCircleCheckFilled,
  IconExclamationCircle,
  IconUser,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { contract } from '../../shared/api/contract/contract.ts';
import { officeName } from '../../shared/office/unit.ts';
import { dateInVietnam, shortDate, timeInVietnam } from '../../shared/text/dates.ts';
import { useData } from '../data/cache.ts';
import { useOffice } from '../data/office.ts';
import { whenWords } from '../parts/when.ts';
import { useSession } from '../state/session.ts';
import styles from './foot.module.css';

export function Foot() {
  const { state } = useOffice();
  return (
    <aside className={styles.foot} aria-label="Tình trạng">
      <SavedLine />
      {state ? (
        <div className={styles.line}>
          {state.lastBackup
            ? `Sao lưu gần nhất: ${whenWords(state.lastBackup.at, state.today)}`
            : 'Chưa sao lưu lần nào'}
        </div>
      ) : null}
      {state?.office ? <OfficeSwitch name={officeName(state.office.unit)} practice={state.office.practice} /> : null}
      {state?.office ? <PersonSwitch name={state.actingPerson?.name ?? null} /> : null}
    </aside>
  );
}

/** "Đã lưu · 09:41" is what the server last wrote to the disk, not what the window hopes. */
export function SavedLine() {
  const { state, error } = useOffice();
  if (error)
    return (
      <div className={`${styles.saved} ${styles.notSaved}`} role="alert">
        <IconExclamationCircle size="1rem" aria-hidden className={styles.savedIcon} />
        <span>Chưa liên lạc được với dữ liệu</span>
      </div>
    );
  const words = state?.lastSaved ? `Đã lưu · ${savedWords(state.lastSaved, state.today)}` : 'Mọi việc đã lưu';
  return (
    <div className={styles.saved}>
      <IconCircleCheckFilled size="1rem" aria-hidden className={styles.savedIcon} data-tone="done" />
      <span className="numbers">{words}</span>
    </div>
  );
}

/** The hour for today, the day for earlier. */
function savedWords(at: number, today: string): string {
  const date = dateInVietnam(at);
  return date === today ? timeInVietnam(at) : shortDate(date);
}

/** The office's name; a menu when other offices are kept on this computer. */
function OfficeSwitch({ name, practice }: { name: string; practice: boolean }) {
  const { data } = useData(contract.office.profiles);
  const openProfile = useSession((session) => session.openProfile);
  const [, go] = useLocation();
  const profiles = data?.profiles ?? [];
  const words = (
    <span className={styles.officeWords}>
      {name}
      {practice ? <span className={styles.practice}>Hồ sơ dùng thử</span> : null}
    </span>
  );
  if (profiles.length < 2) return <div className={`${styles.line} ${styles.office}`}>{words}</div>;
  return (
    <Menu width="target" position="top-start">
      <Menu.Target>
        <button type="button" className={styles.choice}>
          {words}
          <span className="visually-hidden">: cơ quan đang mở, bấm để đổi</span>
          <IconChevronDown size="1rem" aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown miw="14rem">
        <Menu.Label>Hồ sơ trên máy này</Menu.Label>
        {profiles.map((profile) => (
          <Menu.Item
            key={profile.id}
            leftSection={
              profile.current ? <IconCheck size="1rem" aria-label="Đang mở" /> : <span className={styles.noMark} />
            }
            onClick={() => {
              if (profile.current) return;
              openProfile(profile.id);
              go('/');
            }}
          >
            {profile.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** As whom the journal writes: the office itself, or one of its people. */
function PersonSwitch({ name }: { name: string | null }) {
  const { data } = useData(contract.office.people);
  const personId = useSession((session) => session.personId);
  const actAs = useSession((session) => session.actAs);
  const people = data?.people.filter((person) => !person.archived) ?? [];
  const shown = name ?? 'Cơ quan';
  return (
    <div className={styles.person}>
      <div className={styles.personLabel}>Đang dùng với tư cách</div>
      <Menu width="target" position="top-start">
        <Menu.Target>
          <button type="button" className={styles.choice}>
            <IconUser size="1rem" aria-hidden />
            <span className="visually-hidden">Đang dùng với tư cách </span>
            <span className={styles.officeWords}>{shown}</span>
            <span className="visually-hidden">: bấm để đổi người</span>
            <IconChevronDown size="1rem" aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown miw="14rem" mah="60vh" className={styles.list}>
          {[{ id: null, name: 'Cơ quan' }, ...people].map((person) => (
            <Menu.Item
              key={person.id ?? ''}
              leftSection={
                person.id === personId ? (
                  <IconCheck size="1rem" aria-label="Đang chọn" />
                ) : (
                  <span className={styles.noMark} />
                )
              }
              onClick={() => actAs(person.id)}
            >
              {person.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

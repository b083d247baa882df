/** Offices kept on this computer: which is open, open another, add one. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData, useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';
import tableStyles from '../../ui/list-table.module.css';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './office-page.module.css';

export function OfficesTab() {
  const [, go] = useLocation();
  const { data, error } = useData(contract.office.profiles);
  const openProfile = useSession((session) => session.openProfile);
  const open = (id: string, label: string) => {
    openProfile(id);
    go('/');
    showToast(`Đang mở hồ sơ ${label}.`);
  };
  return (
    <>
      <p className="soft">
        Mỗi hồ sơ là một cơ quan với dữ liệu riêng, không lẫn vào nhau. Dùng khi một máy làm cho hai cơ quan, hoặc để
        tập dùng.
      </p>
      <AddOffice onAdded={open} />
      {error ? <Note tone="problem">{error.message}</Note> : null}
      <Pane label="Hồ sơ trên máy này">
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">Hồ sơ</th>
              <th scope="col">
                <span className="visually-hidden">Mở</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data?.profiles.map((profile) => (
              <tr key={profile.id} aria-current={profile.current ? 'true' : undefined}>
                <td>
                  <strong>{profile.label}</strong>
                  {profile.practice ? <span className="soft"> · dùng thử</span> : null}
                </td>
                <td className={tableStyles.end}>
                  {profile.current ? (
                    <span className="soft">Đang mở</span>
                  ) : (
                    <Button
                      size="compact-sm"
                      aria-label={`Mở hồ sơ ${profile.label}`}
                      onClick={() => open(profile.id, profile.label)}
                    >
                      Mở
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Pane>
    </>
  );
}

function AddOffice({ onAdded }: { onAdded: (id: string, label: string) => void }) {
  const [label, setLabel] = useState('');
  const add = useWrite(async () => {
    const made = await call(contract.office.addProfile, { body: { label } });
    onAdded(made.id, made.label);
  });
  return (
    <form
      className={styles.fields}
      aria-label="Thêm hồ sơ"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() === '') return;
        add.mutate(undefined);
      }}
    >
      <TextInput
        flex="1 1 14rem"
        maw="26rem"
        label="Tên hồ sơ mới"
        placeholder="Ví dụ: UBND tỉnh Hưng Yên"
        maxLength={60}
        value={label}
        error={add.error?.message}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" disabled={label.trim() === ''} loading={add.isPending}>
        Thêm và mở
      </Button>
    </form>
  );
}

/** First run: one short form that names the office, its papers taking shape beside it; or practice beside the real office. */
import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ProfileView } from '../../../shared/api/contract/office.ts';
import { useData, useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { DocumentHead } from '../../parts/office-form/document-head.tsx';
import { OfficeFields } from '../../parts/office-form/office-fields.tsx';
import { missingFields, officeBody } from '../../parts/office-form/values.ts';
import { useSession } from '../../state/session.ts';
import { Note } from '../../ui/note.tsx';
import { OtherOffices } from './other-offices.tsx';
import { inMainOffice, openPractice, practiceProfile } from './practice.ts';
import styles from './start-page.module.css';
import { useTypedOffice } from './typed-office.ts';

const noProfiles: ProfileView[] = [];

export default function StartPage() {
  useDocumentTitle('Bắt đầu · Sổ Việc');
  const profileId = useSession((session) => session.profileId);
  const profiles = useData(contract.office.profiles).data?.profiles ?? noProfiles;
  const { values, change, clear } = useTypedOffice(profileId);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const missing = missingFields(values);

  // What follows a write is part of it: once the office has a name this page is gone, and its callbacks with it.
  const keep = useWrite(async () => {
    await call(contract.office.setUp, { body: officeBody(values) });
    clear();
  });
  const practice = useWrite(() => openPractice(profiles));
  const busy = keep.isPending || practice.isPending;
  const begun = inMainOffice(profiles) && practiceProfile(profiles) !== undefined;

  const submit = () => {
    setAsked(true);
    const first = Object.keys(missing)[0];
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`[data-field="${first}"]`)?.focus();
      return;
    }
    keep.mutate(undefined);
  };

  return (
    <main className={styles.whole}>
      <div className={styles.page}>
        <div className={styles.column}>
          <header className={styles.head}>
            <div className={styles.brand}>
              <span className={styles.logo} aria-hidden />
              Sổ Việc
            </div>
            <h1 className={styles.title} tabIndex={-1} data-page-title>
              Cơ quan của anh/chị
            </h1>
            <p className={styles.lead}>
              Tên ghi ở đây sẽ in ở đầu và cuối mọi văn bản. Mọi thứ sửa lại được sau, ở mục Cơ quan.
            </p>
          </header>
          <form
            ref={form}
            className={styles.form}
            aria-label="Khai cơ quan"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <OfficeFields values={values} missing={asked ? missing : {}} onChange={change} autoFocus />
            {keep.error ? (
              <Note tone="problem" announce title="Chưa lưu được.">
                {keep.error.message}
              </Note>
            ) : null}
            <div className={styles.actions}>
              <Button type="submit" variant="filled" size="md" loading={keep.isPending} disabled={busy}>
                Bắt đầu
              </Button>
              <span className="soft">Lưu trên máy này, không gửi đi đâu.</span>
            </div>
          </form>
          <section className={styles.second} aria-labelledby="start-practice">
            <h2 id="start-practice" className={styles.secondTitle}>
              Muốn xem trước?
            </h2>
            <p className={styles.secondWords}>
              Hồ sơ dùng thử có sẵn một kế hoạch mẫu, người và kết quả một quý. Nó nằm riêng, không lẫn vào dữ liệu của
              cơ quan, và xóa làm lại được bất cứ lúc nào.
            </p>
            {practice.error ? (
              <Note tone="problem" announce title="Chưa mở được hồ sơ dùng thử.">
                {practice.error.message}
              </Note>
            ) : null}
            <div className={styles.secondActions}>
              <Button onClick={() => practice.mutate(undefined)} loading={practice.isPending} disabled={busy}>
                {begun ? 'Mở lại hồ sơ dùng thử' : 'Dùng thử với kế hoạch mẫu'}
              </Button>
            </div>
            <OtherOffices profiles={profiles} />
          </section>
        </div>
        <div className={styles.preview}>
          <DocumentHead values={values} />
        </div>
      </div>
    </main>
  );
}

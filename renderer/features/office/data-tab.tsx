/** Where the office's data lie, copies of them, and their health. */
import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView, StateView } from '../../../shared/api/contract/office.ts';
import { useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { whenWords } from '../../parts/when.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './office-page.module.css';
import { PracticePane } from './practice-pane.tsx';

export function DataTab({ state, office }: { state: StateView; office: OfficeView }) {
  return (
    <div className={styles.cards}>
      <div className={styles.stack}>
        <BackupPane state={state} />
        {office.practice ? <PracticePane /> : null}
      </div>
      <DoctorPane />
    </div>
  );
}

function BackupPane({ state }: { state: StateView }) {
  const backup = useWrite(() => call(contract.office.backup, { body: {} }));
  return (
    <Pane title="Sao lưu" padded>
      <div className={styles.stack}>
        <div>
          <div className="soft">Dữ liệu nằm ở</div>
          <div className={styles.path}>{state.dataFolder}</div>
        </div>
        <div className={styles.row}>
          <span>
            {state.lastBackup
              ? `Sao lưu gần nhất: ${whenWords(state.lastBackup.at, state.today)}`
              : 'Chưa sao lưu lần nào.'}
          </span>
          <Button variant="filled" onClick={() => backup.mutate(undefined)} loading={backup.isPending}>
            Sao lưu ngay
          </Button>
        </div>
        {backup.data ? (
          <Note tone="done" announce title="Đã sao lưu.">
            Bản sao {backup.data.name} nằm trong thư mục “sao-luu” cạnh dữ liệu.
          </Note>
        ) : null}
        {backup.error ? (
          <Note tone="problem" announce title="Chưa sao lưu được.">
            {backup.error.message}
          </Note>
        ) : null}
        <p className="soft">
          Chương trình tự sao lưu trước mỗi lần thay nhiều dữ liệu và trước khi nâng cấp, giữ 30 bản gần nhất. Để phòng
          hỏng máy, thỉnh thoảng hãy chép cả thư mục dữ liệu ra USB sau khi đóng Sổ Việc.
        </p>
      </div>
    </Pane>
  );
}

function DoctorPane() {
  const doctor = useWrite(() => call(contract.office.doctor, { body: {} }));
  return (
    <Pane title="Kiểm tra dữ liệu" padded>
      <div className={styles.stack}>
        <div className={styles.row}>
          <span>Đọc lại toàn bộ dữ liệu và từng tệp minh chứng. Không đổi gì.</span>
          <Button onClick={() => doctor.mutate(undefined)} loading={doctor.isPending}>
            Kiểm tra dữ liệu
          </Button>
        </div>
        <div role="status">
          {doctor.isPending ? <p className="soft">Đang đọc lại dữ liệu…</p> : null}
          {doctor.data && !doctor.isPending ? (
            <>
              <p>
                <strong>{doctor.data.ok ? 'Dữ liệu tốt.' : 'Có chỗ cần xem lại.'}</strong>
              </p>
              <ul className={styles.checks}>
                {doctor.data.lines.map((line) => (
                  <li key={line.text} className={styles.check}>
                    {line.ok ? (
                      <IconCheck size="1.125rem" className={styles.good} aria-label="Tốt:" role="img" />
                    ) : (
                      <IconX size="1.125rem" className={styles.bad} aria-label="Lỗi:" role="img" />
                    )}
                    <span>{line.text}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
        {doctor.error ? (
          <Note tone="problem" announce title="Chưa kiểm tra được.">
            {doctor.error.message}
          </Note>
        ) : null}
      </div>
    </Pane>
  );
}

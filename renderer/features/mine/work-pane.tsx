/** One task of the officer: where it stands in the plan, what was done in the period, and the proof. Files may be dropped anywhere on it. */
import { type KeyboardEvent, useEffect } from 'react';
import type { PeopleView, WindowView } from '../../../shared/api/contract/office.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { gatheredWords } from '../../../shared/report/gather.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { workAs } from '../../data/saver/saving.ts';
import { FileArea } from '../../parts/evidence/file-area.tsx';
import { forgetEnded, upload } from '../../parts/evidence/upload-queue.ts';
import { ResultsSection } from '../../parts/results/results-section.tsx';
import { RowVerdictNote } from '../../parts/verdict/row-verdict.tsx';
import { useSession } from '../../state/session.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { LateReasonField, ProgressFields, RemarkFields } from './progress-fields.tsx';
import { ProofSection } from './proof-section.tsx';
import { SavedMark } from './saved-mark.tsx';
import { useEntry } from './use-entry.ts';
import styles from './work-pane.module.css';

export type WorkPaneProps = {
  item: WorkItem;
  planId: string;
  window: WindowView;
  people: PeopleView;
  /** The task is not the acting person's own: it was opened from the report or the task table. */
  othersTask: boolean;
  /** How many of the listed tasks have these results in common. */
  groupTasks: number;
  /** Escape: back to the list. */
  onLeave: () => void;
};

/** The plan's words, and what they come to in this window. */
const timeWords = ({ time, due }: WorkItem): string => (due === null ? time : `${time} (${due.question ?? due.why})`);

export function WorkPane({ item, planId, window, people, othersTask, groupTasks, onLeave }: WorkPaneProps) {
  const place = { taskId: item.id, windowId: window.id };
  const entry = useEntry(item, window.id, planId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pane is made anew for each task and period
  useEffect(() => () => forgetEnded(place), []);

  const keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === 's' || key === 'enter')) {
      event.preventDefault();
      entry.save();
    } else if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
  };

  return (
    <FileArea
      label="Kết quả của việc"
      overWords="Thả ra để thêm làm minh chứng của việc này"
      onFiles={(files) => upload(files, place)}
      className={styles.pane}
    >
      {({ choose, refusal }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: catches the keys of the fields inside it
        <div className={styles.inside} onKeyDown={keys}>
          <div className={styles.scroll}>
            <TaskHead item={item} />
            {othersTask ? <NotMine item={item} people={people} /> : null}
            <RowVerdictNote planId={planId} windowId={window.id} taskId={item.id} />
            {item.gathered ? (
              <Note tone="info">
                {capital(gatheredWords(item.gathered))}. Sửa chỗ nào thì thành kết quả riêng của kỳ này.
              </Note>
            ) : null}
            {window.lockedAt === null ? null : <LateReasonField entry={entry} />}
            <ProgressFields entry={entry} />
            {item.results.length > 0 ? (
              <ResultsSection place={{ groupId: item.groupId, windowId: window.id, planId }} sharedBy={groupTasks} />
            ) : null}
            <ProofSection
              place={place}
              year={window.year}
              finishedWithout={entry.form.state === 'xong' && item.evidenceCount === 0}
              onChoose={choose}
              refusal={refusal}
            />
            <RemarkFields entry={entry} />
          </div>
          <div className={styles.foot}>
            <SavedMark entry={entry} />
          </div>
        </div>
      )}
    </FileArea>
  );
}

function TaskHead({ item }: { item: WorkItem }) {
  const path = [[item.areaNo, item.areaName].filter(Boolean).join('. '), item.componentName]
    .filter(Boolean)
    .join(' › ');
  return (
    <header className={styles.head}>
      <div className={styles.path}>{path}</div>
      <h2 className={styles.title}>{item.text}</h2>
      <dl className={styles.facts}>
        {item.time ? <Fact name="Thời gian" value={timeWords(item)} /> : null}
        {item.lead ? <Fact name="Chủ trì" value={item.lead} /> : null}
        {item.executors.length > 0 ? <Fact name="Thực hiện" value={item.executors.join(', ')} /> : null}
      </dl>
    </header>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function NotMine({ item, people }: { item: WorkItem; people: PeopleView }) {
  const personId = useSession((session) => session.personId);
  const owners = people.people.filter((each) => item.personIds.includes(each.id));
  const me = people.people.find((each) => each.id === personId);
  return (
    <Note
      tone="info"
      actions={owners.map((each) => (
        <TextAction key={each.id} onClick={() => void workAs(each.id)}>
          Làm việc với tên {each.name}
        </TextAction>
      ))}
    >
      {owners.length > 0
        ? `Việc này do ${owners.map((each) => each.name).join(', ')} phụ trách.`
        : `Chưa có ai giữ chức danh chủ trì việc này (${item.lead || 'cột chủ trì để trống'}).`}{' '}
      {me ? `Nhật ký sẽ ghi người nhập là ${me.name}.` : 'Chưa chọn tên nên nhật ký sẽ ghi người nhập là cơ quan.'}
    </Note>
  );
}

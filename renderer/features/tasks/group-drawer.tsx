/** What the tasks of a group share, beside the table: expected results, lead, executors, time, note. Saved on leaving a field. */
import { Button, Drawer, Textarea } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { GroupRow } from '../../../shared/api/contract/plans.ts';
import { executorsOf } from '../../../shared/office/roles.ts';
import { useSavedField } from '../../data/saver/saving.ts';
import { ResultsSection } from '../../parts/results/results-section.tsx';
import { TwoTexts } from '../../parts/two-texts.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { TaskStateBadge } from '../../ui/state-badge.tsx';
import { stateNames } from './cells/plain-cells.tsx';
import { useTaskContext } from './cells/task-context.ts';
import styles from './group-drawer.module.css';
import type { IndexedGroup, IndexedTask } from './logic/task-index.ts';
import { changeOfGroup, type GroupField, groupField, isList, textOfGroup } from './writes/table-fields.ts';

export type GroupDrawerProps = {
  group: IndexedGroup | null;
  /** The task the person came from; null for a group without tasks. */
  item: IndexedTask | null;
  onClose: () => void;
};

export function GroupDrawer({ group, item, onClose }: GroupDrawerProps) {
  return (
    <Drawer opened={group !== null} onClose={onClose} position="right" size="30rem" title="Nhóm nhiệm vụ">
      {group ? <GroupDetails key={group.group.id} group={group} item={item} onClose={onClose} /> : null}
    </Drawer>
  );
}

function GroupDetails({
  group,
  item,
  onClose,
}: {
  group: IndexedGroup;
  item: IndexedTask | null;
  onClose: () => void;
}) {
  const { window, editCell, planId } = useTaskContext();
  const [, go] = useLocation();
  const { area, components, tasks } = group;
  return (
    <div className={styles.details}>
      <KeyValues
        narrow
        items={[
          { name: 'Lĩnh vực', value: area.no ? `${area.no} · ${area.name}` : area.name },
          { name: 'Nội dung thành phần', value: components.map(({ id, name }) => <div key={id}>{name}</div>) },
          item && { name: 'Nhiệm vụ đang xem', value: item.task.text },
          item &&
            window && {
              name: window.label,
              value: (
                <>
                  <TaskStateBadge state={stateNames[item.task.progress?.state ?? 'chua']} />
                  {item.task.progress?.doneText ? (
                    <div className={styles.done}>{item.task.progress.doneText}</div>
                  ) : null}
                </>
              ),
            },
        ]}
      />
      {item && window ? (
        <div className={styles.actions}>
          <Button
            onClick={() => {
              onClose();
              editCell(item.task.id, 'state');
            }}
          >
            Ghi kết quả {window.label}
          </Button>
          <Button
            leftSection={<IconPaperclip size="1.0625rem" aria-hidden />}
            onClick={() => go(`/viec-cua-toi/${item.task.id}`)}
          >
            Minh chứng ({item.task.evidenceCount})
          </Button>
        </div>
      ) : null}
      {tasks.length > 1 ? (
        <div className={styles.shared}>{tasks.length} nhiệm vụ của nhóm dùng chung các mục dưới đây.</div>
      ) : null}
      {window && group.group.results.length > 0 ? (
        <ResultsSection place={{ groupId: group.group.id, windowId: window.id, planId }} sharedBy={tasks.length} />
      ) : null}
      <SharedField
        group={group.group}
        field="results"
        label="Chữ của kết quả cần có"
        hint="Mỗi dòng là một kết quả"
        rows={4}
      />
      <SharedField group={group.group} field="lead" label="Chủ trì của nhóm" rows={1} />
      <SharedField
        group={group.group}
        field="executors"
        label="Đơn vị thực hiện"
        hint={supportWords(group.group.executors) || 'Mỗi dòng là một đơn vị; ghi “phối hợp” cho đơn vị chỉ phối hợp'}
        rows={2}
      />
      <SharedField group={group.group} field="time" label="Thời gian của nhóm" rows={1} />
      <SharedField group={group.group} field="note" label="Ghi chú" rows={2} />
    </div>
  );
}

/** "Thực hiện: Văn phòng. Phối hợp: Ủy ban MTTQ." where somebody only helps; "" where nobody does. */
function supportWords(executors: readonly string[]): string {
  const read = executorsOf(executors);
  const of = (role: 'executor' | 'support'): string[] =>
    read.filter((each) => each.role === role).map(({ words }) => words);
  const [carrying, helping] = [of('executor'), of('support')];
  if (helping.length === 0) return '';
  return `${carrying.length > 0 ? `Thực hiện: ${carrying.join(', ')}. ` : ''}Phối hợp: ${helping.join(', ')}.`;
}

const longest: Record<GroupField, number> = { results: 40_000, lead: 300, executors: 9_000, time: 300, note: 2000 };

type FieldProps = { group: GroupRow; field: GroupField; label: string; hint?: string; rows: number };

/** One shared field; words stay as a draft until the server has them. */
function SharedField({ group, field: name, label, hint, rows }: FieldProps) {
  const { planId } = useTaskContext();
  const place = groupField(group, name, label, planId);
  const field = useSavedField(place.key, place.about, place.now);
  const { status } = field;
  const save = () => {
    const change = { ...group, ...changeOfGroup(name, field.text) };
    // Spaces alone are no change.
    if (textOfGroup(change, name) === place.now.text) field.takeSaved();
    else void field.save();
  };
  return (
    <div className={styles.field}>
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={rows}
        maxRows={14}
        maxLength={longest[name]}
        value={field.text}
        error={status.state === 'refused' ? status.sentence : undefined}
        onChange={(event) => field.type(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || (!event.ctrlKey && (isList(name) || name === 'note'))) return;
          event.preventDefault();
          save();
        }}
      />
      <TwoTexts field={field} saved={place.now.text ?? ''} />
      <div className={styles.saved} role="status">
        {field.unsaved ? 'Chưa lưu (Ctrl Enter)' : status.state === 'saved' ? 'Đã lưu' : ''}
      </div>
    </div>
  );
}

import { describe, expect, it } from 'vitest';
import {
  patchComponent,
  patchGroup,
  patchProgress,
  patchTask,
  withoutTask,
  withTask,
} from '../../../../renderer/features/tasks/logic/table-patch.ts';
import { progress, sampleTable } from './table-sample.ts';

const taskOf = (table: ReturnType<typeof sampleTable>, id: string) => table.tasks.find((task) => task.id === id);

describe('a change shown before the server has answered', () => {
  it('gives a task its own words, and gives them back to the group', () => {
    const own = patchTask(sampleTable(), 't1', { lead: 'Đài truyền thanh', time: 'Quý I' });
    expect(taskOf(own, 't1')).toMatchObject({
      lead: 'Đài truyền thanh',
      leadOverride: 'Đài truyền thanh',
      time: 'Quý I',
      timeOverride: 'Quý I',
    });
    expect(taskOf(patchTask(own, 't1', { lead: null, time: null }), 't1')).toMatchObject({
      lead: 'Văn hóa - Xã hội',
      leadOverride: null,
      time: 'Thường xuyên',
      timeOverride: null,
    });
  });

  it('shows the person chosen for a task', () => {
    expect(taskOf(patchTask(sampleTable(), 't1', { assigneeId: 'minh' }), 't1')).toMatchObject({
      assigneeId: 'minh',
      personIds: ['minh'],
    });
  });

  it('reaches every task that follows its group, and none that has its own words', () => {
    const table = patchGroup(sampleTable(), 'g1', { lead: 'Tư pháp - Hộ tịch', time: 'Quý IV' });
    expect(taskOf(table, 't1')).toMatchObject({ lead: 'Tư pháp - Hộ tịch', time: 'Quý IV' });
    expect(taskOf(table, 't2')).toMatchObject({ lead: 'Trạm Y tế', time: 'Quý IV' });
  });

  it('leaves every untouched record the same object, so that its row is not drawn again', () => {
    const before = sampleTable();
    const after = patchTask(before, 't1', { text: 'Khác' });
    expect(after.tasks.filter((task, index) => task !== before.tasks[index]).map((task) => task.id)).toEqual(['t1']);
    expect(after.groups).toBe(before.groups);
  });

  it('takes progress of the shown window only', () => {
    const done = progress('t2', 'xong');
    expect(taskOf(patchProgress(sampleTable(), done), 't2')?.progress).toBe(done);
    expect(taskOf(patchProgress(sampleTable(), { ...done, windowId: '2024-Q3' }), 't2')?.progress).toBeNull();
  });

  it('renames a component', () => {
    expect(patchComponent(sampleTable(), 'c1', 'b) Hộ nghèo').components[0]?.name).toBe('b) Hộ nghèo');
  });

  it('adds a task below its neighbour, following its group, and takes it away again', () => {
    const table = withTask(sampleTable(), 'g1', { id: 'new', revision: 1, text: 'Mới', afterTaskId: 't1' });
    expect(table.groups.find((group) => group.id === 'g1')?.taskIds).toEqual(['t1', 'new', 't2']);
    expect(taskOf(table, 'new')).toMatchObject({ lead: 'Văn hóa - Xã hội', time: 'Thường xuyên', progress: null });
    const gone = withoutTask(table, 'new');
    expect(gone).toEqual(sampleTable());
  });
});

import { describe, expect, it } from 'vitest';
import { createSaveQueue } from '../../../../renderer/data/saver/save-queue.ts';

describe('SV1 writes of one record', () => {
  it('go one after another, also after one that failed', async () => {
    const queue = createSaveQueue();
    const order: string[] = [];
    const slow = queue.run('task', async () => {
      await Promise.resolve();
      order.push('first');
      throw new Error('refused');
    });
    const quick = queue.run('task', async () => {
      order.push('second');
      return 2;
    });
    expect(queue.waiting('task')).toBe(2);
    await expect(slow).rejects.toThrow('refused');
    await expect(quick).resolves.toBe(2);
    expect(order).toEqual(['first', 'second']);
    expect(queue.waiting()).toBe(0);
  });

  it('do not wait for those of another record', async () => {
    const queue = createSaveQueue();
    let end = () => {};
    const held = queue.run('task', () => new Promise<void>((done) => (end = done)));
    await expect(queue.run('group', async () => 'at once')).resolves.toBe('at once');
    expect(queue.waiting('task')).toBe(1);
    end();
    await held;
  });

  it('carry an edit forward over own writes, and only over those', () => {
    const queue = createSaveQueue();
    queue.wrote('task', 3, 4);
    queue.wrote('task', 4, 5);
    expect(queue.newest('task', 3)).toBe(5);
    expect(queue.newest('task', 2)).toBe(2);
    expect(queue.newest('other', 3)).toBe(3);
  });

  it('make a record that was none, until the screen shows it: a record taken away since is none again', () => {
    const queue = createSaveQueue();
    queue.wrote('entry', null, 1);
    expect(queue.newest('entry', null)).toBe(1);
    queue.shown('entry');
    expect(queue.newest('entry', null)).toBeNull();
  });
});

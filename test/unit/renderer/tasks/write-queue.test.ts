import { describe, expect, it } from 'vitest';
import { createWriteQueue } from '../../../../renderer/features/tasks/write-queue.ts';

describe('writes of one window', () => {
  it('go one after another, also after one that failed', async () => {
    const queue = createWriteQueue();
    const order: string[] = [];
    const slow = queue.run(async () => {
      await Promise.resolve();
      order.push('first');
      throw new Error('refused');
    });
    const quick = queue.run(async () => {
      order.push('second');
      return 2;
    });
    expect(queue.waiting()).toBe(2);
    await expect(slow).rejects.toThrow('refused');
    await expect(quick).resolves.toBe(2);
    expect(order).toEqual(['first', 'second']);
    expect(queue.waiting()).toBe(0);
  });

  it('carry an edit forward over own writes, and only over those', () => {
    const queue = createWriteQueue();
    queue.wrote('task', 3, 4);
    queue.wrote('task', 4, 5);
    expect(queue.newest('task', 3)).toBe(5);
    expect(queue.newest('task', 2)).toBe(2);
    expect(queue.newest('other', 3)).toBe(3);
  });
});

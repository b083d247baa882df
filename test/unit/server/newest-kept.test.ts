import { describe, expect, it } from 'vitest';
import { createJobs } from '../../../electron/server/core/jobs.ts';
import { newestKept } from '../../../electron/server/core/newest-kept.ts';
import { refuse } from '../../../electron/server/core/refusal.ts';

describe('newest kept', () => {
  it('keeps the newest and lets the oldest go', () => {
    const kept = newestKept<string>(2);
    kept.add('a', 'một');
    kept.add('b', 'hai');
    kept.add('c', 'ba');
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([null, 'hai', 'ba']);
  });

  it('makes what is added again the newest', () => {
    const kept = newestKept<string>(2);
    kept.add('a', 'một');
    kept.add('b', 'hai');
    kept.add('a', 'mốt');
    kept.add('c', 'ba');
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['mốt', null, 'ba']);
  });

  it('forgets what is removed, which then pushes nothing out', () => {
    const kept = newestKept<string>(2);
    kept.add('a', 'một');
    kept.add('b', 'hai');
    kept.remove('b');
    kept.add('c', 'ba');
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['một', null, 'ba']);
  });
});

describe('jobs', () => {
  it('keeps a job that runs however many ended after it, and the newest of those that ended', async () => {
    let made = 0;
    const jobs = createJobs({ clock: () => 0, newId: () => `${made++}`, refusalOf: () => refuse('loi-chuong-trinh') });
    const plan = { kind: 'pdf', label: 'In', unit: 'steps', total: 1 } as const;
    const long = jobs.start(plan, ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', resolve)));
    for (let each = 0; each < 41; each++) {
      const { id, version } = jobs.start(plan, async () => each);
      await jobs.wait(id, version, 1000);
    }
    expect(jobs.get(long.id)?.state).toBe('running');
    expect(jobs.get('1')).toBeNull();
    expect(jobs.get('2')).toMatchObject({ state: 'done', result: 1 });
    await jobs.close();
    expect(jobs.get(long.id)?.state).toBe('cancelled');
  });
});

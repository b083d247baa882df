/** DB11: the row of a proof is written only after its bytes lie synced under their name. Every sync and rename of the store is watched. */
import type { FileHandle } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';

const watched = vi.hoisted((): { tell(event: string): void } => ({ tell: () => undefined }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (path, flags, mode) => {
    const handle: FileHandle = await real.open(path, flags, mode);
    const sync = handle.sync.bind(handle);
    const folder = (await handle.stat()).isDirectory();
    handle.sync = async () => {
      await sync();
      watched.tell(folder ? 'folder synced' : 'bytes synced');
    };
    return handle;
  };
  const rename: typeof real.rename = async (from, to) => {
    await real.rename(from, to);
    watched.tell('named');
  };
  return { ...real, open, rename, default: { ...real, open, rename } };
});

it('DB11 the row of a proof follows its bytes, synced and named', async () => {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const [plan, window] = [state.plans[0]?.id ?? '', state.currentWindowId ?? ''];
  const { tasks } = await made.ask(contract.plans.table, { params: { id: plan }, query: { window } });
  const rows = () => made.office.deps.db.sqlite.prepare('select count(*) from evidence').pluck().get() as number;
  const before = rows();
  const events: [string, number][] = [];
  watched.tell = (event) => void events.push([event, rows() - before]);
  await made.ask(contract.work.addFile, {
    query: { name: 'Ảnh họp thôn.jpg', task: tasks[0]?.id ?? '', window },
    bytes: Buffer.from('ảnh họp thôn'),
  });
  expect(events).toEqual([
    ['bytes synced', 0],
    ['named', 0],
    ['folder synced', 0],
  ]);
  expect(rows() - before).toBe(1);
});

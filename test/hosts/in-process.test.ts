import { describe, expect, it } from 'vitest';
import { inProcess } from '../../electron/hosts/in-process.ts';
import { fakeApp } from './fake-app.ts';

describe('the program without a door', () => {
  it('answers the same requests and says how they came', async () => {
    const app = fakeApp();
    const program = inProcess(app, 'cli');
    expect(await (await program.request('/api/xin-chao')).json()).toEqual({ loi: 'Xin chào' });
    const sent = await program.request('/api/nhan', {
      method: 'PUT',
      body: new Blob([new Uint8Array(100_000)]).stream(),
    });
    expect(await sent.json()).toEqual({ bytes: 100_000 });
    expect(app.seen.map(({ door }) => door)).toEqual(['cli', 'cli']);
  });

  it('HO8 stops the reading when the reader leaves', async () => {
    const app = fakeApp();
    const answer = await inProcess(app, 'test').request('/api/vo-tan');
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(app.endless.cancelled).toBe(true);
  });

  it('follows evidence addresses as the program gives them out', async () => {
    const app = fakeApp();
    const program = inProcess(app, 'test');
    const [origin] = app.origins;
    expect((await program.evidence(`${origin}/e/abc`)).status).toBe(200);
  });
});

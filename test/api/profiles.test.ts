/** Several offices on one computer: each its own data, journal and evidence. */
import { expect, it, onTestFinished } from 'vitest';
import { openAppHost } from '../../electron/server/open-app-host.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { profileHeader } from '../../shared/api/headers.ts';
import { temporaryFolder } from '../support/make-office.ts';

async function host(dataDir: string) {
  const opened = await openAppHost({ dataDir, tickets: null });
  if (!opened.ok) throw new Error(opened.error.message);
  const app = opened.value;
  onTestFinished(() => app.close());
  app.setEvidenceOrigin('http://minh-chung.invalid');
  const ask = async (method: string, path: string, profile?: string, body?: unknown) => {
    const request = new Request(`http://so-viec.invalid/api${path}`, {
      method,
      headers: profile ? { [profileHeader]: profile } : {},
      body: body === undefined ? null : JSON.stringify(body),
    });
    const response = await app.fetch(request, { door: 'test' });
    return { status: response.status, body: (await response.json()) as never };
  };
  return { app, ask };
}

it('keeps a second office apart from the first, and finds it again after a restart', async () => {
  const dataDir = temporaryFolder();
  const { app, ask } = await host(dataDir);
  const made = contract.office.addProfile.answer.parse(
    (await ask('POST', '/profiles', undefined, { label: 'Cấp trên: tỉnh Sông Lam' })).body,
  );
  expect(made.id).toBe('cap-tren-tinh-song-lam');
  const same = contract.office.addProfile.answer.parse(
    (await ask('POST', '/profiles', undefined, { label: 'Cấp trên: tỉnh Sông Lam' })).body,
  );
  expect(same.id).toBe('cap-tren-tinh-song-lam-2');
  expect((await ask('POST', '/office/practice', made.id, {})).status).toBe(200);
  expect(contract.office.state.answer.parse((await ask('GET', '/state')).body).office).toBeNull();
  expect(contract.office.state.answer.parse((await ask('GET', '/state', made.id)).body).office?.practice).toBe(true);
  await app.close();

  const again = await host(dataDir);
  const { profiles } = contract.office.profiles.answer.parse((await again.ask('GET', '/profiles', made.id)).body);
  expect(profiles.map((profile) => [profile.id, profile.current, profile.practice])).toEqual([
    ['chinh', false, false],
    ['cap-tren-tinh-song-lam', true, true],
    ['cap-tren-tinh-song-lam-2', false, false],
  ]);
  expect(contract.office.state.answer.parse((await again.ask('GET', '/state', made.id)).body).plans).toHaveLength(1);
});

it('serves each office’s evidence under its own address', async () => {
  const { app, ask } = await host(temporaryFolder());
  const made = contract.office.addProfile.answer.parse(
    (await ask('POST', '/profiles', undefined, { label: 'Hai' })).body,
  );
  await ask('GET', '/state', made.id);
  const put = await app.fetch(
    new Request('http://so-viec.invalid/api/evidence/file?name=a.txt', {
      method: 'PUT',
      headers: { [profileHeader]: made.id },
      body: 'của hồ sơ hai',
    }),
    { door: 'test' },
  );
  const { evidence } = contract.work.addFile.answer.parse(await put.json());
  const { url } = contract.work.viewEvidence.answer.parse(
    (await ask('POST', `/evidence/${evidence.id}/view`, made.id, { download: true })).body,
  );
  expect(new URL(url).pathname).toMatch(/^\/hai\/e\//);
  expect(await (await app.evidence(new Request(url))).text()).toBe('của hồ sơ hai');
  expect((await app.evidence(new Request(url.replace('/hai/', '/')))).status).toBe(403);
});

it.each(['../xa', 'KHONG', 'khong-co', '..', 'a/b'])('refuses the profile %j and makes no folder', async (profile) => {
  const { ask } = await host(temporaryFolder());
  expect((await ask('GET', '/state', profile)).status).toBe(404);
});

it('refuses a label that says nothing', async () => {
  const { ask } = await host(temporaryFolder());
  expect((await ask('POST', '/profiles', undefined, { label: '   ' })).status).toBe(400);
});

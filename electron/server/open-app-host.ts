/**
 * The program as hosts see it: the main office of a data folder, and further offices kept beside it on the same computer (a practice
 * office, the superior's side). A request names its office in a header; each office has its own folder, lock, journal and evidence.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type DataFolder, dataFolder } from '../../db/data-folder.ts';
import { isPracticeFile, readOffice } from '../../db/queries/office.ts';
import { writeWhole } from '../../db/write-whole.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ProfileView } from '../../shared/api/contract/office.ts';
import { profileHeader } from '../../shared/api/headers.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { officeName } from '../../shared/office/unit.ts';
import { fold } from '../../shared/text/fold.ts';
import type { AppHost } from './core/app-host.ts';
import { refusalResponse, refuse } from './core/refusal.ts';
import { type Office, type OfficeOptions, openOffice } from './open-office.ts';

/** Opens the program over a data folder; the refusal is a sentence ready to be shown. */
export async function openAppHost(options: OfficeOptions): Promise<Result<AppHost, { code: string; message: string }>> {
  const main = openOffice(options);
  if (!main.ok) return fail({ code: main.error.refused, message: main.error.message });
  const profiles = createProfiles(options, main.value);
  return ok({
    fetch: (request, env) => profiles.fetch(request, env),
    evidence: (request) => profiles.evidence(request),
    setEvidenceOrigin: (origin) => profiles.setEvidenceOrigin(origin),
    close: () => profiles.close(),
  });
}

/** The main office's id in lists; requests without a header go there. */
const mainProfile = 'chinh';

const profileId = /^[a-z0-9-]{1,40}$/;
const labelFile = 'ho-so.json';
const labelSchema = z.object({ label: z.string().max(60) });

function createProfiles(options: OfficeOptions, main: Office): AppHost {
  const root = dataFolder(options.dataDir).profiles;
  const opened = new Map<string, Office>([[mainProfile, main]]);
  let origin = '';

  const find = (id: string | null): Office | Response => {
    const name = id ?? mainProfile;
    const known = opened.get(name);
    if (known) return known;
    if (!profileId.test(name) || !existsSync(join(root, name, labelFile)))
      return refusalResponse(refuse('khong-tim-thay', undefined, 'Hồ sơ này không có trên máy.'));
    const office = openOffice({ ...options, dataDir: join(root, name) });
    if (!office.ok) return refusalResponse(office.error);
    office.value.setEvidenceOrigin(`${origin}/${name}`);
    opened.set(name, office.value);
    return office.value;
  };

  /** Asked of the open office, else of its file without opening it for work. */
  const isPractice = (name: string): boolean => {
    const office = opened.get(name);
    return office ? (readOffice(office.deps.db)?.office.practice ?? false) : peekPractice(dataFolder(join(root, name)));
  };

  const list = (current: string): ProfileView[] => {
    const names = existsSync(root)
      ? readdirSync(root).filter((name) => profileId.test(name) && existsSync(join(root, name, labelFile)))
      : [];
    const mainOffice = readOffice(main.deps.db);
    const label = mainOffice ? officeName(mainOffice.unit) : 'Cơ quan chưa khai tên';
    return [
      { id: mainProfile, label, practice: mainOffice?.office.practice ?? false, current: current === mainProfile },
      ...names.map((name) => ({
        id: name,
        label: readLabel(join(root, name)),
        practice: isPractice(name),
        current: current === name,
      })),
    ];
  };

  const add = (label: string): ProfileView => {
    const base =
      fold(label)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 30) || 'ho-so';
    let id = base;
    for (let number = 2; id === mainProfile || existsSync(join(root, id)); number++) id = `${base}-${number}`;
    mkdirSync(join(root, id), { recursive: true });
    writeWhole(join(root, id, labelFile), JSON.stringify({ label }));
    return { id, label, practice: false, current: false };
  };

  return {
    fetch: async (request, env) => {
      const { pathname } = new URL(request.url);
      const current = request.headers.get(profileHeader);
      if (pathname === `/api${contract.office.profiles.path}`) {
        if (request.method === 'GET') return Response.json({ profiles: list(current ?? mainProfile) });
        const body = contract.office.addProfile.body.safeParse(await request.json().catch(() => null));
        return body.success
          ? Response.json(add(body.data.label))
          : refusalResponse(refuse('sai-du-lieu', z.flattenError(body.error)));
      }
      const office = find(current);
      return office instanceof Response ? office : office.fetch(request, env);
    },
    /** Evidence addresses of a second office carry its id in front: each office signs its own. */
    evidence: (request) => {
      const url = new URL(request.url);
      const match = /^\/([a-z0-9-]{1,40})(\/e\/.*)$/.exec(url.pathname);
      if (!match?.[1] || !match[2]) return main.evidence(request);
      const office = opened.get(match[1]);
      if (!office) return refusalResponse(refuse('khong-duoc-phep'));
      url.pathname = match[2];
      return office.evidence(new Request(url, request));
    },
    setEvidenceOrigin: (value) => {
      origin = value;
      for (const [name, office] of opened) office.setEvidenceOrigin(name === mainProfile ? value : `${value}/${name}`);
    },
    close: async () => {
      await Promise.all([...opened.values()].map((office) => office.close()));
    },
  };
}

const peekPractice = ({ database }: DataFolder): boolean => existsSync(database) && isPracticeFile(database);

function readLabel(path: string): string {
  try {
    return labelSchema.parse(JSON.parse(readFileSync(join(path, labelFile), 'utf8'))).label;
  } catch {
    return 'Hồ sơ không đọc được tên';
  }
}

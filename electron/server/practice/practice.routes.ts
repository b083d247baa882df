/** Trying the program: a practice office is filled in, and can be put back to its beginning. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { eraseRecords } from '../../../db/erase.ts';
import { readOffice } from '../../../db/queries/office.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { fillPractice } from './practice.ts';

export function practiceRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { office } = contract;

  implement(app, deps, office.practice, ({ actor }) => {
    if (readOffice(deps.db)) return refuse('da-co-co-quan');
    fillPractice(deps, actor);
    return {};
  });

  implement(app, deps, office.resetPractice, ({ actor }) => {
    if (!readOffice(deps.db)?.office.practice) return refuse('khong-phai-thu');
    backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-lam-lai');
    eraseRecords(deps.db.sqlite);
    fillPractice(deps, { ...actor, id: 'office', personId: null });
    return {};
  });
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { floors } from '../../build/rules/floors.ts';
import { allBreaches, breachesOf } from '../../build/rules/import-zones.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const importing = (from: string) => `import { x } from '${from}';`;

describe('floors of the server: who may import whom', () => {
  it.each([
    ['electron/server/report/report-facts.ts', '../work/task-table.ts'],
    ['electron/server/report/report-facts.ts', './report-row.ts'],
    ['electron/server/exchange/send-bundle.ts', './keys/identity.ts'],
    ['electron/server/exchange/ledger.ts', './incoming/kinds/table.ts'],
    ['electron/server/exchange/ledger.ts', './incoming/kinds/table.ts'],
    ['electron/server/exchange/incoming/kinds/plan.ts', '../bundle-check.ts'],
    ['electron/server/exchange/incoming/kinds/plan.ts', '../../keys/trust.ts'],
    ['electron/server/core/file-texts.ts', '../../work/tasks.ts'],
    ['electron/server/routes.ts', './units/inbox.routes.ts'],
    ['electron/server/open-office.ts', './routes.ts'],
    ['electron/main.ts', './server/open-app-host.ts'],
    ['electron/hosts/tickets.ts', '../server/core/newest-kept.ts'],
    ['electron/shell/desktop.ts', '../server/core/app-host.ts'],
    ['electron/commands/doctor.ts', '../server/office/doctor-lines.ts'],
    ['electron/commands/due.ts', '../server/open-office.ts'],
  ])('%s may: %s', (file, from) => {
    expect(breachesOf(file, importing(from))).toEqual([]);
  });

  it.each([
    ['electron/server/work/tasks.ts', '../report/report-row.ts', 'room work may not import room report'],
    ['electron/server/core/deps.ts', '../paper/pdf-jobs.ts', 'room core may not import room paper'],
    ['electron/server/exchange/incoming/receive.ts', '../ledger.ts', 'exchange/incoming may not import room exchange'],
    ['electron/server/exchange/keys/trust.ts', '../ledger.ts', 'exchange/keys may not import room exchange'],
    ['electron/server/units/answers.ts', '../open-office.ts', 'stands on top of all rooms'],
    ['electron/server/units/answers.ts', '../routes.ts', 'stands on top of all rooms'],
    ['electron/server/report/x.routes.ts', './reports.routes.ts', 'only routes.ts may import'],
    ['electron/server/open-office.ts', './office/office.routes.ts', 'only routes.ts may import'],
    ['electron/commands/document.ts', '../server/report/reports.routes.ts', 'electron/commands/document.ts may not'],
    ['electron/server/attic/x.ts', '../core/deps.ts', 'lies in no room'],
    ['electron/server/open-office.ts', './attic/x.ts', 'lies in no room'],
    ['electron/server/office/state.ts', '../../hosts/places.ts', 'the server may not import electron/hosts/places.ts'],
    ['electron/hosts/client.ts', '../server/open-app-host.ts', 'electron/hosts/client.ts may not import'],
    ['electron/work/tasks.ts', '../server/core/refusal.ts', 'electron/work/tasks.ts may not import'],
    ['electron/documents/plan-parts.ts', '../server/plan/plan-view.ts', 'electron/documents/plan-parts.ts may not'],
    ['electron/main.ts', './server/open-office.ts', 'electron/main.ts may not import'],
  ])('%s may not: %s', (file, from, why) => {
    const breaches = breachesOf(file, importing(from));
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(why);
  });
});

describe('the repository', () => {
  it('keeps its zones and floors', () => {
    expect(allBreaches(root)).toEqual([]);
  });

  it('has a folder for every room', () => {
    expect(floors.filter((room) => !existsSync(join(root, 'electron/server', room)))).toEqual([]);
  });
});

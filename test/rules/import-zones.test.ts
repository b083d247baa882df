import { describe, expect, it } from 'vitest';
import { breachesOf, importsOf } from '../../build/rules/import-zones.ts';

describe('import zones: reading a file', () => {
  it('finds every way to import', () => {
    const code = `
      import a from './a.ts';
      import type { B } from "./b.ts";
      import './c.css';
      export { d } from './d.ts';
      export * from './e.ts';
      export type { F } from './f.ts';
      const g = await import('./g.ts');
      type H = import('./h.ts').H;
      // import './never.ts'
      export const i = (a as B, d, g as H);
    `;
    expect(importsOf('x.ts', code).sort()).toEqual(
      ['./a.ts', './b.ts', './c.css', './d.ts', './e.ts', './f.ts', './g.ts', './h.ts'].sort(),
    );
  });

  it('reads screens too, and does not pass over what it cannot read', () => {
    expect(
      importsOf('x.tsx', "import { Button } from '@mantine/core'; export const X = () => <Button>a</Button>;"),
    ).toEqual(['@mantine/core']);
    expect(() => importsOf('x.ts', 'import {')).toThrow('x.ts');
  });
});

describe('import zones: who may import whom; DB16: who may ask the database', () => {
  const allowed: [string, string][] = [
    ['shared/plan/read.ts', "import { z } from 'zod'; import { ok } from '../core/result.ts';"],
    [
      'db/open.ts',
      "import Database from 'better-sqlite3'; import { x } from 'node:fs'; import { y } from '../shared/core/result.ts';",
    ],
    ['db/queries/tasks.ts', "import { eq } from 'drizzle-orm'; import { s } from 'drizzle-orm/sqlite-core';"],
    ['electron/server/app.ts', "import { Hono } from 'hono'; import { open } from '../../db/open.ts';"],
    [
      'electron/shell/window.ts',
      "import type { BrowserWindow } from 'electron'; import { x } from '../hosts/places.ts';",
    ],
    ['electron/main.ts', "import * as electron from 'electron'; import { s } from './shell/desktop.ts';"],
    ['electron/preload.ts', "import { ipcRenderer } from 'electron'; import { b } from '../shared/api/bridge.ts';"],
    [
      'renderer/features/plans/list.tsx',
      "import { useState } from 'react'; import { Table } from '../../ui/table.tsx';",
    ],
    [
      'renderer/features/plans/list.tsx',
      "import worker from 'pdfjs-dist/build/pdf.worker.mjs?url'; import './list.css';",
    ],
    [
      'renderer/app/routes.tsx',
      "import { Plans } from '../features/plans/list.tsx'; import { createRoot } from 'react-dom/client';",
    ],
    ['build/scripts/start.ts', "import { x } from '../../electron/main.ts';"],
    ['electron/server/app.ts', "backupNow(deps.db.sqlite, deps.folder, 'x'); const found = /a/.exec('a');"],
    ['electron/server/app.ts', "import { Unreadable } from '../../db/stored/unreadable.ts'; const word = 'form';"],
    ['shared/text/dates.ts', 'export const at = (now: number) => new Date(now); // never Date.now()'],
  ];
  it.each(allowed)('%s may: %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([]);
  });

  const forbidden: [string, string, string][] = [
    ['shared/plan/read.ts', "import { readFile } from 'node:fs/promises';", 'the package node:fs/promises'],
    ['shared/document/model.ts', "import type { Paragraph } from 'docx';", 'the package docx'],
    ['shared/plan/read.ts', "import { open } from '../../db/open.ts';", 'db/open.ts'],
    ['shared/core/ids.ts', 'export const id = () => Math.random();', 'Math.random'],
    ['shared/core/ids.ts', 'export const id = () => crypto.randomUUID();', 'crypto.r'],
    ['shared/core/clock.ts', 'export const now = () => new Date();', 'new Date()'],
    ['db/open.ts', "import { app } from '../electron/server/app.ts';", 'electron/server/app.ts'],
    ['db/open.ts', "import { Hono } from 'hono';", 'the package hono'],
    ['electron/server/app.ts', "import { app } from 'electron';", 'the package electron'],
    ['electron/work/pool.ts', "import type { WebContents } from 'electron/main';", 'the package electron/main'],
    ['electron/hosts/node-http.ts', "import { x } from '../shell/window.ts';", 'electron/shell/window.ts'],
    ['electron/server/app.ts', "import { App } from '../../renderer/app/app.tsx';", 'renderer/app/app.tsx'],
    ['electron/shell/window.ts', "import { App } from '../../renderer/app/app.tsx';", 'renderer/app/app.tsx'],
    ['electron/preload.ts', "import { readFileSync } from 'node:fs';", 'the package node:fs'],
    ['electron/preload.ts', "import { x } from './hosts/places.ts';", 'electron/hosts/places.ts'],
    ['electron/server/app.ts', "import { eq } from 'drizzle-orm';", 'the package drizzle-orm'],
    ['electron/shell/window.ts', "import { x } from 'drizzle-orm/sqlite-core';", 'the package drizzle-orm/sqlite-core'],
    ['electron/hosts/node-http.ts', "import D from 'better-sqlite3';", 'the package better-sqlite3'],
    ['electron/server/app.ts', "import { area } from '../../db/schema/plans.ts';", 'db/schema/plans.ts'],
    ['electron/server/app.ts', "deps.db.sqlite.prepare('select 1').get();", '.prepare('],
    ['electron/server/app.ts', "deps.db.sqlite\n  .prepare('select 1')\n  .get();", '.prepare('],
    ['electron/commands/doctor.ts', "sqlite.exec('delete from task');", 'sqlite.exec'],
    ['electron/server/app.ts', 'deps.db.sqlite.transaction(() => undefined)();', 'sqlite.transaction'],
    ['electron/server/app.ts', 'deps.db.orm.select().from(area).all();', '.orm'],
    ['electron/server/app.ts', 'const { orm } = deps.db;', '{ orm }'],
    ['shared/plan/read.ts', "export const x = (db: Db) => db.prepare('select 1').pluck();", '.prepare('],
    ['renderer/data/client.ts', "import type { App } from '../../electron/server/app.ts';", 'electron/server/app.ts'],
    ['renderer/data/client.ts', "import { hc } from 'hono/client';", 'the package hono/client'],
    ['renderer/data/client.ts', "type P = import('node:buffer').Buffer;", 'the package node:buffer'],
    ['renderer/data/client.ts', 'export const id = () => crypto.randomUUID();', 'crypto.randomUUID'],
    ['renderer/features/plans/list.tsx', "import { x } from '../tasks/table.tsx';", 'feature tasks'],
    ['renderer/ui/table.tsx', "import { x } from '../features/tasks/table.tsx';", 'feature tasks'],
    ['renderer/app/x.ts', "import { x } from '@mantine-evil/core';", 'the package @mantine-evil/core'],
    ['renderer/app/x.ts', "import { x } from 'reactive';", 'the package reactive'],
  ];
  it.each(forbidden)('%s may not: %s', (file, code, named) => {
    const breaches = breachesOf(file, code);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(named);
  });
});

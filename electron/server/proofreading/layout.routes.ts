/** Proof-reading of layout: a plan, a report or any Word file is checked as a job, put right, and a rule is silenced or heard again. */
import type { Hono } from 'hono';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { FormOwner, FormView, MendedView } from '../../../shared/api/contract/review.ts';
import { type LayoutReport, rules as layoutRules } from '../../../shared/check/check.ts';
import { documentOfParts, partsOfStored } from '../../documents/plan-parts.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { checkDocumentFile, mendDocumentFile, renderWord } from '../../work/tasks.ts';
import { act, type Deps, today } from '../core/deps.ts';
import { fileAnswer, wordType } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { newestKept } from '../core/newest-kept.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { wholeFile } from '../core/whole-body.ts';
import { buildNow } from '../report/report-facts.ts';
import { reportMaterial } from '../report/report-material.ts';
import { reportRow } from '../report/report-row.ts';
import { wordBytes } from '../report/report-word.ts';
import { fileOwner, formView, noRecords, recordsOfPlan, recordsOfReport, silencedLayoutRules } from './layout-check.ts';
import { planEdits, reportEdits } from './layout-edits.ts';

/** Silence holds for one plan or report, or for all foreign files of a type. */
function layoutSilenceRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { review } = contract;

  implement(app, deps, review.silenceForm, ({ params, body, actor }) => {
    if (!isKnown(deps, params)) return refuse('khong-tim-thay');
    const known = silencedLayoutRules(deps, params).find((each) => each.rule === params.rule);
    const row = { reason: body.reason, at: deps.clock() };
    const { kind: ownerKind, id: ownerId, rule } = params;
    const { batchId } = act(deps, actor, 'layout.silence', `Tắt quy tắc thể thức ${rule}`, (batch) =>
      known
        ? batch.update('silencedLayout', known.id, null, row)
        : batch.insert('silencedLayout', { id: deps.newId(), ownerKind, ownerId, rule, ...row }),
    );
    return { batchId };
  });

  implement(app, deps, review.unsilenceForm, ({ params, actor }) => {
    const known = silencedLayoutRules(deps, params).filter((each) => each.rule === params.rule);
    if (known.length === 0) return refuse('khong-tim-thay');
    const { batchId } = act(deps, actor, 'layout.unsilence', `Bật quy tắc thể thức ${params.rule}`, (batch) => {
      for (const { id } of known) batch.remove('silencedLayout', id, null);
    });
    return { batchId };
  });
}

export function layoutRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { review } = contract;

  implement(app, deps, review.checkReport, ({ params }) => {
    const report = reportRow(deps, params.id);
    const material = report && reportMaterial(deps, report);
    if (!material) return refuse('khong-tim-thay');
    const owner = { kind: 'report', id: report.id } as const;
    const { sections, title } = buildNow(material);
    // Words of a frozen report stand as they are: findings lead to them, nothing is changed.
    const behind = report.status === 'draft' ? recordsOfReport({ number: report.number, title }, sections) : noRecords;
    const name = `Báo cáo ${material.window.label}`;
    return startCheck(
      deps,
      name,
      () => wordBytes(deps, material),
      (checked) => formView(deps, name, owner, checked, behind),
    );
  });

  implement(app, deps, review.checkPlan, ({ params }) => {
    const parts = partsOfStored(deps.db, params.id);
    if (parts === null) return refuse('khong-tim-thay');
    const year = Number(today(deps).slice(0, 4));
    const owner = { kind: 'plan', id: params.id } as const;
    return startCheck(
      deps,
      parts.head.title,
      (control) => renderWord(documentOfParts(parts, year), control),
      (checked) => formView(deps, parts.head.title, owner, checked, recordsOfPlan(parts)),
    );
  });

  implement(app, deps, review.checkFile, async ({ query, bytes }) => {
    const file = await wholeFile(bytes, review.checkFile.body.rawBytes);
    if (isRefusal(file)) return file;
    return startCheck(
      deps,
      query.name,
      async () => file,
      (checked) => formView(deps, query.name, fileOwner(checked), checked, null),
    );
  });

  const copies = newestKept<Uint8Array>(keptCopies);

  implement(app, deps, review.mendFile, async ({ query, bytes }) => {
    const file = await wholeFile(bytes, review.mendFile.body.rawBytes);
    if (isRefusal(file)) return file;
    return deps.jobs.start(
      { kind: 'check', label: `Sửa thể thức ${query.name}`, unit: 'steps', total: 1 },
      async (control) => {
        control.progress('đang sửa các lỗi an toàn', 0, 1);
        const mended = await mendDocumentFile({ bytes: file }, control);
        if (!mended.ok) return refuse('khong-doc-duoc', undefined, mended.error.message);
        copies.add(control.id, mended.value.bytes);
        const changed = mended.value.changed.map(({ where, found, done }) => ({ where, found, done }));
        return { file: control.id, changed, left: mended.value.left.length } satisfies MendedView;
      },
    );
  });

  implement(app, deps, review.mended, ({ params }) => {
    const bytes = copies.get(params.id);
    if (!bytes) return refuse('khong-tim-thay', undefined, 'Bản đã sửa không còn trong bộ nhớ. Hãy sửa lại.');
    return fileAnswer(bytes, 'ban-da-sua.docx', wordType);
  });

  implement(app, deps, review.mendForm, ({ params, body, actor }) => {
    const write =
      params.kind === 'plan' ? planEdits(deps, params.id, body.edits) : reportEdits(deps, params.id, body.edits);
    if (isRefusal(write)) return write;
    const { batchId } = act(deps, actor, 'layout.mend', 'Sửa theo kiểm tra thể thức', write);
    return { batchId };
  });

  layoutSilenceRoutes(app, deps);
}

/** A copy is fetched at once after it was made; a few stay for a slow window. */
const keptCopies = 4;

const isKnown = (deps: Deps, { kind, id, rule }: FormOwner & { rule: string }): boolean =>
  layoutRules.some((each) => each.id === rule) &&
  (kind === 'file' || (kind === 'plan' ? readPlanRow(deps.db, id) !== null : reportRow(deps, id) !== null));

const startCheck = (
  deps: Deps,
  name: string,
  word: (control: WorkControl) => Promise<Uint8Array | Refusal>,
  view: (checked: LayoutReport) => FormView,
) =>
  deps.jobs.start({ kind: 'check', label: `Kiểm tra ${name}`, unit: 'steps', total: 2 }, async (control) => {
    control.progress('đang tạo bản Word', 0, 2);
    const bytes = await word(control);
    if (isRefusal(bytes)) return bytes;
    control.progress('đang kiểm tra thể thức', 1, 2);
    const checked = await checkDocumentFile({ bytes }, control);
    if (!checked.ok) return refuse('khong-doc-duoc', undefined, checked.error.message);
    return view(checked.value);
  });

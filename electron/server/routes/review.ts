/** Proof-reading: the contents of a plan, the layout of a plan, a report or any Word file. */
import type { Hono } from 'hono';
import { readPlanRow } from '../../../db/queries/plans.ts';
import type { FormView } from '../../../shared/api/contract/review.ts';
import { contract } from '../../../shared/api/contract.ts';
import { ruleNames } from '../../../shared/review/input.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';
import { documentOfParts, partsOfStored } from '../../documents/plan-parts.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { checkDocumentFile, renderWord } from '../../work/tasks.ts';
import { act, type Deps, today } from '../deps.ts';
import { correction, reviewOfPlan, silencedRules } from '../plan-review.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { reportMaterial } from '../report-facts.ts';
import { implement, type ServerEnv } from '../serve.ts';
import { wholeBody } from './reads.ts';
import { reportRow, wordBytes } from './reports.ts';

export function reviewRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { review } = contract;

  implement(app, deps, review.plan, ({ params }) => reviewOfPlan(deps, params.id) ?? refuse('khong-tim-thay'));

  implement(app, deps, review.write, ({ params, body, actor }) => {
    if (body.path.join('/') === 'head/date' && body.after !== '' && !isCalendarDate(body.after))
      return refuse('sai-du-lieu', { fieldErrors: { after: ['Ngày không có trong lịch.'] } });
    const write = correction(deps, params.id, body);
    if (write === 'gone') return refuse('khong-tim-thay');
    if (write === 'moved')
      return refuse(
        'da-doi',
        undefined,
        'Chỗ này vừa được sửa nên chưa thay chữ. Danh sách đã được xem lại theo chữ mới.',
      );
    if (write === 'not writable')
      return refuse('sai-du-lieu', undefined, 'Chỗ này không sửa được từ đây. Hãy sửa ở Kế hoạch hoặc Nhiệm vụ.');
    const { batchId } = act(deps, actor, 'plan.review', 'Sửa theo rà soát', write);
    return { batchId };
  });

  implement(app, deps, review.silence, ({ params, body, actor }) => {
    if (!readPlanRow(deps.db, params.id)) return refuse('khong-tim-thay');
    const known = silencedRules(deps, params.id).find((each) => each.rule === params.rule);
    const row = { reason: body.reason, at: deps.clock() };
    const label = `Tắt quy tắc “${ruleNames[params.rule]}”`;
    const { batchId } = act(deps, actor, 'review.silence', label, (batch) =>
      known
        ? batch.update('silencedRule', known.id, null, row)
        : batch.insert('silencedRule', { id: deps.newId(), planId: params.id, rule: params.rule, ...row }),
    );
    return { batchId };
  });

  implement(app, deps, review.unsilence, ({ params, actor }) => {
    const known = silencedRules(deps, params.id).filter((each) => each.rule === params.rule);
    if (known.length === 0) return refuse('khong-tim-thay');
    const { batchId } = act(deps, actor, 'review.unsilence', `Bật quy tắc “${ruleNames[params.rule]}”`, (batch) => {
      for (const { id } of known) batch.remove('silencedRule', id, null);
    });
    return { batchId };
  });

  implement(app, deps, review.checkReport, ({ params }) => {
    const report = reportRow(deps, params.id);
    const material = report && reportMaterial(deps, report);
    if (!material) return refuse('khong-tim-thay');
    return startCheck(deps, `Báo cáo ${material.window.label}`, () => wordBytes(deps, material));
  });

  implement(app, deps, review.checkPlan, ({ params }) => {
    const parts = partsOfStored(deps.db, params.id);
    if (parts === null) return refuse('khong-tim-thay');
    const year = Number(today(deps).slice(0, 4));
    return startCheck(deps, parts.head.title, (control) => renderWord(documentOfParts(parts, year), control));
  });

  implement(app, deps, review.checkFile, async ({ query, bytes }) => {
    const file = bytes === null ? new Uint8Array() : await wholeBody(bytes, review.checkFile.body.rawBytes);
    if (file === null) return refuse('qua-lon');
    if (file.length === 0) return refuse('tep-rong');
    return startCheck(deps, query.name, async () => file);
  });
}

const startCheck = (deps: Deps, name: string, word: (control: WorkControl) => Promise<Uint8Array | Refusal>) =>
  deps.jobs.start({ kind: 'check', label: `Kiểm tra ${name}`, unit: 'steps', total: 2 }, async (control) => {
    control.progress('đang tạo bản Word', 0, 2);
    const bytes = await word(control);
    if (isRefusal(bytes)) return bytes;
    control.progress('đang kiểm tra thể thức', 1, 2);
    const checked = await checkDocumentFile({ bytes }, control);
    if (!checked.ok) return refuse('khong-doc-duoc', undefined, checked.error.message);
    const { findings, passed } = checked.value;
    const view: FormView = {
      name,
      findings: findings.map(({ rule, severity, where, found, allowed, fix, source }) => ({
        rule,
        severity,
        where,
        found,
        allowed,
        fix,
        source,
      })),
      passed: passed.length,
    };
    return view;
  });

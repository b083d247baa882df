/** Writing a plan: saving its words, the page it prints, new plans from a template or from the year before. */
import type { Hono } from 'hono';
import { readOffice } from '../../../db/queries/office.ts';
import { readPlanOrigin, readPlanRow } from '../../../db/queries/plans.ts';
import { StaleWrite } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { toPreviewHtml, toPrintHtml } from '../../../shared/document/to-html.ts';
import type { TemplateUnit } from '../../../shared/templates/template.ts';
import { planFromTemplate, templates } from '../../../shared/templates/templates.ts';
import { act, type Deps } from '../core/deps.ts';
import { asciiWords, fileAnswer, wordType } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { unitOf } from '../office/own-unit.ts';
import { exportWord } from '../paper/exported-word.ts';
import { keepPlan } from './keep-plan.ts';
import { keepNextYear, planOfNextYear } from './next-year.ts';
import { planDocument } from './plan-document.ts';
import { readPlanView } from './plan-view.ts';
import { savePlanBody } from './save-plan-body.ts';

export function writingRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { writing } = contract;

  implement(app, deps, writing.save, ({ params, body, actor }) => {
    try {
      const saved = savePlanBody(deps, actor, params.id, body);
      return saved ? { id: params.id, ...saved } : refuse('khong-tim-thay');
    } catch (error) {
      // Whoever is refused sees what stands there now beside what was typed.
      if (error instanceof StaleWrite) return refuse('da-doi', { current: readPlanView(deps.db, params.id) });
      throw error;
    }
  });

  implement(app, deps, writing.document, ({ params }) => {
    const plan = readPlanRow(deps.db, params.id);
    const document = plan && planDocument(deps, params.id);
    if (!document) return refuse('khong-tim-thay');
    return { html: toPrintHtml(document), previewHtml: toPreviewHtml(document), revision: plan.revision };
  });

  implement(app, deps, writing.word, async ({ params, actor }) => {
    const plan = readPlanRow(deps.db, params.id);
    const document = plan && planDocument(deps, params.id);
    if (!document) return refuse('khong-tim-thay');
    const bytes = await exportWord(deps, actor, { kind: 'plan', id: params.id }, document);
    if (isRefusal(bytes)) return bytes;
    return fileAnswer(bytes, wordName(plan), wordType);
  });

  implement(app, deps, writing.fromTemplate, ({ body, actor }) => {
    const unit = templateUnit(deps);
    if (!unit) return refuse('chua-co-co-quan');
    const { header, rows } = planFromTemplate(body.template, { unit, year: body.year });
    const { value, batchId } = act(
      deps,
      actor,
      'plan.template',
      `Lập ${templates[body.template].name} năm ${body.year}`,
      (batch) => keepPlan(deps, batch, { year: body.year, header, rows, sourceName: '', sourceSha256: null }),
    );
    return { ...value, batchId };
  });

  implement(app, deps, writing.seeNextYear, ({ params }) => {
    const turned = planOfNextYear(deps, params.id);
    if (!turned) return refuse('khong-tim-thay');
    const { year, header, carried, done, notMoved } = turned.next;
    const taxonomies = turned.taxonomies.map((each) => ({ ...each, gone: [...each.gone], added: [...each.added] }));
    return { year, title: header.title, carried, done, notMoved, tasks: [...turned.tasks], taxonomies };
  });

  implement(app, deps, writing.nextYear, ({ params, body, actor }) => {
    const { keep, leave, add, taxonomyId } = body;
    const turned = planOfNextYear(deps, params.id, { keep: new Set(keep), leave: new Set(leave), add, taxonomyId });
    if (!turned) return refuse('khong-tim-thay');
    const { year, notMoved } = turned.next;
    const { value, batchId } = act(deps, actor, 'plan.next-year', `Lập kế hoạch năm ${year}`, (batch) =>
      keepNextYear(deps, batch, turned),
    );
    return { ...value, batchId, notMoved };
  });

  implement(app, deps, writing.origin, ({ params }) => ({ origin: readPlanOrigin(deps.db, params.id) }));
}

/** ASCII name people recognise in a folder: `KH-2024-nang-cao-chi-so-papi.docx`. */
const wordName = ({ year, title }: { year: number; title: string }): string => `KH-${year}-${asciiWords(title)}.docx`;

function templateUnit({ db }: Deps): TemplateUnit | null {
  const record = readOffice(db);
  if (!record) return null;
  const { office, unit, superior } = record;
  return {
    ...unitOf(unit),
    superior: superior && unitOf(superior),
    place: office.place,
    chairTitle: office.chairTitle,
    chairName: office.chairName,
  };
}

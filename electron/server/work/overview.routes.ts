/** How the office stands: the year's facts, the Chủ tịch's page. The sums are made by whoever shows them, from shared/overview. */
import type { Hono } from 'hono';
import { readOffice } from '../../../db/queries/office.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { toPreviewHtml, toPrintHtml } from '../../../shared/document/to-html.ts';
import { officeName } from '../../../shared/office/unit.ts';
import { briefingPage } from '../../../shared/overview/briefing-page.ts';
import type { Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { unitOf } from '../office/own-unit.ts';
import { startPdf } from '../paper/pdf-jobs.ts';
import { morningBriefing, planOfYearBefore, yearFactsOf } from './people-work.ts';

export function overviewRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { overview } = contract;

  implement(app, deps, overview.year, ({ query }) => {
    const facts = yearFactsOf(deps, query.plan);
    if (!facts) return refuse('khong-tim-thay');
    const before = planOfYearBefore(deps, query.plan);
    return { facts, before: before && yearFactsOf(deps, before.id) };
  });

  implement(app, deps, overview.briefing, ({ query }) => {
    const found = morningBriefing(deps, query.plan, query.window);
    if (!found) return refuse('khong-tim-thay');
    const document = briefingPage(found.brief, officeWords(deps));
    return {
      html: toPrintHtml(document),
      previewHtml: toPreviewHtml(document),
      late: found.brief.late.length,
      owed: found.brief.owed.length,
      atRisk: found.brief.atRisk.length,
      officers: found.officers,
    };
  });

  implement(app, deps, overview.briefingPdf, ({ query }) => {
    const found = morningBriefing(deps, query.plan, query.window);
    if (!found) return refuse('khong-tim-thay');
    return startPdf(deps, 'PDF bản trình Chủ tịch', briefingPage(found.brief, officeWords(deps)));
  });
}

/** "UBND xã Như Quỳnh". */
function officeWords(deps: Deps): string {
  const unit = readOffice(deps.db)?.unit;
  return unit ? officeName(unitOf(unit)) : '';
}

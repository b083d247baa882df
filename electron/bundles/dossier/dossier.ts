/** `data/index.html`: what a bundle says, as a plain page for whoever opens it without the program. */
import type { KindOfBundle } from '../../../shared/bundle/kinds.ts';
import { planPage, recallPage, verdictPage } from './other-pages.ts';
import { pdfPath, reportPage } from './report-page.ts';

/** The page of any kind of bundle; `paths` are those of the bundle's other files. */
export function dossierHtml({ kind, data }: KindOfBundle, paths: readonly string[]): string {
  if (kind === 'report') return reportPage(data, paths.includes(pdfPath));
  if (kind === 'recall') return recallPage(data);
  if (kind === 'verdict') return verdictPage(data);
  return planPage(data);
}

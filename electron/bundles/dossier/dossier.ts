/** `data/index.html`: what a bundle says, as a plain page for whoever opens it without the program. */
import type { BundleKind } from '../../../shared/bundle/kind-names.ts';
import type { BundleDataByKind, KindOfBundle } from '../../../shared/bundle/kinds.ts';
import { planPage, recallPage, verdictPage } from './other-pages.ts';
import { pdfPath, reportPage } from './report-page.ts';

/** `paths` are those of the bundle's other files. */
type Page<K extends BundleKind> = (data: BundleDataByKind[K], paths: readonly string[]) => string;

const pages: { [K in BundleKind]: Page<K> } = {
  report: (data, paths) => reportPage(data, paths.includes(pdfPath)),
  recall: recallPage,
  verdict: verdictPage,
  plan: planPage,
};

/** The page of any kind of bundle. */
export const dossierHtml = ({ kind, data }: KindOfBundle, paths: readonly string[]): string =>
  (pages[kind] as Page<BundleKind>)(data, paths);

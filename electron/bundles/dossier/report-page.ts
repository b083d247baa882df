/** A report as a page: areas (chỉ số nội dung) → components → tasks → proof, with links to the files beside it. */
import type { BundleEvidence, BundleRow, ReportBundle, withheldReasons } from '../../../shared/bundle/manifest-v1.ts';
import { bundleUnitName } from '../../../shared/bundle/unit-card.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { dateWords, escapeText, facts, linkTo, pageHtml, sizeWords, stateMark } from './page.ts';

/** Where the same report lies as PDF, when the sender had one. */
export const pdfPath = 'data/bao-cao.pdf';

const stateWords: Record<string, string> = {
  chua: '○ Chưa thực hiện',
  'dang-lam': '→ Đang thực hiện',
  xong: '● Đã hoàn thành',
  'khong-phat-sinh': '– Không phát sinh',
};

const withheldWords: Record<(typeof withheldReasons)[number], string> = {
  sensitive: 'tệp nhạy cảm, giữ lại tại đơn vị gửi',
  size: 'tệp lớn, giữ lại tại đơn vị gửi',
  missing: 'tệp không còn tại đơn vị gửi',
};

/** The whole page; `withPdf` says whether the bundle holds `pdfPath`. */
export function reportPage(data: ReportBundle, withPdf: boolean): string {
  const { report, plan, sender, window, rows } = data;
  const proofs = new Map(data.evidence.map((proof) => [proof.id, proof]));
  const files = [
    ...(report.docx ? [linkTo(report.docx.path, 'Báo cáo bản Word')] : []),
    ...(withPdf ? [linkTo(pdfPath, 'Báo cáo bản PDF')] : []),
  ];
  const areas = areasOf(rows);
  const answered = rows.filter(({ state }) => state !== null).length;
  const planWords = [plan.number, plan.title].filter((text) => text !== '').join(' – ');
  return pageHtml({
    from: `UBND ${bundleUnitName(sender.unit)}`,
    title: report.title,
    facts: [
      ['Số, ngày', [report.number, dateWords(report.date)].filter((text) => text !== '').join(', ngày ')],
      ['Nơi nhận', data.receiver.name],
      ['Kỳ báo cáo', `${window.label} (${dateWords(window.from)} – ${dateWords(window.to)})`],
      ['Kế hoạch', planWords],
      ['Nhiệm vụ', `${answered} trên ${rows.length} nhiệm vụ đã báo cáo`],
      ['Minh chứng', proofCount(data.evidence)],
    ],
    head: files.length > 0 ? `<ul class="files">${files.map((link) => `<li>${link}</li>`).join('')}</ul>` : '',
    body: `${contents(areas)}${sectionsHtml(report.sections)}${areas.map((area, index) => areaHtml(area, index, proofs)).join('\n')}`,
    sentence: `Gói số ${data.bundle.sequence} của đơn vị, lập ngày ${dateWords(dateInVietnam(Date.parse(data.bundle.createdAt)))}.`,
  });
}

type Area = { name: string; components: { name: string; rows: BundleRow[] }[] };

/** Rows in the plan's order; a new heading wherever the area or the component changes. */
function areasOf(rows: readonly BundleRow[]): Area[] {
  const areas: Area[] = [];
  for (const row of rows) {
    const area = last(areas, ({ name }) => name === row.area, { name: row.area, components: [] });
    const component = last(area.components, ({ name }) => name === row.component, { name: row.component, rows: [] });
    component.rows.push(row);
  }
  return areas;
}

/** The last one if it fits, otherwise `fresh`, added. */
function last<T>(list: T[], fits: (item: T) => boolean, fresh: T): T {
  const end = list.at(-1);
  if (end !== undefined && fits(end)) return end;
  list.push(fresh);
  return fresh;
}

function proofCount(evidence: readonly BundleEvidence[]): string {
  const carried = evidence.filter(({ path }) => path !== null);
  const bytes = carried.reduce((sum, proof) => sum + (proof.bytes ?? 0), 0);
  const withheld = evidence.filter((proof) => proof.withheld !== null).length;
  if (evidence.length === 0) return 'Không có';
  const left = withheld > 0 ? `; ${withheld} tệp giữ lại tại đơn vị` : '';
  return `${evidence.length} mục, kèm ${carried.length} tệp (${sizeWords(bytes)})${left}`;
}

function contents(areas: readonly Area[]): string {
  if (areas.length < 2) return '';
  const lines = areas.map(({ name, components }, index) => {
    const rows = components.flatMap((component) => component.rows);
    const done = rows.filter(({ state }) => state === 'xong').length;
    return `<li><a href="#noi-dung-${index + 1}">${escapeText(name)}</a><span>${done}/${rows.length} hoàn thành</span></li>`;
  });
  return `<nav aria-label="Mục lục"><h2>Các nội dung</h2><ul class="contents">${lines.join('')}</ul></nav>`;
}

const sectionsHtml = (sections: ReportBundle['report']['sections']): string =>
  sections.length === 0
    ? ''
    : `<h2>Báo cáo</h2>${sections.map(({ heading, text }) => `<h3>${escapeText(heading)}</h3><p class="text">${escapeText(text)}</p>`).join('\n')}`;

function areaHtml(area: Area, index: number, proofs: ReadonlyMap<string, BundleEvidence>): string {
  const parts = area.components.map(
    ({ name, rows }) =>
      `${name === '' ? '' : `<h3>${escapeText(name)}</h3>`}${rows.map((row) => rowHtml(row, proofs)).join('\n')}`,
  );
  return `<section><h2 id="noi-dung-${index + 1}">${escapeText(area.name)}</h2>${parts.join('\n')}</section>`;
}

function rowHtml(row: BundleRow, proofs: ReadonlyMap<string, BundleEvidence>): string {
  const heading = [row.no, row.text].filter((text) => text !== '').join('. ');
  const state = row.state === null ? '? Chưa báo cáo' : (stateWords[row.state] ?? row.state);
  const items = row.evidenceIds.flatMap((id) => {
    const proof = proofs.get(id);
    return proof ? [`<li>${proofHtml(proof)}</li>`] : [];
  });
  const list =
    items.length > 0
      ? `<div class="proof"><p>Minh chứng</p><ul>${items.join('')}</ul></div>`
      : '<div class="proof"><p>Chưa có minh chứng.</p></div>';
  return `<article><div class="title"><h4>${escapeText(heading)}</h4>${stateMark(row.state ?? 'khong', state)}</div>${facts(
    [
      ['Chủ trì', row.lead],
      ['Thời gian', row.time],
      ['Kết quả', row.doneText],
      ['Số liệu', figuresOf(row)],
      ['Khó khăn', row.obstacle],
      ['Đề xuất', row.proposal],
      ['Nhập sau khi khóa kỳ', row.lateReason ?? ''],
    ],
  )}${list}</article>`;
}

const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** `8/8 thôn`; a figure without a denominator stands alone. */
function figuresOf({ numerator, denominator, measure }: BundleRow): string {
  const figures = [numerator, denominator].filter((value) => value !== null).map((value) => vietnamese.format(value));
  return figures.length === 0 ? '' : `${figures.join('/')} ${measure}`.trim();
}

function proofHtml(proof: BundleEvidence): string {
  const title = proof.title === '' ? (proof.fileName ?? proof.id) : proof.title;
  const size = proof.bytes === null ? '' : ` <small>(${sizeWords(proof.bytes)})</small>`;
  if (proof.path !== null) return `${linkTo(proof.path, title)}${size}`;
  if (proof.withheld !== null) return `${escapeText(title)} <small>(${withheldWords[proof.withheld]})</small>`;
  const details = [proof.number, proof.symbol, dateWords(proof.date), proof.url].filter((text) => text);
  const said = details.length > 0 ? `: ${details.map((text) => escapeText(text ?? '')).join(', ')}` : '';
  const excerpt = proof.excerpt ? `<br><small>${escapeText(proof.excerpt)}</small>` : '';
  return `${escapeText(title)}${said}${excerpt}`;
}

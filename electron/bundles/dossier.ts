/**
 * `data/index.html`: the report as a plain page for whoever opens the bundle without the program: area → task → proof, with links
 * to the files beside it. Every text is escaped, no script can run (the page forbids it to itself), nothing is loaded from outside.
 */
import type { BundleEvidence, BundleRow, ReportBundle, withheldReasons } from '../../shared/bundle/manifest-v1.ts';
import { bundleUnitName } from '../../shared/bundle/unit-card.ts';
import { shortDate } from '../../shared/text/dates.ts';

export const dossierPath = 'data/index.html';

const stateWords: Record<string, string> = {
  chua: 'Chưa thực hiện',
  'dang-lam': 'Đang thực hiện',
  xong: 'Đã hoàn thành',
  'khong-phat-sinh': 'Không phát sinh',
};

const withheldWords: Record<(typeof withheldReasons)[number], string> = {
  sensitive: 'tệp nhạy cảm, giữ lại tại đơn vị gửi',
  size: 'tệp lớn, giữ lại tại đơn vị gửi',
  missing: 'tệp không còn tại đơn vị gửi',
};

const style = `body{font:16px/1.5 "Times New Roman",serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.4rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #999}h3{font-size:1rem;margin:1.2rem 0 .3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{color:#555}dd{margin:0;white-space:pre-wrap}
.text{white-space:pre-wrap}a{color:#0645ad;overflow-wrap:anywhere}`;

/** The whole page. Links are relative to the folder `data`. */
export function dossierHtml(data: ReportBundle): string {
  const { report, plan, sender, window } = data;
  const proofs = new Map(data.evidence.map((proof) => [proof.id, proof]));
  const word = report.docx ? `<p>${linkTo(report.docx.path, 'Báo cáo bản Word')}</p>` : '';
  const sections = report.sections.map(
    ({ heading, text }) => `<h3>${escapeText(heading)}</h3><p class="text">${escapeText(text)}</p>`,
  );
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(report.title)}</title><style>${style}</style></head><body>
<h1>${escapeText(report.title)}</h1>
${facts([
  ['Đơn vị gửi', bundleUnitName(sender.unit)],
  ['Nơi nhận', data.receiver.name],
  ['Kỳ báo cáo', `${window.label} (${shortDate(window.from)} – ${shortDate(window.to)})`],
  ['Kế hoạch', [plan.number, plan.title].filter((text) => text !== '').join(' – ')],
])}
${word}${sections.join('\n')}
<h2>Nhiệm vụ và minh chứng</h2>
${rowsByArea(data.rows, proofs)}
</body></html>
`;
}

function rowsByArea(rows: readonly BundleRow[], proofs: ReadonlyMap<string, BundleEvidence>): string {
  let area: string | null = null;
  const parts: string[] = [];
  for (const row of rows) {
    if (row.area !== area) parts.push(`<h2>${escapeText(row.area)}</h2>`);
    area = row.area;
    parts.push(rowHtml(row, proofs));
  }
  return parts.join('\n');
}

function rowHtml(row: BundleRow, proofs: ReadonlyMap<string, BundleEvidence>): string {
  const figures = [row.numerator, row.denominator].filter((value) => value !== null).join(' / ');
  const proofItems = row.evidenceIds.flatMap((id) => {
    const proof = proofs.get(id);
    return proof ? [`<li>${proofHtml(proof)}</li>`] : [];
  });
  const heading = [row.no, row.text].filter((text) => text !== '').join('. ');
  const list = proofItems.length > 0 ? `<ul>${proofItems.join('')}</ul>` : '<p>Chưa có minh chứng.</p>';
  return `<h3>${escapeText(heading)}</h3>${facts([
    ['Nội dung thành phần', row.component],
    ['Chủ trì', row.lead],
    ['Thời gian', row.time],
    ['Trạng thái', row.state === null ? 'Chưa báo cáo' : (stateWords[row.state] ?? row.state)],
    ['Kết quả', row.doneText],
    ['Số liệu', figures === '' ? '' : `${figures} ${row.measure}`],
    ['Khó khăn', row.obstacle],
    ['Đề xuất', row.proposal],
  ])}${list}`;
}

function proofHtml(proof: BundleEvidence): string {
  const title = proof.title === '' ? (proof.fileName ?? proof.id) : proof.title;
  if (proof.path !== null) return linkTo(proof.path, title);
  if (proof.withheld !== null) return `${escapeText(title)} (${withheldWords[proof.withheld]})`;
  const details = [proof.number, proof.symbol, proof.date, proof.url, proof.excerpt].filter((text) => text);
  return escapeText([title, ...details].join(' – '));
}

const facts = (entries: readonly (readonly [label: string, value: string])[]): string =>
  `<dl>${entries
    .filter(([, value]) => value.trim() !== '')
    .map(([label, value]) => `<dt>${label}</dt><dd>${escapeText(value)}</dd>`)
    .join('')}</dl>`;

const linkTo = (path: string, title: string): string => {
  const relative = path
    .replace(/^data\//, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return `<a href="./${escapeText(relative)}">${escapeText(title)}</a>`;
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

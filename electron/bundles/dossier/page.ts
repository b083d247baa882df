/**
 * The frame of `data/index.html`: what the pages of all kinds of bundle share. Every text is escaped, no script can run (the page
 * forbids it to itself), nothing is loaded from outside, links are relative to the folder `data`. SPEC BN39.
 */
import { shortDate } from '../../../shared/text/dates.ts';

export const dossierPath = 'data/index.html';

const style = `:root{--ink:#1c2430;--soft:#5a6675;--line:#d5dbe3;--tint:#f5f7fa;--accent:#0b5aa8}
*{box-sizing:border-box}
body{font:16px/1.55 "Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:var(--ink);background:#fff;max-width:62rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
.from{color:var(--soft);margin:0;font-weight:600}
h1{font-size:1.7rem;line-height:1.25;margin:.3rem 0 1.2rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.6rem 0 .8rem;padding-bottom:.4rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.02rem;margin:1.6rem 0 .6rem;color:var(--soft)}
h4{font-size:1rem;line-height:1.45;margin:0;font-weight:600}
a{color:var(--accent);overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.3rem 1.2rem;margin:0}
dt{color:var(--soft)}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.text{white-space:pre-wrap;margin:.4rem 0 1rem;text-align:justify;overflow-wrap:anywhere}
.head{background:var(--tint);border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.3rem}
.files{display:flex;flex-wrap:wrap;gap:.6rem;margin:1.2rem 0 0;padding:0;list-style:none}
.files a{display:inline-block;padding:.45rem .9rem;border:1px solid var(--accent);border-radius:6px;text-decoration:none;font-weight:600}
.contents{margin:0;padding:0;list-style:none;border:1px solid var(--line);border-radius:8px}
.contents li{display:flex;gap:1rem;justify-content:space-between;padding:.5rem 1.1rem;border-top:1px solid var(--line)}
.contents li:first-child{border-top:0}
.contents span{color:var(--soft);white-space:nowrap}
article{border:1px solid var(--line);border-radius:8px;padding:1rem 1.2rem;margin:0 0 .8rem;break-inside:avoid-page}
.title{display:flex;gap:1rem;justify-content:space-between;align-items:flex-start;margin:0 0 .7rem}
.state{flex:none;font-size:.85rem;font-weight:600;line-height:1.4;padding:.15rem .6rem;border:1px solid currentColor;border-radius:99px;white-space:nowrap}
.xong{color:#11643a}.dang-lam{color:#7a4b00}.chua,.tra-lai{color:#a3241b}.khong-phat-sinh,.khong{color:var(--soft)}.chap-nhan{color:#11643a}.gop-y,.nhan{color:#0b5aa8}
.proof{margin:.8rem 0 0;padding:.7rem 0 0;border-top:1px dashed var(--line)}
.proof p{margin:0 0 .2rem;color:var(--soft)}
.proof ul,.proof ol{margin:0;padding-left:1.3rem}
.proof small,.soft{color:var(--soft)}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media(max-width:38rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}.title{flex-direction:column;gap:.4rem}}
@page{size:A4;margin:18mm 15mm 18mm 20mm}
@media print{body{font-size:11.5pt;max-width:none;padding:0}h1{font-size:16pt}h2{font-size:13pt;break-after:avoid}h3{break-after:avoid}.head,article{border-radius:0}a{color:inherit}}`;

export type Page = {
  /** Who it is from, above the title. */
  from: string;
  title: string;
  facts: readonly (readonly [string, string])[];
  /** Ready HTML under the facts, inside the same frame. */
  head?: string;
  body: string;
  sentence: string;
};

/** The whole page; `head` and `body` must be escaped already. */
export function pageHtml({ from, title, facts: known, head = '', body, sentence }: Page): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(title)}</title><style>${style}</style></head><body>
<header><p class="from">${escapeText(from)}</p>
<h1>${escapeText(title)}</h1>
<div class="head">${facts(known)}${head}</div></header>
<main>${body}</main>
<footer>${escapeText(sentence)} Trang này chỉ để đọc; bản có giá trị kiểm tra là cả gói, mở bằng Sổ Việc.</footer>
</body></html>
`;
}

/** A list of names and values; pairs without a value are left out. */
export const facts = (pairs: readonly (readonly [string, string])[]): string => {
  const filled = pairs.filter(([, value]) => value.trim() !== '');
  if (filled.length === 0) return '';
  return `<dl>${filled.map(([label, value]) => `<dt>${escapeText(label)}</dt><dd>${escapeText(value)}</dd>`).join('')}</dl>`;
};

/** The path is safe by BN5 and begins with `data/`, where the page itself lies. */
export const linkTo = (path: string, label: string): string =>
  `<a href="${escapeText(path.slice('data/'.length).split('/').map(encodeURIComponent).join('/'))}">${escapeText(label)}</a>`;

export const stateMark = (kind: string, words: string): string =>
  `<span class="state ${kind}">${escapeText(words)}</span>`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** `1,4 MB`, as Vietnamese offices write it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value
    .toFixed(value < 10 ? 1 : 0)
    .replace('.', ',')
    .replace(',0', '')} ${unit}`;
}

/** A date of the data in words; empty where there is none. */
export const dateWords = (date: string | null): string => (date ? shortDate(date) : '');

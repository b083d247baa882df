/** cli document: a plan or report as an official document: Word, PDF or a web page, whole or not at all. */
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { blobPath } from '../../db/blobs.ts';
import type { OfficialDocument } from '../../shared/document/model.ts';
import { toPrintHtml } from '../../shared/document/to-html.ts';
import { dateInVietnam } from '../../shared/text/dates.ts';
import { documentOfParts, partsOfRead, partsOfStored } from '../documents/plan-parts.ts';
import { toPdf } from '../documents/write/to-pdf.ts';
import { isRefusal } from '../server/core/refusal.ts';
import type { Office } from '../server/open-office.ts';
import { type ExportOwner, exportWord } from '../server/paper/exported-word.ts';
import { frozenOf } from '../server/report/frozen-report.ts';
import { buildNow } from '../server/report/report-facts.ts';
import { reportMaterial } from '../server/report/report-material.ts';
import { reportRow } from '../server/report/report-row.ts';
import { renderWord } from '../work/tasks.ts';
import { type Command, type CommandInput, CommandRefused, required, WrongUsage } from './command.ts';
import { noSuchId, readGivenFile, withExistingOffice } from './given-plan.ts';
import { refuseToOverwrite, writeOut } from './written-file.ts';

const kinds = ['.docx', '.pdf', '.html'] as const;
type Kind = (typeof kinds)[number];

/** `word` is the file as it was stored when the report was frozen: what is signed and sent is never rendered again. */
type Made = { document: OfficialDocument; word: Uint8Array | null };

export const document: Command = {
  usage: 'document --plan TỆP | --data THƯ_MỤC --id MÃ --to TỆP.docx|.pdf|.html [--force] [--json]',
  about: 'xuất kế hoạch, báo cáo thành văn bản đúng thể thức',
  options: {
    plan: { type: 'string' },
    data: { type: 'string' },
    id: { type: 'string' },
    to: { type: 'string' },
    force: { type: 'boolean' },
  },
  run: async (input, output) => {
    if (input.positionals.length > 0) throw new WrongUsage('Lệnh document nhận tệp kế hoạch sau --plan.');
    const to = resolve(required(input, 'to'));
    const kind = kindOf(to);
    refuseToOverwrite(to, input.values.force === true);
    const bytes = await render(await madeFrom(input, kind), kind);
    // Asked again: rendering takes a while, and another program may have written meanwhile.
    refuseToOverwrite(to, input.values.force === true);
    writeOut(to, bytes);
    output.result({ path: to, bytes: bytes.length }, [`Đã ghi ${to}, ${bytes.length} byte.`]);
    return true;
  },
};

function kindOf(path: string): Kind {
  const ending = extname(path).toLowerCase();
  const kind = kinds.find((each) => each === ending);
  if (kind === undefined) throw new WrongUsage('Tên tệp sau --to phải có đuôi .docx, .pdf hoặc .html.');
  return kind;
}

async function madeFrom(input: CommandInput, kind: Kind): Promise<Made> {
  const { plan, data, id } = input.values;
  if (typeof plan === 'string' && plan !== '') {
    if (data !== undefined || id !== undefined)
      throw new WrongUsage('Lệnh document nhận --plan, hoặc --data cùng --id, không nhận cả hai.');
    const parts = partsOfRead(await readGivenFile(plan));
    if (parts === null)
      throw new CommandRefused(
        'khong-doc-duoc',
        'Tệp này không có phần đầu và nội dung của một kế hoạch, chỉ có bảng hoặc chữ rời. Chưa ghi gì. Hãy chọn tệp kế hoạch đầy đủ.',
      );
    return { document: documentOfParts(parts, thisYear(Date.now())), word: null };
  }
  if (data === undefined && id === undefined)
    throw new WrongUsage('Lệnh document cần --plan TỆP, hoặc --data THƯ_MỤC cùng --id MÃ.');
  const wanted = required(input, 'id');
  return withExistingOffice(required(input, 'data'), (office) => storedDocument(office, wanted, kind));
}

const thisYear = (now: number): number => Number(dateInVietnam(now).slice(0, 4));

async function storedDocument({ deps }: Office, id: string, kind: Kind): Promise<Made> {
  const report = reportRow(deps, id);
  if (report !== null) {
    const material = reportMaterial(deps, report);
    if (material === null) throw noSuchId(id);
    if (report.status !== 'frozen') return draft(deps, { kind: 'report', id }, buildNow(material).document, kind);
    return { document: frozenOf(report).document, word: await storedWord(deps, report.docxSha256) };
  }
  const parts = partsOfStored(deps.db, id);
  if (parts === null) throw noSuchId(id);
  return draft(deps, { kind: 'plan', id }, documentOfParts(parts, thisYear(deps.clock())), kind);
}

/** A draft that goes out as Word is remembered, as by its screen: its edits can be brought back. */
async function draft(deps: Office['deps'], owner: ExportOwner, document: OfficialDocument, kind: Kind): Promise<Made> {
  if (kind !== '.docx') return { document, word: null };
  const word = await exportWord(deps, { id: 'office', personId: null }, owner, document);
  if (isRefusal(word)) throw new CommandRefused(word.refused, word.message);
  return { document, word };
}

async function storedWord({ folder }: Office['deps'], sha256: string | null): Promise<Uint8Array | null> {
  if (sha256 === null) return null;
  try {
    return await readFile(blobPath(folder, sha256));
  } catch {
    throw new CommandRefused(
      'mat-minh-chung',
      'Tệp Word của báo cáo đã chốt không còn trong kho. Chưa ghi gì. Hãy lấy lại từ bản sao lưu.',
    );
  }
}

async function render({ document, word }: Made, kind: Kind): Promise<Uint8Array> {
  if (kind === '.docx') return word ?? renderWord(document);
  const html = toPrintHtml(document);
  if (kind === '.html') return new TextEncoder().encode(html);
  const pdf = await toPdf(html);
  if (!pdf.ok) throw new CommandRefused(pdf.error.code, pdf.error.message);
  return pdf.value;
}

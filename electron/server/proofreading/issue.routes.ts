/** What was issued on paper: its number, date and signed file, kept with the version they belong to. */
import { open, readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { blobPath, putBlob, putBytes } from '../../../db/blobs.ts';
import { issuedOf, readIssued } from '../../../db/queries/issued.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import type { RowOf } from '../../../db/tables.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { IssuedView } from '../../../shared/api/contract/issue.ts';
import { issuedAs } from '../../../shared/document/issue.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { documentOfParts, partsOfStored } from '../../documents/plan-parts.ts';
import { renderWord } from '../../work/tasks.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { fileAnswer, wordType } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { mediaTypeOf, previewOf } from '../core/media-types.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { storedFileAddress } from '../core/stored-file.ts';
import { frozenOf } from '../report/frozen-report.ts';
import { reportRow } from '../report/report-row.ts';

type Issued = RowOf<'issuedDocument'>;

export function issueRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { issue } = contract;

  implement(app, deps, issue.report, async ({ params, query, bytes, actor }) => {
    const report = reportRow(deps, params.id);
    if (!report) return refuse('khong-tim-thay');
    if (report.status !== 'frozen')
      return refuse('chua-chot', undefined, 'Báo cáo chưa chốt nên chưa ghi ban hành được. Hãy chốt báo cáo trước.');
    if (issuedOf(deps.db, report.id).length > 0) return refuse('da-ban-hanh');
    const file = await signedFile(deps, bytes, query.name);
    if (isRefusal(file)) return file;
    const number = query.number.replace(/\s*\/.*$/u, '');
    const frozen = frozenOf(report);
    const document = issuedAs(frozen.document, number, query.date);
    const isSame = report.number === number && report.date === query.date;
    const docx = isSame && report.docxSha256 !== null ? report.docxSha256 : await storeWord(deps, document);
    if (isRefusal(docx)) return docx;
    const version = isSame ? report.version : report.version + 1;
    const data = { ...frozen.data, report: { ...frozen.data.report, number, date: query.date, version } };
    const { title } = report;
    const row = { ...query, ...file, number, ownerKind: 'report' as const, ownerId: report.id, version, title };
    return record(deps, actor, { ...row, documentSha256: docx }, 'Ghi ban hành báo cáo', (batch) =>
      batch.update('report', report.id, query.revision, {
        number,
        date: query.date,
        version,
        docxSha256: docx,
        frozen: { ...frozen, document, data },
      }),
    );
  });

  implement(app, deps, issue.plan, async ({ params, query, bytes, actor }) => {
    const plan = readPlanRow(deps.db, params.id);
    const parts = plan && partsOfStored(deps.db, params.id);
    if (!plan || !parts) return refuse('khong-tim-thay');
    const file = await signedFile(deps, bytes, query.name);
    if (isRefusal(file)) return file;
    const number = query.number.includes('/') ? query.number : `${query.number}/KH-UBND`;
    const head = { ...parts.head, number, date: query.date };
    const docx = await storeWord(deps, documentOfParts({ ...parts, head }, plan.year));
    if (isRefusal(docx)) return docx;
    const row = {
      ...query,
      ...file,
      number,
      ownerKind: 'plan' as const,
      ownerId: plan.id,
      version: 0,
      title: plan.title,
    };
    return record(deps, actor, { ...row, documentSha256: docx }, 'Ghi ban hành kế hoạch', (batch) =>
      batch.update('plan', plan.id, query.revision, { number, date: query.date }),
    );
  });

  implement(app, deps, issue.of, ({ params }) => ({ issued: issuedOf(deps.db, params.id).map(viewOf) }));

  implement(app, deps, issue.view, ({ params, body }) => {
    const row = readIssued(deps.db, params.id);
    return row ? storedFileAddress(deps, row, body.download) : refuse('khong-tim-thay');
  });

  implement(app, deps, issue.word, async ({ params }) => {
    const row = readIssued(deps.db, params.id);
    if (!row?.documentSha256) return refuse('khong-tim-thay');
    const bytes = await readFile(blobPath(deps.folder, row.documentSha256)).catch(() => null);
    return bytes ? fileAnswer(bytes, 'ban-hanh.docx', wordType) : refuse('mat-minh-chung');
  });

  implement(app, deps, issue.withdraw, ({ params, actor }) => {
    const row = readIssued(deps.db, params.id);
    if (!row) return refuse('khong-tim-thay');
    const { batchId } = act(deps, actor, 'document.withdraw', `Bỏ ghi ban hành số ${row.number}`, (batch) =>
      batch.remove('issuedDocument', row.id, null),
    );
    return { batchId };
  });
}

const viewOf = (row: Issued): IssuedView => ({
  id: row.id,
  ownerKind: row.ownerKind === 'plan' ? 'plan' : 'report',
  ownerId: row.ownerId,
  number: row.number,
  date: row.date,
  title: row.title,
  fileName: row.fileName,
  mediaType: row.mediaType,
  bytes: row.bytes,
  issuedAt: row.issuedAt,
  preview: previewOf(row.mediaType),
});

type SignedFile = Pick<Issued, 'fileName' | 'mediaType' | 'sha256' | 'bytes'>;

/** Stores the signed file as it came. Only what can be shown and printed again as it is: PDF, or a picture of the paper. */
async function signedFile(
  deps: Deps,
  bytes: ReadableStream<Uint8Array> | null,
  name: string,
): Promise<SignedFile | Refusal> {
  if (bytes === null) return refuse('tep-rong');
  const stored = await putBlob(deps.folder, bytes, contract.issue.report.body.rawBytes);
  if (!stored.ok) return refuse(stored.error.code);
  const fileName = name.replace(/^.*[\\/]/u, '') || 'ban-ky';
  const mediaType = mediaTypeOf(await headOf(blobPath(deps.folder, stored.value.sha256)), fileName);
  if (previewOf(mediaType) === 'none')
    return refuse(
      'khong-doc-duoc',
      undefined,
      'Bản đã ký phải là tệp PDF hoặc ảnh chụp. Chưa ghi gì. Hãy quét lại bản giấy thành PDF rồi chọn lại.',
    );
  return { fileName, mediaType, ...stored.value };
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function storeWord(deps: Deps, document: OfficialDocument): Promise<string | Refusal> {
  const bytes = await renderWord(document);
  const stored = await putBytes(deps.folder, bytes);
  return stored.ok ? stored.value.sha256 : refuse(stored.error.code);
}

type NewIssue = Omit<Issued, 'id' | 'issuedAt' | 'revision'>;

/** One act for the record and its owner. Not taken back by Ctrl+Z: the paper is out; withdrawing is an act of its own. */
function record(
  deps: Deps,
  actor: Actor,
  row: NewIssue,
  label: string,
  changeOwner: Parameters<typeof act>[4],
): IssuedView {
  const { ownerKind, ownerId, version, number, date, title, documentSha256, fileName, mediaType, sha256, bytes } = row;
  const { value } = act(
    deps,
    actor,
    'document.issue',
    `${label} số ${number}`,
    (batch) => {
      changeOwner(batch);
      return batch.insert('issuedDocument', {
        id: deps.newId(),
        ownerKind,
        ownerId,
        version,
        number,
        date,
        title,
        documentSha256,
        fileName,
        mediaType,
        sha256,
        bytes,
        issuedAt: deps.clock(),
      });
    },
    false,
  );
  return viewOf(value);
}

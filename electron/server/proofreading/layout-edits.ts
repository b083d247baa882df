/** The writes that put a finding of layout right in the records behind a plan or report: all of its edits, or none. */
import type { Batch } from '../../../db/write.ts';
import type { FormEdit } from '../../../shared/api/contract/review.ts';
import { isKept, savedAfterEdits } from '../../../shared/report/merge.ts';
import type { Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { buildNow } from '../report/report-facts.ts';
import { reportMaterial } from '../report/report-material.ts';
import { reportRow } from '../report/report-row.ts';
import { correction } from './plan-review.ts';

type Write = (batch: Batch) => void;

const moved = (): Refusal =>
  refuse('da-doi', undefined, 'Chỗ này vừa được sửa nên chưa thay chữ. Hãy kiểm tra lại rồi sửa theo danh sách mới.');
const closed = (): Refusal =>
  refuse('sai-du-lieu', undefined, 'Chỗ này không sửa được từ đây. Hãy sửa ở bản soạn thảo.');

export function planEdits(deps: Deps, id: string, edits: readonly FormEdit[]): Write | Refusal {
  const writes: Write[] = [];
  for (const edit of edits) {
    const write = correction(deps, id, edit);
    if (write === 'gone') return refuse('khong-tim-thay');
    if (write === 'moved') return moved();
    if (write === 'not writable') return closed();
    writes.push(write);
  }
  const lists = new Set(edits.map(({ path }) => path.slice(0, -1).join('/')));
  // Two lines of one list are written as one list each time: the later write must see the earlier one.
  if (lists.size < edits.length) return oneAfterAnother(deps, id, edits);
  return (batch) => {
    for (const write of writes) write(batch);
  };
}

const oneAfterAnother =
  (deps: Deps, id: string, edits: readonly FormEdit[]): Write =>
  (batch) => {
    for (const edit of edits) {
      const write = correction(deps, id, edit);
      if (typeof write !== 'function') throw new Error('an edit of the same act moved another');
      write(batch);
    }
  };

export function reportEdits(deps: Deps, id: string, edits: readonly FormEdit[]): Write | Refusal {
  const report = reportRow(deps, id);
  const material = report && reportMaterial(deps, report);
  if (!material) return refuse('khong-tim-thay');
  if (report.status !== 'draft') return closed();
  const { sections, title } = buildNow(material);
  const texts = new Map<string, string>();
  const head: { number?: string; title?: string } = {};
  for (const { path, before, after } of edits) {
    const [part, key] = path;
    if (part === 'sections') {
      const section = sections.find((each) => each.key === key);
      if (!section) return closed();
      if ((texts.get(section.key) ?? section.text) !== before) return moved();
      texts.set(section.key, after);
    } else if (part === 'number' || part === 'title') {
      if ((part === 'number' ? report.number : title) !== before) return moved();
      head[part] = after;
    } else return closed();
  }
  const saved = savedAfterEdits(sections, texts).filter(isKept);
  return (batch) => void batch.update('report', id, null, { ...head, ...(texts.size > 0 ? { sections: saved } : {}) });
}

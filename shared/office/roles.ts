/** Who carries a task out and who only helps ("phối hợp"), as the executors' words say it. Rules OV1–OV3 of shared/overview/SPEC.md. Pure. */
import { oneLine } from '../text/fold.ts';

export type ExecutorRole = 'executor' | 'support';

/** `words` name who is meant, without what says the role. */
export type Executor = { readonly words: string; readonly role: ExecutorRole };

const ahead =
  /^[-–+•*\s]*(?:cơ quan |đơn vị |các đơn vị |bộ phận )?phối[\s-]*hợp(?:\s+(?:với|cùng|thực hiện))*\s*[:\-–]?\s*/iu;
const behind =
  /[\s,;(–-]*(?:cùng |là (?:cơ quan|đơn vị) )?phối[\s-]*hợp(?:\s+(?:thực hiện|tham gia))?\s*\)?[.;,]?\s*$/iu;
const leads = /^[-–+•*\s]*(?:chủ trì|thực hiện)\s*[:\-–]\s*/iu;

/** The executors of a group in the order of the paper. A line "Phối hợp:" alone speaks for the lines below it, "Thực hiện:" ends that. */
export function executorsOf(lines: readonly string[]): Executor[] {
  const found: Executor[] = [];
  let standing: ExecutorRole = 'executor';
  for (const line of lines.map((each) => oneLine(each.normalize('NFC')))) {
    const own = executorOf(line);
    if (own.words === '') {
      if (line !== '') standing = own.role;
      continue;
    }
    found.push({ words: own.words, role: own.role === 'support' ? 'support' : standing });
  }
  return found;
}

function executorOf(line: string): Executor {
  if (leads.test(line)) return { words: line.replace(leads, ''), role: 'executor' };
  if (ahead.test(line)) return { words: line.replace(ahead, ''), role: 'support' };
  if (behind.test(line)) return { words: line.replace(behind, ''), role: 'support' };
  return { words: line, role: 'executor' };
}

export const roleWords: Readonly<Record<'assignee' | 'lead' | ExecutorRole, string>> = {
  assignee: 'Được giao đích danh',
  lead: 'Chủ trì',
  executor: 'Thực hiện',
  support: 'Phối hợp',
};

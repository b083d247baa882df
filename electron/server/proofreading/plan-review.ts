/** The review of a kept plan: its findings with the places they lead to, and words put in place of others. */
import { silencedRulesOf } from '../../../db/queries/plans.ts';
import type { Batch } from '../../../db/write.ts';
import type { ReviewFindingView, ReviewView } from '../../../shared/api/contract/review.ts';
import { plainTextOf } from '../../../shared/body/body-blocks.ts';
import { withPlainText } from '../../../shared/body/body-text.ts';
import { fixedText, textAt } from '../../../shared/review/fix.ts';
import {
  type Path,
  type ReviewFinding,
  type ReviewInput,
  type RuleName,
  ruleNames,
} from '../../../shared/review/input.ts';
import { reviewPlan } from '../../../shared/review/review.ts';
import { partsOfStored, reviewOfParts, type StoredParts, type StoredSection } from '../../documents/plan-parts.ts';
import type { Deps } from '../core/deps.ts';
import { answeredPlans } from '../superior/superior-plans.ts';

const isRule = (rule: string): rule is RuleName => rule in ruleNames;

export function silencedRules({ db }: Deps, planId: string): { id: string; rule: RuleName; reason: string }[] {
  return silencedRulesOf(db, planId).flatMap(({ rule, ...row }) => (isRule(rule) ? [{ ...row, rule }] : []));
}

/** Null when the plan is gone. */
export function reviewOfPlan(deps: Deps, planId: string): ReviewView | null {
  const parts = partsOfStored(deps.db, planId);
  if (parts === null) return null;
  const input: ReviewInput = {
    ...reviewOfParts(parts),
    superiorPlans: answeredPlans(deps, planId),
    silenced: silencedRules(deps, planId).map(({ rule, reason }) => ({ rule, reason })),
  };
  const { findings, silenced } = reviewPlan(input);
  return {
    planId,
    findings: findings.map((finding, at) => findingView(parts, input, finding, at)),
    silenced: silenced.map((each) => ({ ...each, ruleName: ruleNames[each.rule] })),
  };
}

function findingView(parts: StoredParts, input: ReviewInput, finding: ReviewFinding, at: number): ReviewFindingView {
  const whole = textAt(input, finding.path);
  const writable = whole !== null && targetOf(parts, finding.path) !== null;
  return {
    id: `${finding.rule}-${at + 1}`,
    ...finding,
    path: [...finding.path],
    ruleName: ruleNames[finding.rule],
    whole,
    fixed: writable && whole !== null ? fixedText(whole, finding) : null,
    writable,
    place: reviewPlace(parts, finding.path),
  };
}

export function reviewPlace(parts: StoredParts, [part, first, ...rest]: Path): ReviewFindingView['place'] {
  if (part === 'sections') {
    const section = sectionAt(parts.sections, [first ?? '', ...rest]);
    if (!section) return null;
    const [field, at] = section.rest;
    const { heading, paragraphs } = section.section;
    const block = field === 'paragraphs' ? paragraphs[Number(at)] : undefined;
    const words = block === undefined ? heading : plainTextOf(block);
    return { kind: 'section', sectionId: section.section.id, words };
  }
  if (part !== 'rows') {
    const words = textAt(withRecipientsAndSigner(parts), [
      part ?? '',
      ...(first === undefined ? [] : [first]),
      ...rest,
    ]);
    return part === undefined ? null : { kind: 'head', words: words ?? undefined };
  }
  const origin = parts.rows[Number(first)]?.origin;
  const [field, item] = rest;
  const taskId = origin?.taskIds[field === 'tasks' ? Number(item) : 0];
  return taskId === undefined ? { kind: 'table' } : { kind: 'task', taskId };
}

/** The section a path leads into, and what follows it. */
function sectionAt(sections: readonly StoredSection[], path: Path): { section: StoredSection; rest: Path } | null {
  const [index, ...rest] = path;
  const section = sections[Number(index)];
  if (!section) return null;
  return rest[0] === 'children' && rest.length > 1 ? sectionAt(section.children, rest.slice(1)) : { section, rest };
}

type Target = { write: (batch: Batch, after: string, planId: string) => void };

const replaced = (list: readonly string[], at: number, text: string): string[] =>
  list.map((each, index) => (index === at ? text : each));

/** How words at a path are written; null where a path leads to what the plan does not store as it is printed. */
function targetOf(parts: StoredParts, path: Path): Target | null {
  const [part, first, ...rest] = path;
  if (part === 'head' && (first === 'title' || first === 'number' || first === 'date'))
    return { write: (batch, after, planId) => batch.update('plan', planId, null, { [first]: after }) };
  if (part === 'recipients')
    return {
      write: (batch, after, id) =>
        batch.update('plan', id, null, { recipients: replaced(parts.head.recipients, Number(first), after) }),
    };
  if (part === 'signer' && (first === 'authority' || first === 'title' || first === 'name'))
    return {
      write: (batch, after, id) => batch.update('plan', id, null, { signer: { ...parts.head.signer, [first]: after } }),
    };
  if (part === 'basis' || part === 'preamble' || part === 'closing' || part === 'annexTitle') {
    const list = part === 'basis' ? parts.head.basis : parts[part];
    return {
      write: (batch, after, id) => batch.update('plan', id, null, { [part]: replaced(list, Number(first), after) }),
    };
  }
  if (part === 'sections') {
    const found = sectionAt(parts.sections, [first ?? '', ...rest]);
    return found && sectionTarget(found.section, found.rest);
  }
  return part === 'rows' ? rowTarget(parts, Number(first), rest) : null;
}

function sectionTarget({ id, paragraphs }: StoredSection, [field, at]: Path): Target | null {
  if (field === 'heading' || field === 'label')
    return { write: (batch, after) => batch.update('section', id, null, { [field]: after }) };
  if (field !== 'paragraphs' || at === undefined) return null;
  return {
    write: (batch, after) =>
      batch.update('section', id, null, {
        paragraphs: paragraphs.map((block, index) => (index === Number(at) ? withPlainText(block, after) : block)),
      }),
  };
}

function rowTarget({ rows }: StoredParts, row: number, [field, item]: Path): Target | null {
  const found = rows[row];
  if (!found) return null;
  const { groupId, areaId, componentId, taskIds, ownTask } = found.origin;
  const [own] = taskIds;
  if (field === 'no' || field === 'area') {
    const column = field === 'no' ? 'no' : 'name';
    return { write: (batch, after) => batch.update('area', areaId, null, { [column]: after }) };
  }
  if (field === 'component' && componentId !== null)
    return { write: (batch, after) => batch.update('component', componentId, null, { name: after }) };
  if (field === 'tasks') {
    const taskId = taskIds[Number(item)];
    return taskId === undefined ? null : { write: (batch, text) => batch.update('task', taskId, null, { text }) };
  }
  if (field === 'lead' || field === 'time') {
    if (ownTask && own !== undefined)
      return { write: (batch, after) => batch.update('task', own, null, { [field]: after }) };
    return { write: (batch, after) => batch.update('taskGroup', groupId, null, { [field]: after }) };
  }
  if ((field === 'results' || field === 'executors') && item !== undefined) {
    const list = replaced.bind(null, found[field], Number(item));
    return { write: (batch, after) => batch.update('taskGroup', groupId, null, { [field]: list(after) }) };
  }
  return null;
}

/** The plan as its texts are found by path: what is reviewed, with recipients and signature, which only the layout speaks of. */
export const withRecipientsAndSigner = (parts: StoredParts) => ({
  ...reviewOfParts(parts),
  silenced: [],
  recipients: parts.head.recipients,
  signer: parts.head.signer,
});

/** The write of one place as it stands now; what is wrong with the wish otherwise. */
export function correction(
  deps: Deps,
  planId: string,
  { path, before, after }: { path: Path; before: string; after: string },
): ((batch: Batch) => void) | 'gone' | 'moved' | 'not writable' {
  const parts = partsOfStored(deps.db, planId);
  if (parts === null) return 'gone';
  if (textAt(withRecipientsAndSigner(parts), path) !== before) return 'moved';
  const target = targetOf(parts, path);
  return target === null ? 'not writable' : (batch) => target.write(batch, after, planId);
}

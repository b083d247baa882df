/** A checked layout as the screens get it: what was silenced set apart, and for our own documents the records behind each finding. */
import { silencedLayoutOf } from '../../../db/queries/plans.ts';
import type { FormEdit, FormFinding, FormOwner, FormView } from '../../../shared/api/contract/review.ts';
import { plainTextOf } from '../../../shared/body/body-blocks.ts';
import type { LayoutReport } from '../../../shared/check/check.ts';
import { editOf, type Spot, spotOf } from '../../../shared/check/reword.ts';
import type { LayoutFinding } from '../../../shared/check/rules/finding.ts';
import { isSafe } from '../../../shared/check/rules/mend.ts';
import { labelAt, parseLabel } from '../../../shared/check/structure/labels.ts';
import { typeAbbreviations } from '../../../shared/check/structure/type-names.ts';
import type { MergedSection } from '../../../shared/report/merge.ts';
import type { StoredParts, StoredSection } from '../../documents/plan-parts.ts';
import type { Deps } from '../core/deps.ts';
import { reviewPlace } from './plan-review.ts';

/** What stands behind a document of ours; null for a foreign file. */
export type RecordsBehind = {
  readonly spots: readonly Spot[];
  readonly place: (path: FormEdit['path']) => FormFinding['place'];
};

export function recordsOfPlan(parts: StoredParts): RecordsBehind {
  const { head } = parts;
  const lines = (name: string, texts: readonly string[]): Spot[] =>
    texts.map((words, at) => ({ path: [name, at], words }));
  const sections = (list: readonly StoredSection[], path: FormEdit['path']): Spot[] =>
    list.flatMap((section, at) => {
      const own = [...path, at];
      return [
        { path: [...own, 'heading'], words: section.heading, label: { path: [...own, 'label'], text: section.label } },
        ...section.paragraphs.map((block, each) => ({ path: [...own, 'paragraphs', each], words: plainTextOf(block) })),
        ...sections(section.children, [...own, 'children']),
      ];
    });
  const spots = [
    { path: ['head', 'number'], words: head.number },
    { path: ['head', 'title'], words: head.title },
    ...lines('basis', head.basis),
    ...lines('preamble', parts.preamble),
    ...sections(parts.sections, ['sections']),
    ...lines('closing', parts.closing),
    ...lines('annexTitle', parts.annexTitle),
    ...lines('recipients', head.recipients),
    { path: ['signer', 'authority'], words: head.signer.authority },
    { path: ['signer', 'title'], words: head.signer.title },
    { path: ['signer', 'name'], words: head.signer.name },
    ...(parts.hasTable
      ? parts.rows.flatMap((row, at) => row.tasks.map((words, each) => ({ path: ['rows', at, 'tasks', each], words })))
      : []),
  ];
  return { spots, place: (path) => reviewPlace(parts, path) };
}

/** Of a report the words of its parts, its number and its title can be written; the rest comes from plan and office. */
export function recordsOfReport(
  report: { number: string; title: string },
  sections: readonly MergedSection[],
): RecordsBehind {
  return {
    spots: [
      { path: ['number'], words: report.number },
      { path: ['title'], words: report.title },
      ...sections.map(({ key, text }) => ({ path: ['sections', key], words: text })),
    ],
    place: () => null,
  };
}

/** A document of ours whose words are closed. */
export const noRecords: RecordsBehind = { spots: [], place: () => null };

export type SilencedLayout = { id: string; rule: string; reason: string };

export const silencedLayoutRules = ({ db }: Deps, owner: FormOwner): SilencedLayout[] => silencedLayoutOf(db, owner);

/** The abbreviation of a foreign file's type in words; "CV" and files without a type have none of the decree's names. */
const typeWords = (type: string): string =>
  type === 'CV'
    ? 'công văn'
    : (typeAbbreviations.find(([, short]) => plain(short) === type)?.[0].toLowerCase() ?? 'không rõ loại');

const ownerWords = ({ kind, id }: FormOwner): string =>
  kind === 'plan' ? 'kế hoạch này' : kind === 'report' ? 'báo cáo này' : `các tệp Word loại ${typeWords(id)}`;

/** Files that name no type share one place for their silence. */
export const fileOwner = ({ documentType }: LayoutReport): FormOwner => ({
  kind: 'file',
  id: documentType === '' ? 'khac' : plain(documentType),
});

/** Ids are plain letters; "QĐ" and "HĐ" stay apart from "QD" and "HD". */
const plain = (abbreviation: string): string => abbreviation.replaceAll('Đ', 'Dd');

export function formView(
  deps: Deps,
  name: string,
  owner: FormOwner,
  report: LayoutReport,
  behind: RecordsBehind | null,
): FormView {
  const silent = silencedLayoutRules(deps, owner);
  const isSilent = ({ rule }: LayoutFinding): boolean => silent.some((each) => each.rule === rule);
  return {
    name,
    owner,
    ownerName: ownerWords(owner),
    findings: report.findings.filter((each) => !isSilent(each)).map((finding) => findingView(finding, behind)),
    silenced: silent.map(({ rule, reason }) => {
      const own = report.findings.filter((each) => each.rule === rule);
      return { rule, reason, name: own[0]?.where.split(',')[0] ?? rule, count: own.length };
    }),
    passed: report.passed.length,
  };
}

function findingView(finding: LayoutFinding, behind: RecordsBehind | null): FormFinding {
  const { rule, severity, where, found, allowed, fix, source, mends } = finding;
  const edits = behind ? editsOf(finding, behind) : [];
  const spot = behind ? spotOf(finding.quoted, behind.spots) : null;
  return {
    rule,
    severity,
    where,
    found,
    allowed,
    fix,
    source,
    words: finding.quoted,
    place: (behind && spot && behind.place([...spot.path])) ?? headPlace(rule, behind),
    edits,
    mendable: behind === null && (severity !== 'note' || rule === 'table.header') && mends.some(isSafe),
  };
}

/** Findings about the top of the page lead to its fields. */
const headPlace = (rule: string, behind: RecordsBehind | null): FormFinding['place'] =>
  behind && /^(number|date|placeAndDate|subject|basis|signing|signerName|recipients)\b/.test(rule)
    ? behind.place(['head', rule.startsWith('number') || rule.startsWith('date') ? 'number' : 'title'])
    : null;

/** The edits that end a finding: all or none, so that one press puts it right. A number out of order moves those after it too. */
function editsOf({ mends }: LayoutFinding, { spots }: RecordsBehind): FormEdit[] {
  const edits: FormEdit[] = [];
  for (const { mend, before } of mends) {
    if (mend.kind !== 'words') return [];
    const spot = spotOf(before, spots);
    const edit = spot && editOf(spot, before, mend.text);
    if (!edit || edits.some(({ path }) => path.join('/') === edit.path.join('/'))) return [];
    edits.push(edit, ...(spot.label && edit.path.at(-1) === 'label' ? followers(spot, edit, spots) : []));
  }
  return edits;
}

/** Labels of the same list after one that was changed, moved by as much: III, IV become II, III. */
function followers(first: Spot, { before, after }: FormEdit, spots: readonly Spot[]): FormEdit[] {
  const [old, now] = [parseLabel(`${before.trim()} x`), parseLabel(`${after.trim()} x`)];
  if (!old || !now || old.ordinal === null || now.ordinal === null || old.level !== now.level) return [];
  if (old.level === 'decimal') return [];
  const { level } = old;
  const parent = first.path.slice(0, -2).join('/');
  const own = Number(first.path.at(-2));
  let expected = old.ordinal;
  return spots.flatMap((spot): FormEdit[] => {
    const at = Number(spot.path.at(-2));
    if (!spot.label || spot.path.slice(0, -2).join('/') !== parent || at <= own || now.ordinal === null) return [];
    const label = parseLabel(`${spot.label.text.trim()} x`);
    if (label?.level !== level || label.ordinal !== expected + 1) return [];
    expected = label.ordinal;
    const moved = labelAt(level, label.ordinal + now.ordinal - (old.ordinal ?? 0));
    return [
      { path: [...spot.label.path], before: spot.label.text, after: spot.label.text.replace(label.printed, moved) },
    ];
  });
}

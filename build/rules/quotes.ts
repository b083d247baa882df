/**
 * What a source file says in words: the titles of its tests, and its comments. Read from the syntax tree, because an id in a
 * string of a test's data, or in a comment, is no title.
 */
import { parseSync } from 'vite';

/** Words of a source file with the line they begin on. */
export type Words = { readonly line: number; readonly text: string };

/** `tests`: titles of tests and groups that run. `others`: titles of steps and of tests that are put off; they name, but prove nothing. */
export type FileWords = {
  readonly tests: readonly Words[];
  readonly others: readonly Words[];
  readonly comments: readonly Words[];
};

type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Where a title may stand. `step` names a part of a journey; what is put off does not run. */
const testNames = new Set(['it', 'test', 'describe']);
const provesNothing = new Set(['step', 'skip', 'todo', 'fixme']);

/** The names of `test.describe.only(…)`, `it.each(list)(…)` from the outside in: `['test', 'describe', 'only']`; empty for any other call. */
function calleeNames(callee: unknown): string[] {
  if (!isNode(callee)) return [];
  if (callee.type === 'Identifier') return testNames.has(callee.name as string) ? [callee.name as string] : [];
  if (callee.type === 'CallExpression') return calleeNames(callee.callee);
  if (callee.type === 'TaggedTemplateExpression') return calleeNames(callee.tag);
  if (callee.type !== 'MemberExpression') return [];
  const before = calleeNames(callee.object);
  const property = callee.property as Node;
  return before.length === 0 ? [] : [...before, property.name as string];
}

/** The fixed words of a title; null for what is no text. What is filled in at run time counts as a blank. */
function fixedWords(argument: unknown): string | null {
  if (!isNode(argument)) return null;
  if (argument.type === 'Literal') return typeof argument.value === 'string' ? argument.value : null;
  if (argument.type === 'TemplateLiteral') {
    return (argument.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' … ');
  }
  if (argument.type === 'BinaryExpression') {
    const [left, right] = [fixedWords(argument.left), fixedWords(argument.right)];
    return left === null && right === null ? null : `${left ?? ' … '}${right ?? ' … '}`;
  }
  return null;
}

/** `list as const` and `list satisfies T` are the list. */
const withoutType = (value: unknown): unknown =>
  isNode(value) && /^TS(As|Satisfies)Expression$/.test(value.type) ? withoutType(value.expression) : value;

/**
 * The titles of `it.each([['AC1: a case', …], …])('%s', …)` as they are reported: the first text of each row stands for `%s`. Only
 * rows that are written in place are known; of others the title keeps its blank.
 */
function titlesOfCases(title: string, call: Node): string[] {
  const rows =
    isNode(call.callee) && call.callee.type === 'CallExpression' ? (call.callee.arguments as unknown[])[0] : null;
  const list = withoutType(rows);
  if (!/^[^%]*%s/.test(title) || !isNode(list) || list.type !== 'ArrayExpression') return [title];
  const firsts = (list.elements as readonly unknown[]).map(withoutType).map((row) => {
    const inRow = isNode(row) && row.type === 'ArrayExpression' ? (row.elements as readonly unknown[])[0] : row;
    return fixedWords(withoutType(inRow));
  });
  return firsts.map((first) => title.replace('%s', first ?? ' … '));
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
  } else if (isNode(value)) {
    visit(value);
    for (const field of Object.values(value)) walk(field, visit);
  }
}

/** The titles and comments of a file. Refused with the file's name: code that cannot be parsed. */
export function wordsOf(file: string, code: string): FileWords {
  const { program, comments, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const lineStarts = [...code.matchAll(/^/gm)].map(({ index }) => index);
  const lineOf = (start: number) => lineStarts.findLastIndex((lineStart) => lineStart <= start) + 1;

  const tests: Words[] = [];
  const others: Words[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return;
    const names = calleeNames(node.callee);
    const title = names.length === 0 ? null : fixedWords((node.arguments as readonly unknown[])[0]);
    if (title === null) return;
    const into = names.some((name) => provesNothing.has(name)) ? others : tests;
    into.push(...titlesOfCases(title, node).map((text) => ({ line: lineOf(node.start), text })));
  });
  return { tests, others, comments: comments.map(({ start, value }) => ({ line: lineOf(start), text: value })) };
}

/**
 * How long a piece of code may be: a function 100 lines, a component 150, a file 400. What is longer cannot be read in one go, and
 * a reader who must scroll to know what a name means guesses.
 *
 *   node build/rules/sizes.ts             prints what is too long and ends with 1 when there is something
 *   node build/rules/sizes.ts --figures   prints how much there is, by folder: for a look before and after a rebuilding
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const limits = { function: 100, component: 150, file: 400 } as const;

const tops = ['shared', 'db', 'electron', 'renderer', 'build'] as const;

/** One function as written: its lines from the first to the last, counted with what stands inside it. */
export type Piece = {
  /** Its own name, or of the variable, property or method that holds it; the nearest name around it for one without. */
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  /** A name with a capital letter, and something drawn inside. */
  readonly component: boolean;
};

/** What one file holds. `casts` are `as` and `<Type>` other than `as const`; `bangs` are `!` that only calm the compiler. */
export type Measured = {
  readonly lines: number;
  readonly pieces: readonly Piece[];
  readonly casts: number;
  readonly bangs: number;
};

/** A node of the parser's tree; which other fields it has depends on its type. */
type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes directly inside one. */
const inside = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const isConst = ({ typeAnnotation }: Node): boolean =>
  isNode(typeAnnotation) &&
  typeAnnotation.type === 'TSTypeReference' &&
  isNode(typeAnnotation.typeName) &&
  typeAnnotation.typeName.name === 'const';

/** The name a node gives to the function in it: `const name = …`, `name: …`, `name() {…}`, `function name() {…}`. */
function nameGivenBy(node: Node): string | null {
  const holder = node.id ?? (/Property|Method|Accessor/.test(node.type) ? node.key : null);
  return isNode(holder) && typeof holder.name === 'string' ? holder.name : null;
}

/** Reads a file. A file that cannot be parsed is a defect: it would be passed over as if it were short. */
export function measure(file: string, code: string): Measured {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (position: number) => starts.findLastIndex((start) => start <= position) + 1;
  const pieces: Piece[] = [];
  let casts = 0;
  let bangs = 0;
  /** Answers whether something is drawn in the node. `own`: the name was given since the last function began. */
  const visit = (node: Node, nameAround: string, ownAround: boolean): boolean => {
    const given = nameGivenBy(node);
    const name = given ?? nameAround;
    const own = given !== null || ownAround;
    const isFunction = functionTypes.has(node.type);
    if (node.type === 'TSNonNullExpression') bangs += 1;
    if ((node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') && !isConst(node)) casts += 1;
    let draws = node.type === 'JSXElement' || node.type === 'JSXFragment';
    for (const child of inside(node)) if (visit(child, name, own && !isFunction)) draws = true;
    if (isFunction) {
      const line = lineAt(node.start);
      const component = draws && own && /^[A-Z]/.test(name);
      pieces.push({ name, line, lines: lineAt(node.end - 1) - line + 1, component });
    }
    return draws;
  };
  const trees: unknown[] = [program];
  for (const tree of trees.filter(isNode)) visit(tree, '', false);
  return { lines: starts.length - (code.endsWith('\n') ? 1 : 0), pieces, casts, bangs };
}

/** What is too long in one file, as sentences with the place in front; none when all of it is short enough. */
export function tooLongIn(file: string, code: string): string[] {
  const { lines, pieces } = measure(file, code);
  const whole = lines > limits.file ? [`${file}: ${lines} lines, a file has at most ${limits.file}`] : [];
  return [
    ...whole,
    ...pieces.flatMap((piece) => {
      const kind = piece.component ? 'component' : 'function';
      if (piece.lines <= limits[kind]) return [];
      const called = piece.name === '' ? '(no name)' : piece.name;
      return [`${file}:${piece.line} ${called}: ${piece.lines} lines, a ${kind} has at most ${limits[kind]}`];
    }),
  ];
}

/** The source files of the repository below the folders that are measured, relative to `root`, with `/`. */
const sourcesOf = (root: string): string[] =>
  globSync(`{${tops.join(',')}}/**/*.{ts,tsx,mts,cjs,mjs,js}`, { cwd: root }).map((path) => path.split(sep).join('/'));

/** What is too long in the whole repository, by file. */
export function allTooLong(root: string): Map<string, string[]> {
  const found = sourcesOf(root).map((file) => [file, tooLongIn(file, readFileSync(join(root, file), 'utf8'))] as const);
  return new Map(found.filter(([, faults]) => faults.length > 0));
}

export type Figures = { files: number; lines: number; over60: number; over100: number; casts: number; bangs: number };

/** How much there is in each folder, and in all of them together (`all`). */
export function figuresOf(root: string): Record<string, Figures> {
  const nothing: Figures = { files: 0, lines: 0, over60: 0, over100: 0, casts: 0, bangs: 0 };
  const all = { ...nothing };
  const by = Object.fromEntries(tops.map((top) => [top as string, { ...nothing }]));
  for (const file of sourcesOf(root)) {
    const { lines, pieces, casts, bangs } = measure(file, readFileSync(join(root, file), 'utf8'));
    const top = by[file.slice(0, file.indexOf('/'))];
    for (const sum of top === undefined ? [all] : [top, all]) {
      sum.files += 1;
      sum.lines += lines;
      sum.over60 += pieces.filter((piece) => piece.lines > 60).length;
      sum.over100 += pieces.filter((piece) => piece.lines > 100).length;
      sum.casts += casts;
      sum.bangs += bangs;
    }
  }
  return { ...by, all };
}

if (import.meta.main) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  if (process.argv.includes('--figures')) console.table(figuresOf(root));
  else {
    const faults = [...allTooLong(root).values()].flat();
    for (const fault of faults) console.error(fault);
    console.log(`sizes: ${faults.length === 0 ? 'kept' : `${faults.length} too long`}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
}

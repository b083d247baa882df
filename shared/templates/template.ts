/** What a template is given and what it gives: a plan to go on writing, in the shape in which plans are kept. */
import { type UnitKind, unitName } from '../office/unit.ts';
import type { ReadHeader, ReadRow, ReadSection } from '../plan/read-plan.ts';

export type TemplateUnit = {
  kind: UnitKind;
  name: string;
  superior: { kind: UnitKind; name: string } | null;
  place: string;
  chairTitle: string;
  chairName: string;
};

export type TemplateInput = { unit: TemplateUnit; year: number };
export type WrittenPlan = { header: ReadHeader; rows: ReadRow[] };
export type Template = { about: string; name: string; write: (input: TemplateInput) => WrittenPlan };

/** Words that every template needs, in the unit's own terms: a phường has tổ dân phố, a xã has thôn. */
export function wordsOf({ unit }: TemplateInput) {
  const own = unitName(unit);
  const isUrban = unit.kind === 'phuong' || unit.kind === 'thi-tran' || unit.kind === 'quan' || unit.kind === 'thi-xa';
  const hamlet = isUrban ? 'tổ dân phố' : 'thôn';
  return {
    own,
    /** `xã`, `phường`, as in "công chức xã". */
    kind: own.slice(0, own.length - unit.name.length).trim(),
    office: `UBND ${own}`,
    superior: unit.superior ? `UBND ${unitName(unit.superior)}` : 'UBND cấp trên',
    hamlet,
    heads: isUrban ? 'Tổ trưởng các tổ dân phố' : 'Trưởng các thôn',
  };
}

export type TemplateWords = ReturnType<typeof wordsOf>;

/** A heading with its text and what stands below it. Numbers are given by place when the plan is kept. */
export const heading = (title: string, paragraphs: string[], children: ReadSection[] = []): ReadSection => ({
  label: '',
  heading: title,
  paragraphs,
  children,
});

/** A numbered sentence. */
export const point = (text: string): ReadSection => ({ label: '', heading: '', paragraphs: [text], children: [] });

type TaskRow = {
  area: [no: string, name: string];
  component?: string;
  tasks: string[];
  results: string[];
  lead: string;
  executors: string[];
  time: string;
};

export const row = ({ area: [no, dimension], component = '', ...rest }: TaskRow): ReadRow => ({
  no,
  dimension,
  component,
  ...rest,
  note: '',
  sharesWith: null,
  doubts: [],
  place: null,
});

/** The head and end that all plans of an office share; number and day come with the issue. */
export function headerOf(
  { unit, year }: TemplateInput,
  own: Pick<ReadHeader, 'title' | 'basis' | 'preamble' | 'sections' | 'closing' | 'recipients'>,
): ReadHeader {
  return {
    ...own,
    number: '',
    date: '',
    place: unit.place,
    issuer: `UBND ${unitName(unit)}`,
    year,
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: unit.chairTitle, name: unit.chairName },
    doubts: [],
  };
}

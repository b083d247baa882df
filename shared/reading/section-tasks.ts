/** Tasks of a plan that has no task table: under the headings of officers, or under the headings of areas. */

import type { PlainSection } from '../body/body-blocks.ts';
import { groupOf } from '../core/sure.ts';
import type { SourcePlace } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';
import { capital } from '../text/letter-case.ts';
import { beginsActor } from './actors.ts';
import { flat } from './clean-text.ts';
import { parseLabel } from './labels.ts';

/** A row as the running text gives it; what the text does not say stays empty. */
export type SectionRow = {
  no: string;
  dimension: string;
  component: string;
  tasks: string[];
  results: string[];
  lead: string;
  executors: string;
  time: string;
  place: SourcePlace | null;
  /** Whether the text gives each officer a time, so that a missing one is worth a mark. */
  byOfficer: boolean;
};

const organising = /to chuc thuc hien|phan cong (nhiem vu|thuc hien|trach nhiem)|trach nhiem (thuc hien|cua cac)/;
const duties = /nhiem vu|giai phap|^noi dung( thuc hien| cong viec)?$/;
const noDuties = /muc dich|yeu cau|doi tuong|muc tieu/;

/** Rows of the sections that share out work, in the order of the text. */
export function sectionRows(sections: readonly PlainSection<SourcePlace | null>[]): SectionRow[] {
  const rows: SectionRow[] = [];
  for (const section of sections) {
    const heading = fold(section.heading);
    if (organising.test(heading)) rows.push(...officerRows(section));
    else if (duties.test(heading) && !noDuties.test(heading)) rows.push(...areaRows(section));
    else if (section.children.length > 0 && /^(phần|chương)/iu.test(section.label))
      rows.push(...sectionRows(section.children));
  }
  return rows;
}

function emptyRow(section: PlainSection<SourcePlace | null>, byOfficer: boolean): SectionRow {
  const no = section.label.replace(/[.)/\s]+$/, '');
  const place = section.place ?? null;
  return {
    no,
    dimension: '',
    component: '',
    tasks: [],
    results: [],
    lead: '',
    executors: '',
    time: '',
    place,
    byOfficer,
  };
}

/** One row for each officer: the heading leads, or the first words of a paragraph do. */
function officerRows(section: PlainSection<SourcePlace | null>): SectionRow[] {
  const rows: SectionRow[] = [];
  for (const child of section.children) {
    const row = emptyRow(child, true);
    if (child.heading !== '') {
      const lead = officer(child.heading);
      if (!beginsActor(lead)) continue;
      row.lead = lead;
      collect(child, row, true);
    } else {
      const [first = '', ...others] = child.paragraphs;
      const found = splitOfficer(first);
      if (!found) continue;
      row.lead = found.lead;
      for (const text of [found.task, ...others]) takeLine(text, row);
      for (const deeper of child.children) collect(deeper, row, false);
    }
    if (row.tasks.length > 0) rows.push(row);
  }
  return rows;
}

const officer = (heading: string): string =>
  flat(heading)
    .replace(/^(?:đề nghị|giao|giao cho|đối với)\s+/iu, '')
    .replace(/\s*[:.;]\s*$/, '');

const duty =
  'có trách nhiệm|chịu trách nhiệm|theo dõi|phối hợp|căn cứ|tham mưu|chủ trì|chủ động|xây dựng|hướng dẫn|tổ chức|thực hiện|triển khai|đẩy mạnh|tăng cường|tổng hợp|kiểm tra|là đầu mối|làm đầu mối|tiếp tục|thường xuyên';

/** "Công chức Văn phòng - Thống kê xã theo dõi, …": the words before the first duty are the officer. */
function splitOfficer(text: string): { lead: string; task: string } | null {
  const words = text.replace(/^(?:đề nghị|giao|giao cho)\s+/iu, '');
  if (!beginsActor(words)) return null;
  const found = new RegExp(`^(.{4,120}?)[,:]?\\s+((?:${duty})(?!\\p{L}).*)$`, 'iu').exec(words);
  if (!found) return null;
  return { lead: flat(groupOf(found, 1)), task: capital(groupOf(found, 2)) };
}

/** One row for each heading below a section of duties: the upper heading is the area, the lower the component. */
function areaRows(section: PlainSection<SourcePlace | null>): SectionRow[] {
  const rows: SectionRow[] = [];
  for (const child of section.children) {
    if (child.heading === '') continue;
    const numbered = child.children.filter(
      (deeper) => deeper.heading !== '' && parseLabel(`${deeper.label} x`)?.kind === 'number2',
    );
    if (numbered.length > 0) rows.push(...areaRows({ ...child, children: numbered }));
    else rows.push(...areaOf(child));
  }
  return rows;
}

function areaOf(area: PlainSection<SourcePlace | null>): SectionRow[] {
  const own = { ...emptyRow(area, false), dimension: flat(area.heading).replace(/:$/, '') };
  const rows: SectionRow[] = [own];
  for (const text of area.paragraphs) takeLine(text, own);
  for (const child of area.children) {
    if (child.heading === '') collect(child, own, false);
    else {
      const component = { ...emptyRow(child, false), no: own.no, dimension: own.dimension };
      component.component = flat(`${child.label} ${child.heading}`).replace(/:$/, '');
      collect(child, component, true);
      rows.push(component);
    }
  }
  return rows.filter((row) => row.tasks.length > 0);
}

/** Every paragraph below a section, in order; a heading inside counts as a task only when nothing stands under it. */
function collect(section: PlainSection<SourcePlace | null>, row: SectionRow, skipHeading: boolean): void {
  if (!skipHeading && section.heading !== '' && section.paragraphs.length + section.children.length === 0)
    takeLine(section.heading, row);
  for (const text of section.paragraphs) takeLine(text, row);
  for (const child of section.children) collect(child, row, false);
}

/** A line that says "Thời gian thực hiện: …" (or result, or who helps) fills its field; every other line is a task. */
function takeLine(text: string, row: SectionRow): void {
  const line = flat(text);
  const said =
    /^(thời gian(?: thực hiện| hoàn thành)?|thời hạn(?: hoàn thành)?|kết quả|sản phẩm|(?:đơn vị |cơ quan )?phối hợp(?: thực hiện)?)\s*:\s*(.+)$/iu.exec(
      line,
    );
  if (!said) {
    if (line !== '') row.tasks.push(line);
    return;
  }
  const [name, value] = [groupOf(said, 1), groupOf(said, 2).replace(/\.$/, '')];
  if (/^thời/iu.test(name)) row.time = row.time === '' ? value : `${row.time}; ${value}`;
  else if (/phối hợp/iu.test(name)) row.executors = row.executors === '' ? value : `${row.executors}; ${value}`;
  else row.results.push(value);
}

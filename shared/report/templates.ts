/**
 * What a report of a quarter, of half a year and of a year tells, in the way of the offices: the same generated texts, gathered and
 * named for its length. Keys of sections stay the same, so that words of a person stay when the template changes. Rule RE17.
 */
import { z } from 'zod';
import { romanOf } from '../body/numbering.ts';
import { oneLine } from '../text/fold.ts';
import { capital } from '../text/letter-case.ts';
import type { FactTask, ReportFacts } from './facts.ts';
import { figureOf, formatShare } from './figures.ts';
import type { ReportSection } from './report.ts';
import { fillHere, inWindow } from './selection.ts';
import { clause } from './sentences.ts';

export const reportTemplate = z.enum(['chung', 'quy', '6-thang', 'nam']);
export type ReportTemplate = z.infer<typeof reportTemplate>;

export const templateNames: Readonly<Record<ReportTemplate, string>> = {
  chung: 'Mẫu chung',
  quy: 'Báo cáo quý',
  '6-thang': 'Báo cáo 6 tháng',
  nam: 'Báo cáo năm',
};

/** The template of a window's kind; windows of other lengths have the common one. */
export const templateOfWindow = (kind: string): ReportTemplate =>
  kind === 'quy' || kind === '6-thang' || kind === 'nam' ? kind : 'chung';

/** The common sections in the shape of a template, numbered anew. */
export function inTemplate(
  template: ReportTemplate,
  sections: readonly ReportSection[],
  facts: ReportFacts,
): ReportSection[] {
  if (template === 'chung') return [...sections];
  const shaped =
    template === 'quy' ? quarter(sections) : template === '6-thang' ? halfYear(sections, facts) : year(sections, facts);
  return numbered(shaped);
}

const named = (section: ReportSection, heading: string): ReportSection => ({ ...section, heading });
const isArea = ({ key }: ReportSection): boolean => key.startsWith('area:');

/** Short: results, obstacles, what comes next, what is asked for. */
function quarter(sections: readonly ReportSection[]): ReportSection[] {
  const textOf = (key: string): string => sections.find((section) => section.key === key)?.text ?? '';
  const dropped = new Set(['direction', 'assessment', 'assessment:achieved', 'assessment:causes']);
  return sections.flatMap((section): ReportSection[] => {
    if (dropped.has(section.key)) return [];
    if (section.key === 'results') {
      // Nothing due is said once, by the text of the results itself.
      const counts = section.text === '' ? textOf('assessment:achieved') : '';
      const lines = [textOf('direction'), counts, section.text].filter((text) => text !== '');
      return [{ ...section, label: 'I.', heading: 'Kết quả thực hiện', text: lines.join('\n') }];
    }
    if (section.key === 'assessment:limits') return [{ ...section, label: 'I.', heading: 'Khó khăn, vướng mắc' }];
    if (section.key === 'next') return [named(section, 'Nhiệm vụ trọng tâm quý tiếp theo')];
    return [section];
  });
}

/** Assessment against the targets, and a plan for the second half. */
function halfYear(sections: readonly ReportSection[], facts: ReportFacts): ReportSection[] {
  return sections.flatMap((section) => {
    if (section.key === 'assessment:achieved') return [section, targets(facts, 'Mức độ đạt được so với chỉ tiêu')];
    return section.key === 'next' ? [named(section, 'Phương hướng, nhiệm vụ 6 tháng cuối năm')] : [section];
  });
}

/** The whole year by area, against its targets and the year before, lessons, and the direction of the next year. */
function year(sections: readonly ReportSection[], facts: ReportFacts): ReportSection[] {
  return sections.flatMap((section): ReportSection[] => {
    if (section.key === 'assessment:achieved')
      return [
        section,
        { ...section, key: 'assessment:areas', heading: 'Kết quả cả năm theo từng nội dung', text: byArea(facts) },
        targets(facts, 'Mức độ đạt được so với chỉ tiêu của năm'),
        {
          ...section,
          key: 'assessment:compare',
          heading: 'So với năm trước',
          text: `So với năm ${facts.year - 1}: ${fillHere}`,
        },
      ];
    if (section.key === 'assessment:causes')
      return [
        section,
        { ...section, key: 'assessment:lessons', heading: 'Bài học kinh nghiệm', text: `- ${fillHere}` },
      ];
    return section.key === 'next' ? [named(section, `Phương hướng, nhiệm vụ năm ${facts.year + 1}`)] : [section];
  });
}

function byArea(facts: ReportFacts): string {
  const lines = facts.areas.flatMap(({ name, tasks }) => {
    const current = inWindow(tasks);
    if (current.length === 0) return [];
    const done = current.filter((task) => task.progress?.state === 'xong').length;
    return [
      `- ${oneLine(name)}: hoàn thành ${done}/${current.length} nhiệm vụ (${formatShare(done, current.length)}).`,
    ];
  });
  return lines.length === 0 ? 'Trong năm không phát sinh nhiệm vụ đến thời gian thực hiện.' : lines.join('\n');
}

function targets(facts: ReportFacts, heading: string): ReportSection {
  const lines = facts.areas.flatMap((area) => {
    const figures = (area.figures ?? []).flatMap(({ measured, asked, text, verdict, yearText }) => {
      const said = yearText ?? text;
      return said === null
        ? []
        : [`- ${capital(oneLine(measured))} (${asked}): ${said}${verdict === '' ? '' : `, ${verdict.toLowerCase()}`}.`];
    });
    return figures.length > 0 ? figures : area.tasks.flatMap(taskFigure);
  });
  const text = lines.length === 0 ? 'Trong kỳ các nhiệm vụ không có số liệu để so với chỉ tiêu.' : lines.join('\n');
  return { key: 'assessment:targets', label: '1.', heading, text };
}

function taskFigure(task: FactTask): string[] {
  const figure = task.progress && figureOf(task.progress);
  return figure && figure.kind !== 'none' && figure.kind !== 'doubtful'
    ? [`- ${capital(clause(task.text))}: ${figure.text}.`]
    : [];
}

/** Parts count I., II., … and what stands below them 1., 2., … anew; unnumbered texts stay so. */
function numbered(sections: readonly ReportSection[]): ReportSection[] {
  let [part, below] = [0, 0];
  return sections.map((section) => {
    if (section.label === '') return section;
    if (isArea(section) || /^\d+\.$/.test(section.label)) {
      below += 1;
      return { ...section, label: `${below}.` };
    }
    part += 1;
    below = 0;
    return { ...section, label: `${romanOf(part)}.` };
  });
}

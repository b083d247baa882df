/** Recall, verdict and plan as pages for whoever opens the bundle without the program. */
import type { PlanBlock, PlanBundle } from '../../../shared/bundle/plan-v1.ts';
import type { RecallBundle } from '../../../shared/bundle/recall-v1.ts';
import { bundleUnitName } from '../../../shared/bundle/unit-card.ts';
import type { VerdictBundle } from '../../../shared/bundle/verdict-v1.ts';
import { dateWords, escapeText, facts, linkTo, pageHtml, stateMark } from './page.ts';

const comma = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(', ');

/** `3. Niêm yết …`; a number that ends with a sign of its own keeps it. */
const numbered = (no: string, words: string): string =>
  no === '' ? words : `${no}${/[\p{L}\p{N}]$/u.test(no) ? '.' : ''} ${words}`;

export const recallPage = (data: RecallBundle): string =>
  pageHtml({
    from: `UBND ${bundleUnitName(data.sender.unit)}`,
    title: 'Thu hồi báo cáo đã gửi',
    facts: [
      ['Báo cáo', data.recall.title],
      ['Kỳ báo cáo', data.window.label],
      ['Lần chốt', String(data.recall.reportVersion)],
      ['Nơi nhận', data.receiver.name],
      ['Lý do', data.recall.reason],
      ['Văn bản thu hồi', comma([data.recall.number, dateWords(data.recall.date)])],
      ['Người quyết định', comma([data.recall.by.name, data.recall.by.post])],
    ],
    body: '',
    sentence: 'Báo cáo nêu trên không còn hiệu lực từ khi nơi nhận mở gói này.',
  });

const wholeWords = { nhan: 'Đã nhận, chưa đánh giá', 'tra-lai': '↩ Trả lại', 'chap-nhan': '✓ Chấp nhận' } as const;
const rowWords = { 'chap-nhan': '✓ Chấp nhận', 'tra-lai': '↩ Trả lại', 'gop-y': '✎ Góp ý' } as const;

export function verdictPage(data: VerdictBundle): string {
  const { whole, answers, rows } = data;
  const items = rows.map(
    (row) =>
      `<article><div class="title"><h4>${escapeText(numbered(row.no, row.task))}</h4>${stateMark(row.verdict, rowWords[row.verdict])}</div>${facts([['Ý kiến', row.words]])}</article>`,
  );
  return pageHtml({
    from: `UBND ${bundleUnitName(data.sender.unit)}`,
    title: `Trả lời báo cáo: ${answers.title}`,
    facts: [
      ['Gửi', data.receiver.name],
      ['Kỳ báo cáo', data.window.label],
      ['Lần chốt', String(answers.reportVersion)],
      ['Kết luận', wholeWords[whole.verdict]],
      ['Ý kiến chung', whole.words],
      ['Gửi lại trước ngày', dateWords(whole.resubmitBy)],
      ['Người trả lời', comma([whole.by.name, whole.by.post])],
    ],
    body: items.length > 0 ? `<h2>Ý kiến từng nhiệm vụ (${items.length})</h2>${items.join('\n')}` : '',
    sentence: 'Mở gói bằng Sổ Việc để ý kiến hiện ngay tại nhiệm vụ được trả lời.',
  });
}

const blockHtml = (block: PlanBlock): string =>
  `<p class="text">${escapeText(typeof block === 'string' ? block : block.text)}</p>`;

export function planPage({ plan, sender, receiver, regimes }: PlanBundle): string {
  const files = plan.files.map(({ path, title }) => `<li>${linkTo(path, title)}</li>`).join('');
  const sections = plan.sections.map(
    ({ label, heading, blocks }) =>
      `<h3>${escapeText(`${label} ${heading}`.trim())}</h3>${blocks.map(blockHtml).join('')}`,
  );
  const areas = plan.areas.map(
    (area) =>
      `<section><h2>${escapeText(numbered(area.no, area.name))}</h2>${area.groups
        .map((group) => {
          const components = new Set(group.componentIds);
          const named = area.components.filter(({ id }) => components.has(id)).map(({ name }) => name);
          const tasks = group.tasks.map(({ text }) => `<li>${escapeText(text)}</li>`).join('');
          return `${named.length > 0 ? `<h3>${escapeText(named.join('; '))}</h3>` : ''}<article>${facts([
            ['Kết quả', group.results.join('\n')],
            ['Chủ trì', group.lead],
            ['Thực hiện', comma(group.executors)],
            ['Thời gian', group.time],
            ['Ghi chú', group.note],
          ])}<div class="proof"><p>Nhiệm vụ</p><ol>${tasks}</ol></div></article>`;
        })
        .join('')}</section>`,
  );
  return pageHtml({
    from: plan.issuer === '' ? `UBND ${bundleUnitName(sender.unit)}` : plan.issuer,
    title: plan.title,
    facts: [
      ['Số, ngày', comma([plan.number, dateWords(plan.date)])],
      ['Gửi', receiver.name],
      ['Năm', String(plan.year)],
      ['Chế độ báo cáo', regimes.map(({ name }) => name).join('\n')],
      ['Người ký', comma([plan.signer.title, plan.signer.name])],
    ],
    head: files === '' ? '' : `<ul class="files">${files}</ul>`,
    body: `${sections.length > 0 ? `<h2>Nội dung kế hoạch</h2>${sections.join('\n')}` : ''}${areas.join('\n')}`,
    sentence: 'Mở gói bằng Sổ Việc để kế hoạch thành khung nhiệm vụ của đơn vị.',
  });
}

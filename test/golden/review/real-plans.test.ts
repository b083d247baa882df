/** What proof-reading says of five real plans: every line was looked at and is right. A line more or less is a change to judge again. */
import { expect, it } from 'vitest';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { reviewOfRead } from '../../../shared/review/of-read-plan.ts';
import { reviewPlan } from '../../../shared/review/review.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';

function findings(name: string): string[] {
  const read = readDocument(sample(name), name);
  if (!read.ok) throw new Error(read.error.message);
  return reviewPlan(reviewOfRead(read.value)).findings.map(({ rule, level, path, text }) =>
    `${rule}${level === 'note' ? '?' : ''} ${path.join('/')} ${text.slice(0, 24)}`.trim(),
  );
}

describeWithSamples('proof-reading real plans', () => {
  it('nhu-quynh-2024.docx', () => {
    expect(findings('nhu-quynh-2024.docx')).toEqual([
      'stale-year sections/2/children/3/children/1/paragraphs/0 năm 2023',
      'stale-year annexTitle/1 NĂM 2023',
      'stale-year rows/24/time Trong năm 2023',
      'stale-year rows/28/time Trong năm 2023',
      'other-unit sections/1/children/0/children/2/children/0/paragraphs/0 các xã, thị trấn',
      'other-unit sections/1/children/0/children/2/children/1/paragraphs/0 các xã, thị trấn',
      'other-unit rows/19/tasks/1 UBND xã',
      'other-unit rows/19/tasks/6 toàn xã',
      'other-unit rows/19/tasks/8 Bộ phận Một cửa xã',
      'other-unit rows/19/tasks/9 UBND xã',
      'other-unit rows/19/results/0 Bộ phận Một cửa xã',
      'other-unit rows/30/tasks/0 các huyện ngoại thành',
      'annex-unit annexTitle/1 HUYỆN VĂN LÂM',
      'numbering sections/2/label I.',
      'repeated-text sections/2/children/5/children/1/paragraphs/1 Đẩy mạnh công tác thông',
      'repeated-text sections/2/children/5/children/1/paragraphs/2 Tuyên truyền tới đội ngũ',
      'repeated-text rows/17/tasks/0 Tăng cường kiểm tra các',
      'repeated-text rows/26/tasks/3 Tăng cường tuyên truyền,',
      'row-incomplete rows/4/time Ban hành Quy chế làm việ',
      'target rows/24/results/1 100% trở lên',
      'citation sections/2/children/5/children/1/paragraphs/0 Pháp lệnh dân chủ ở xã,',
      'citation sections/1/children/1/children/0/children/1/paragraphs/0 Luật thực hiện dân chủ ở',
      'citation rows/28/tasks/2 Luật bảo vệ môi trường n',
      'citation rows/14/tasks/0 ở mức độ 3, mức độ 4',
      'citation? rows/23/tasks/4 Thông tư 36/2017/TT-BGDĐ',
      'body-annex? sections/1/children/0/children/0/heading Nội dung “Tham gia của n',
      'body-annex sections/1/children/0/children/1/heading Nội dung “Công khai, min',
      'body-annex rows/4/area Việc thực hiện dân chủ t',
      'body-annex sections/2/children/5/children/1/paragraphs/0 08 nội dung',
      'slip? sections/2/children/2/children/0/paragraphs/0 hình hình',
    ]);
  });

  it('luc-ba-2024.docx', () => {
    expect(findings('luc-ba-2024.docx')).toEqual([
      'numbering sections/1/children/4/children/4/label e.',
      'row-incomplete? sections',
    ]);
  });

  it('minh-tien-2024.docx', () => {
    expect(findings('minh-tien-2024.docx')).toEqual([
      'header-blank? head/number',
      'header-blank? head/date',
      'row-incomplete? sections',
    ]);
  });

  it('seeds/di-su-2024.txt', () => {
    expect(findings('seeds/di-su-2024.txt')).toEqual([
      'header-blank? head/number',
      'header-blank? head/date',
      'other-unit sections/1/children/2/children/3/paragraphs/0 các phường',
      'other-unit sections/2/children/1/children/1/paragraphs/0 các phường',
      'numbering sections/1/children/2/children/4/label e)',
      'annex-missing sections/1/children/0/children/1/paragraphs/0 Biểu tổng hợp nhiệm vụ (',
      'citation sections/1/children/1/children/1/paragraphs/0 Pháp lệnh về thực hiện d',
      'slip? sections/0/children/0/children/1/paragraphs/0 chính quyên',
      'slip? sections/0/children/0/children/1/paragraphs/0 đôi với',
      'slip? sections/1/children/0/children/1/paragraphs/0 Các các',
      'slip? sections/1/children/2/children/2/paragraphs/0 các các',
      'slip? sections/2/children/0/children/0/paragraphs/0 hình hình',
      'slip? closing/0 các các',
    ]);
  });

  it('seeds/hung-yen-2023.txt', () => {
    expect(findings('seeds/hung-yen-2023.txt')).toEqual([
      'header-blank? head/number',
      'header-blank? head/date',
      'annex-missing sections/1/children/0/children/1/paragraphs/0 Phụ lục gửi kèm theo',
      'citation? sections/1/children/0/children/0/children/1/paragraphs/0 Pháp lệnh về thực hiện d',
      'citation? sections/1/children/1/children/1/paragraphs/1 Pháp lệnh về thực hiện d',
      'citation? sections/2/children/3/children/1/paragraphs/0 Pháp lệnh Dân chủ ở xã,',
      'slip? sections/0/children/1/children/1/paragraphs/0 sơ sở',
      'slip? sections/2/children/2/children/0/paragraphs/0 hình hình',
    ]);
  });
});

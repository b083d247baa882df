/** A small whole bundle of every kind but the report (`bundle-sample.ts`), from the superior of the sample commune or from itself. */
import type { PlanBundle } from '../../../shared/bundle/plan-v1.ts';
import type { RecallBundle } from '../../../shared/bundle/recall-v1.ts';
import type { VerdictBundle } from '../../../shared/bundle/verdict-v1.ts';
import { regimes } from '../../../shared/period/regimes.ts';
import { sampleData } from './bundle-sample.ts';

const { format, sender, receiver, window } = sampleData();
const digest = (digit: string): string => digit.repeat(64);
const chain = { sequence: 2, previous: digest('a'), createdAt: '2024-03-20T02:00:00.000Z' };

export const recallSample = (): RecallBundle => ({
  format,
  bundle: { ...chain, id: 'goi-2', kind: 'recall', purpose: 'recall', replaces: 'goi-1' },
  sender: structuredClone(sender),
  receiver,
  window: { key: window.key, label: window.label },
  recall: {
    contentDigest: digest('a'),
    reportId: 'bc-1',
    reportVersion: 1,
    title: 'Báo cáo kết quả thực hiện quý I năm 2024',
    reason: 'Số liệu của thôn 3 bị nhầm.',
    number: '',
    date: '',
    by: { name: 'Nguyễn Văn A', post: 'Chủ tịch UBND xã' },
  },
});

export const verdictSample = (): VerdictBundle => ({
  format,
  bundle: { ...chain, id: 'tl-1', kind: 'verdict', purpose: 'new', replaces: null },
  sender: structuredClone(sender),
  receiver: { unitId: 'xa-a', name: 'UBND xã A' },
  window: { key: window.key, label: window.label },
  answers: {
    bundleId: 'goi-1',
    contentDigest: digest('b'),
    installationId: 'may-9',
    sequence: 1,
    reportId: 'bc-1',
    reportVersion: 1,
    title: 'Báo cáo quý I',
  },
  whole: {
    verdict: 'tra-lai',
    words: 'Bổ sung minh chứng.',
    receivedAt: '2024-03-19T02:00:00.000Z',
    resubmitBy: '2024-03-25',
    by: { name: 'Trần Thị B', post: 'Chuyên viên' },
  },
  rows: [
    { taskId: 'nv-1', no: '1', task: 'Niêm yết danh sách hộ nghèo', revision: 3, verdict: 'chap-nhan', words: '' },
    {
      taskId: 'nv-2',
      no: '1',
      task: 'Niêm yết danh sách hộ nghèo',
      revision: 0,
      verdict: 'tra-lai',
      words: 'Chưa có kết quả.',
    },
    {
      taskId: 'nv-3',
      no: '1',
      task: 'Niêm yết danh sách hộ nghèo',
      revision: 1,
      verdict: 'gop-y',
      words: 'Nên nêu số hộ.',
    },
  ],
});

export const planSample = (): PlanBundle => ({
  format,
  bundle: { ...chain, id: 'kh-goi-1', kind: 'plan', purpose: 'new', replaces: null },
  sender: structuredClone(sender),
  receiver: { unitId: null, name: 'UBND các xã, phường' },
  plan: {
    id: 'kh-tinh',
    year: 2025,
    number: '12/KH-UBND',
    date: '2025-01-10',
    place: 'Hưng Yên',
    issuer: 'ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN',
    title: 'Kế hoạch nâng cao Chỉ số PAPI năm 2025',
    basis: ['Căn cứ Luật Tổ chức chính quyền địa phương'],
    preamble: [],
    closing: ['Trên đây là Kế hoạch.'],
    recipients: ['UBND các xã'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Lê Văn C' },
    sections: [
      { id: 's1', parentId: null, label: 'I.', heading: 'Mục đích', blocks: ['Nâng cao chỉ số.'] },
      {
        id: 's2',
        parentId: 's1',
        label: '1.',
        heading: 'Yêu cầu',
        blocks: [{ type: 'rich', text: 'đậm', runs: [{ text: 'đậm', bold: true }] }],
      },
    ],
    areas: [
      {
        id: 'a1',
        code: 'cong-khai-minh-bach',
        no: 'I',
        name: 'Công khai, minh bạch',
        components: [{ id: 'c1', code: 'tiep-can-thong-tin', name: 'Tiếp cận thông tin' }],
        groups: [
          {
            id: 'g1',
            componentIds: ['c1'],
            results: ['100% xã niêm yết'],
            lead: 'Sở Nội vụ',
            executors: ['UBND cấp xã'],
            time: 'Quý I',
            note: '',
            tasks: [{ id: 'nv-1', text: 'Niêm yết danh sách hộ nghèo', lead: null, time: null, forUnits: true }],
          },
        ],
      },
    ],
    files: [],
  },
  regimes: structuredClone(regimes.slice(0, 2)) as PlanBundle['regimes'],
  taxonomy: {
    id: 'papi-2021',
    name: 'PAPI',
    source: 'papi.org.vn',
    areas: [
      {
        code: 'cong-khai-minh-bach',
        name: 'Công khai',
        components: [{ code: 'tiep-can-thong-tin', name: 'Tiếp cận' }],
      },
    ],
  },
});

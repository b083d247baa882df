/** Facts of one made-up window, small enough to read and with every kind of entry in it. */
import type { FactTask, ReportFacts } from '../../../shared/report/facts.ts';

type Progress = NonNullable<FactTask['progress']>;

export const entry = (state: Progress['state'], doneText = '', more: Partial<Progress> = {}): Progress => ({
  state,
  doneText,
  numerator: null,
  denominator: null,
  unit: '',
  obstacle: '',
  proposal: '',
  ...more,
});

export const task = (taskId: string, more: Partial<FactTask> = {}): FactTask => ({
  taskId,
  text: `Nhiệm vụ ${taskId}`,
  component: '',
  lead: 'Văn phòng - Thống kê',
  time: 'Thường xuyên',
  due: true,
  progress: null,
  evidence: [],
  ...more,
});

export const minutes = { title: 'Biên bản niêm yết', kind: 'document', number: '14/BB-UBND', date: '2024-06-10' };
export const photo = { title: 'Ảnh niêm yết', kind: 'file', number: null, date: null };

export const facts = (areas: ReportFacts['areas'], more: Partial<ReportFacts> = {}): ReportFacts => ({
  planTitle: 'Kế hoạch Nâng cao Chỉ số PAPI xã An Bình năm 2024',
  planNumber: '08/KH-UBND',
  planDate: '2024-01-11',
  year: 2024,
  windowLabel: '6 tháng đầu năm 2024',
  from: '2024-01-01',
  to: '2024-06-30',
  officeName: 'UBND xã An Bình',
  areas,
  ...more,
});

export const halfYear: ReportFacts = facts([
  {
    no: '1',
    name: 'Tham gia của người dân ở cấp cơ sở',
    tasks: [
      task('t1', {
        text: 'Niêm yết danh sách cử tri',
        component: 'a) Tri thức công dân',
        progress: entry('xong', 'đã niêm yết tại 9/11 thôn, phố;', {
          numerator: 9,
          denominator: 11,
          unit: 'thôn, phố',
        }),
        evidence: [minutes, photo],
      }),
      task('t2', {
        text: 'Tuyên truyền Luật Thực hiện dân chủ ở cơ sở',
        component: 'a) Tri thức công dân',
        lead: 'Văn hóa - Xã hội',
        progress: entry('dang-lam', 'phát 12 buổi trên Đài truyền thanh', {
          obstacle: 'loa thôn 3 hỏng.',
          proposal: 'đề nghị huyện cấp kinh phí sửa loa',
        }),
        evidence: [minutes],
      }),
      task('t3', {
        text: 'Tổ chức bầu cử trưởng thôn',
        component: 'c) Chất lượng bầu cử',
        time: 'Khi có cuộc bầu cử',
        progress: entry('khong-phat-sinh'),
      }),
    ],
  },
  {
    no: '2',
    name: 'Công khai, minh bạch',
    tasks: [
      task('t4', {
        text: 'Công khai dự toán ngân sách',
        component: 'Ngân sách',
        lead: 'Tài chính - Kế toán',
        progress: entry('chua', '', { obstacle: 'loa thôn 3 hỏng' }),
      }),
      task('t5', { text: 'Công khai kế hoạch sử dụng đất', component: 'Đất đai', lead: 'Địa chính' }),
      task('t6', { text: 'Công khai quy hoạch', component: 'Đất đai', lead: 'Địa chính', due: false }),
    ],
  },
]);

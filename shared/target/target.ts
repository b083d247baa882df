/** What the words of "Kết quả" ask for, as data: measurable targets and kinds of proof. The words stay as written. */
import { z } from 'zod';

export const targetOperator = z.enum(['=', '>=', '>', '<', '<=']);
export type TargetOperator = z.infer<typeof targetOperator>;

export const target = z.object({
  operator: targetOperator,
  /** Null when somebody else sets the number ("chỉ tiêu do huyện giao"); it has to be entered. */
  value: z.number().nonnegative().nullable(),
  /** `%` for a share, else what is counted: `lần`, `buổi`; "" when the words do not tell. */
  unit: z.string().max(40),
  /** `năm`, `quý`, `6 tháng`, also `thôn`; null when the words name no period. */
  per: z.string().max(40).nullable(),
  /** What is measured; of a share the whole: all of which how many. */
  of: z.string().max(500),
  /** Of a share: what the counted part fulfils ("được tập huấn"); null when the words do not say. */
  that: z.string().max(500).nullable(),
  /** Who sets the number when `value` is null. */
  givenBy: z.string().max(200).nullable(),
});
export type Target = z.infer<typeof target>;

/** The closed list of kinds of proof. The key is stored, the name is shown. */
export const proofNames = {
  'van-ban': 'Văn bản chỉ đạo, triển khai',
  'quyet-dinh': 'Quyết định',
  'nghi-quyet': 'Nghị quyết',
  'to-trinh': 'Tờ trình, phương án trình cấp có thẩm quyền',
  'bao-cao': 'Báo cáo',
  'bien-ban': 'Biên bản',
  'danh-sach': 'Danh sách',
  'so-lieu': 'Số liệu',
  anh: 'Hình ảnh',
  video: 'Video',
  'bai-viet': 'Tin, bài',
  'lich-phat-song': 'Lịch phát sóng',
  'duong-link': 'Đường link, ảnh chụp trang',
  'tuyen-truyen': 'Hoạt động tuyên truyền',
  'niem-yet': 'Niêm yết, công khai',
  'hoat-dong': 'Hoạt động: kiểm tra, tập huấn, hội nghị, đối thoại',
  khac: 'Tài liệu khác',
} as const;

export type ProofKind = keyof typeof proofNames;
export const proofKinds = Object.keys(proofNames) as ProofKind[];
export const proofKind = z.enum(proofKinds as [ProofKind, ...ProofKind[]]);

export type ReadResult = {
  readonly targets: readonly Target[];
  readonly proofs: readonly ProofKind[];
  /** Vietnamese sentences about what is odd or open. */
  readonly doubts: readonly string[];
};

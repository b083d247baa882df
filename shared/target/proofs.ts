/** Kinds of proof named in words. Patterns look at the plain key of the text: lower case, no accents. */
import { type ProofKind, proofKinds } from './target.ts';

/**
 * What names a kind and no deed: "được báo cáo UBND", "HĐND quyết định dự toán", "theo hướng dẫn", "phản ánh" are not proof.
 * Deeds asked of a share ("100% … được tập huấn") are measured by the share.
 */
const patterns: Readonly<Record<ProofKind, RegExp>> = {
  'van-ban':
    /\bvan ban\b|(?<!theo )(?<!dung )(?<!% )\b(?:ke hoach(?! su dung)|cong van|chuong trinh|huong dan)\b|\b(?:quy che|noi quy|quy trinh|thong bao|chi thi)\b/,
  'quyet-dinh': /(?<!\bra )(?<!hdnd )(?<!hdnd (?:xa|phuong|thi tran|huyen) )(?<!nhan dan )\bquyet dinh\b(?! du toan)/,
  'nghi-quyet': /\bnghi quyet\b/,
  'to-trinh': /\bto trinh\b|\bphuong an\b/,
  'bao-cao': /(?<!duoc )(?<!da )\bbao cao\b|\bbc\b/,
  'bien-ban': /\bbien ban\b/,
  'danh-sach': /\bdanh sach\b/,
  'so-lieu':
    /(?<!% )(?<!\d )\bso (?:lieu|luong|buoi|can bo|ho(?! so)|nguoi|luot|van ban|cuoc|lop|tin|vu|don|lan)\b|\bthuyet minh\b|\bdu toan\b|\bquyet toan\b|\bbieu mau\b|\bbang tong hop\b/,
  anh: /\bhinh anh\b|(?<!phan )\banh\b(?! huong)/,
  video: /\bvideos?\b|\bclip\b|\bphong su\b|\bbang hinh\b/,
  'bai-viet': /\bbai (?:viet|dang|tuyen truyen|dan|phat thanh)\b|\btin,? ?bai\b|\bban luu tin\b/,
  'lich-phat-song': /\blich (?:phat song|phat thanh|tiep song)\b/,
  'duong-link': /\blink\b|\bduong dan\b|\bdia chi (?:trang|website|bai)\b|\bchup (?:man hinh|bai|trang)\b/,
  'tuyen-truyen':
    /(?<!duoc )(?<!bai )\btuyen truyen\b|\bpano\b|\bap phich\b|\bto roi\b|\bkhau hieu\b|\bbang ron\b|\bdai (?:phat|truyen) thanh\b|\bphat song\b/,
  'niem-yet': /\bniem yet\b|(?<!duoc )(?<!phai )\bcong khai\b|\bcong bo\b/,
  'hoat-dong':
    /\btu kiem tra\b|(?<!bao cao )(?<!bien ban )(?<!ket qua )(?<!cuoc thanh tra, )\bkiem tra\b|\bra soat,|(?<!duoc )\btap huan\b|\bhoi nghi\b|\bdoi thoai\b|\btoa dam\b|\bcuoc thi\b|\bmo hinh\b|\btiep cong dan\b|\btrinh ky hop\b/,
  khac: /\btai lieu\b|\bminh chung khac\b/,
};

/** The kinds named, in the order of the closed list. */
export const proofsIn = (key: string): ProofKind[] => proofKinds.filter((kind) => patterns[kind].test(key));

/** A small but whole report bundle for tests: two tasks, a link, two files, keys that never change. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SigningKeys } from '../../../electron/bundles/seal.ts';
import type { WriteBundleInput } from '../../../electron/bundles/write-bundle.ts';
import type { ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import type { UnitCard } from '../../../shared/bundle/unit-card.ts';

/** Test keys, published on purpose: they sign nothing but what tests make (also the vectors of SPEC.md). */
export const sampleKeys: SigningKeys = {
  publicKey: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
  privateKey: {
    kty: 'OKP',
    crv: 'Ed25519',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  },
};

const unit = { id: 'nhu-quynh', kind: 'xa', name: 'Như Quỳnh', superiorName: 'tỉnh Hưng Yên' };

export const sampleCard: UnitCard = {
  format: { name: 'so-viec/the-don-vi', version: '1.0' },
  installationId: 'may-1',
  unit: { ...unit },
  signingKey: sampleKeys.publicKey,
  encryptionRecipient: null,
};

export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** Evidence of the sample: content by the name people gave it. */
export const sampleFiles = {
  'Ảnh họp thôn.jpg': Buffer.from('ảnh giả\n'.repeat(300)),
  'Biên bản (ký).pdf': Buffer.from('%PDF-1.7 biên bản\n'.repeat(20)),
};

const wordReport = Buffer.from('báo cáo quý I dạng Word');

export function sampleData(): ReportBundle {
  const evidence = Object.entries(sampleFiles).map(([fileName, content], index) => ({
    id: `mc-${index + 1}`,
    kind: 'file' as const,
    title: fileName.replace(/\.[^.]+$/, ''),
    fileName,
    mediaType: index === 0 ? 'image/jpeg' : 'application/pdf',
    sha256: sha256Of(content),
    bytes: content.byteLength,
    path: `data/minh-chung/tep-${index + 1}${index === 0 ? '.jpg' : '.pdf'}`,
    withheld: null,
    url: null,
    number: null,
    symbol: null,
    date: null,
    excerpt: null,
  }));
  const link = { ...evidence[0]!, id: 'mc-3', kind: 'link' as const, title: 'Trang thông tin điện tử', path: null };
  const row = {
    groupId: 'nhom-1',
    no: '1',
    area: 'Công khai, minh bạch',
    component: 'Tiếp cận thông tin',
    text: 'Niêm yết danh sách hộ nghèo',
    results: ['100% thôn niêm yết'],
    lead: 'Văn hóa - Xã hội',
    executors: ['Các thôn'],
    time: 'Quý I',
    measure: 'thôn',
    obstacle: '',
    proposal: '',
    revision: 3,
  };
  return {
    format: { name: 'so-viec/goi', version: '1.0' },
    bundle: {
      id: 'goi-1',
      kind: 'report',
      purpose: 'new',
      replaces: null,
      sequence: 1,
      previous: null,
      createdAt: '2024-03-15T01:30:00.000Z',
    },
    sender: { installationId: 'may-1', unit: { ...unit } },
    receiver: { name: 'UBND tỉnh Hưng Yên' },
    plan: {
      id: 'kh-1',
      year: 2024,
      number: '45/KH-UBND',
      date: '2024-01-22',
      title: 'Kế hoạch nâng cao Chỉ số PAPI năm 2024',
      areas: [{ no: 'I', name: 'Công khai, minh bạch', components: ['Tiếp cận thông tin'] }],
    },
    window: { key: '2024-Q1', label: 'Quý I/2024', from: '2023-12-15', to: '2024-03-14', due: '2024-03-20' },
    report: {
      id: 'bc-1',
      version: 1,
      number: '',
      date: '',
      title: 'Báo cáo kết quả thực hiện quý I năm 2024',
      sections: [{ heading: 'I. Kết quả', text: 'Đã niêm yết 8/8 thôn.\nKhông có khó khăn.' }],
      docx: { path: 'data/bao-cao.docx', sha256: sha256Of(wordReport), bytes: wordReport.byteLength },
    },
    rows: [
      {
        ...row,
        taskId: 'nv-1',
        state: 'xong',
        doneText: 'Đã niêm yết.',
        numerator: 8,
        denominator: 8,
        evidenceIds: ['mc-1', 'mc-2'],
      },
      {
        ...row,
        taskId: 'nv-2',
        no: '',
        text: 'Đăng tải lên trang <b>thông tin</b>',
        state: null,
        doneText: '',
        numerator: null,
        denominator: null,
        evidenceIds: ['mc-3'],
      },
    ],
    evidence: [
      ...evidence,
      { ...link, fileName: null, mediaType: null, sha256: null, bytes: null, url: 'https://xa.example/' },
    ],
  };
}

export type Workplace = { root: string; store: string; out: string; staging: string; remove: () => void };

/** Three empty folders under the system's temporary folder. */
export function makeWorkplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'so-viec-goi-'));
  const [store, out, staging] = ['kho', 'usb', 'tam'].map((name) => join(root, name)) as [string, string, string];
  for (const folder of [store, out, staging]) mkdirSync(folder);
  return { root, store, out, staging, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Puts the sample's evidence into the store and returns all that is needed to write the bundle. */
export function sampleInput(place: Workplace, data = sampleData()): WriteBundleInput & { data: ReportBundle } {
  const files = data.evidence.flatMap(({ path, sha256, bytes, fileName }) => {
    const content = sampleFiles[fileName as keyof typeof sampleFiles];
    if (path === null || sha256 === null || bytes === null || content === undefined) return [];
    const source = join(place.store, sha256);
    writeFileSync(source, content);
    return [{ path, source, sha256, bytes }];
  });
  return {
    folder: place.out,
    fileName: 'Bao-cao_2024-Q1_xa-nhu-quynh.zip',
    data,
    files,
    documents: [{ path: 'data/bao-cao.docx', content: wordReport }],
    keys: sampleKeys,
    card: structuredClone(sampleCard),
  };
}

/** Who the sample's seal names. */
export const sampleSigner = {
  unitId: 'nhu-quynh',
  unitName: 'xã Như Quỳnh',
  fingerprint: '2928 0615 1055 8581 6376 5799',
};

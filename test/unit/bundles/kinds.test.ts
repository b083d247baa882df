/** SPEC BN31, BN33, BN70 to BN76, BN80 to BN84: recall, verdict and plan go the same way as a report; each kind's own rules. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBundle } from '../../../electron/bundles/read-bundle.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { canonicalJson } from '../../../shared/bundle/canonical.ts';
import { bundleFileName } from '../../../shared/bundle/file-name.ts';
import { type AnyBundle, faultsOf, readKind, withKind } from '../../../shared/bundle/kinds.ts';
import { fromPlanBlock, toPlanBlock } from '../../../shared/bundle/plan-blocks.ts';
import { planRegime } from '../../../shared/bundle/plan-v1.ts';
import { regime } from '../../../shared/period/regime.ts';
import { regimes } from '../../../shared/period/regimes.ts';
import { makeWorkplace, sampleCard, sampleKeys, sampleSigner, sha256Of, type Workplace } from './bundle-sample.ts';
import { forge } from './forge.ts';
import { planSample, recallSample, verdictSample } from './kind-samples.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

const samples = { recall: recallSample, verdict: verdictSample, plan: planSample };

const input = (data: AnyBundle) => ({
  folder: place.out,
  fileName: bundleFileName(data),
  data,
  files: [],
  documents: [],
  keys: sampleKeys,
  card: structuredClone(sampleCard),
});

const faultOf = (data: AnyBundle): string | undefined => {
  const { found, fault } = readKind(data.bundle.kind, data);
  return found ? faultsOf(found).map(({ code, id }) => `${code} ${id}`)[0] : `schema ${fault}`;
};

describe('BN31: one way for every kind', () => {
  test.each(Object.entries(samples))('%s: written, verified, received with its data as sent', async (kind, sample) => {
    const data = sample();
    const written = await writeBundle(input(data));
    if (!written.ok) throw new Error(written.error.message);
    expect(await verifyBundle(written.value.path)).toEqual({
      ok: true,
      complete: true,
      valid: true,
      signedBy: sampleSigner,
      errors: [],
    });
    const got = await readBundle({ path: written.value.path, stagingFolder: place.staging });
    expect(got.bundle).toMatchObject({ kind, contentDigest: written.value.contentDigest, files: [] });
    expect(got.bundle?.text).toBe(canonicalJson(data));
    expect(got.bundle?.data).toEqual(data);
  });

  test('names of files', () => {
    expect(Object.values(samples).map((sample) => bundleFileName(sample()))).toEqual([
      'thu-hoi-2024-q1-xa-nhu-quynh-so-2.zip',
      'tra-loi-2024-q1-xa-a-so-2.zip',
      'ke-hoach-2025-xa-nhu-quynh-so-2.zip',
    ]);
  });

  test.each(Object.entries(samples))('%s: a newer minor version keeps fields nobody here knows', (_, sample) => {
    const data = sample();
    const newer = {
      ...data,
      format: { ...data.format, version: '1.7' },
      mới: [1],
      bundle: { ...data.bundle, thêm: true },
    };
    const { found } = readKind(data.bundle.kind, newer);
    expect(found?.data).toEqual(newer);
  });

  test.each([
    ['kind', { bundle: { kind: 'ban-giao' } }],
    ['kind', { bundle: { kind: 'constructor' } }],
    ['major version', { format: { name: 'so-viec/goi', version: '2.0' } }],
  ])('an unknown %s is refused in its own words', async (_, change) => {
    const path = await forge(place, {
      edit: (files) => {
        const data = JSON.parse(String(files.get('data/bao-cao.json')));
        files.set('data/bao-cao.json', Buffer.from(canonicalJson({ ...data, ...change })));
      },
    });
    const got = await readBundle({ path, stagingFolder: place.staging });
    expect(got).toMatchObject({ ok: false, bundle: null, errors: [{ code: 'goi-moi' }] });
  });

  test('BN37, BN84: files of a plan must be in the bundle as promised', async () => {
    const content = Buffer.from('%PDF kế hoạch');
    const file = { path: 'data/ke-hoach.pdf', sha256: sha256Of(content), bytes: content.length };
    const data = planSample();
    data.plan.files.push({ ...file, title: 'Bản ký', mediaType: 'application/pdf' });
    await expect(writeBundle(input(data))).rejects.toThrow('promise');
    const source = join(place.store, 'kh.pdf');
    writeFileSync(source, content);
    const written = await writeBundle({ ...input(data), files: [{ ...file, source }] });
    if (!written.ok) throw new Error(written.error.message);
    const got = await readBundle({ path: written.value.path, stagingFolder: place.staging });
    expect(got.bundle?.files).toMatchObject([file]);
  });
});

describe('BN70, BN71: a recall', () => {
  test('names what it withdraws, says why, and has no rows', () => {
    expect(faultOf(recallSample())).toBeUndefined();
    const data = recallSample();
    expect(faultOf({ ...data, recall: { ...data.recall, reason: ' \n' } })).toBe('schema recall.reason');
    const { replaces: _, ...bundle } = data.bundle;
    expect(readKind('recall', { ...data, bundle }).fault).toBe('bundle.replaces');
    expect(readKind('recall', { ...data, bundle: { ...data.bundle, purpose: 'new' } }).fault).toBe('bundle.purpose');
  });
});

describe('BN73 to BN76: a verdict', () => {
  const edited = (edit: (data: ReturnType<typeof verdictSample>) => void) => {
    const data = verdictSample();
    edit(data);
    return faultOf(data);
  };

  test('a row once; words where something is returned or remarked; nothing returned in what is accepted', () => {
    expect(faultOf(verdictSample())).toBeUndefined();
    expect(edited(({ rows }) => rows.push({ ...rows[0]! }))).toBe('trung-ma nv-1');
    expect(edited(({ rows }) => Object.assign(rows[1]!, { words: ' ' }))).toBe('tra-loi-sai nv-2');
    expect(edited(({ rows }) => Object.assign(rows[2]!, { words: '' }))).toBe('tra-loi-sai nv-3');
    expect(edited(({ whole }) => Object.assign(whole, { verdict: 'chap-nhan' }))).toBe('tra-loi-sai nv-2');
    expect(edited((data) => Object.assign(data.whole, { words: '' }))).toBeUndefined();
    expect(edited((data) => Object.assign(data, { rows: [], whole: { ...data.whole, words: '' } }))).toBe(
      'tra-loi-sai bc-1',
    );
    expect(
      edited((data) => Object.assign(data, { rows: [], whole: { ...data.whole, verdict: 'nhan', words: '' } })),
    ).toBe(undefined);
    expect(edited(({ bundle }) => Object.assign(bundle, { purpose: 'replacement' }))).toBe('thieu-dan-chieu tl-1');
    expect(edited(({ bundle }) => Object.assign(bundle, { purpose: 'recall' }))).toBe('schema bundle.purpose');
    expect(edited(({ answers }) => Object.assign(answers, { contentDigest: 'x' }))).toBe(
      'schema answers.contentDigest',
    );
  });
});

describe('BN80, BN83: a plan', () => {
  const edited = (edit: (data: ReturnType<typeof planSample>) => void) => {
    const data = planSample();
    edit(data);
    return faultOf(data);
  };

  test('ids once in the whole plan, parents first, components of the own area', () => {
    expect(faultOf(planSample())).toBeUndefined();
    expect(edited(({ plan }) => Object.assign(plan.areas[0]!.groups[0]!.tasks[0]!, { id: 'c1' }))).toBe('trung-ma c1');
    expect(edited(({ plan }) => plan.sections.reverse())).toBe('thieu-dan-chieu s1');
    expect(edited(({ plan }) => Object.assign(plan.areas[0]!.groups[0]!, { componentIds: ['c9'] }))).toBe(
      'thieu-dan-chieu c9',
    );
    expect(edited(({ regimes: carried }) => carried.push({ ...carried[0]! }))).toBe(`trung-ma ${regimes[0]!.id}`);
    expect(edited(({ bundle }) => Object.assign(bundle, { replaces: 'kh-goi-0' }))).toBe('thieu-dan-chieu kh-goi-1');
  });

  test('every regime of the program travels and comes back the same', () => {
    for (const one of regimes) {
      const carried = planRegime.parse(JSON.parse(JSON.stringify(one)));
      expect(regime.parse(carried)).toEqual(one);
    }
  });

  test('BN82: rich blocks come back as they were; an unknown one as its words', () => {
    const table = {
      type: 'table' as const,
      columns: [{ share: 100, align: 'left' as const }],
      headerRows: 0,
      rows: [[{ paragraphs: [[{ text: 'ô' }]] }]],
    };
    for (const block of ['chữ', { type: 'rich' as const, runs: [{ text: 'đậm', bold: true }] }])
      expect(fromPlanBlock(toPlanBlock(block))).toEqual(block);
    const carried = toPlanBlock(table as never);
    expect(carried).toMatchObject({ type: 'table', text: 'ô' });
    expect(fromPlanBlock(carried)).toMatchObject({ type: 'table', rows: [[{ paragraphs: [[{ text: 'ô' }]] }]] });
    expect(fromPlanBlock({ type: 'hinh', text: 'sơ đồ' })).toBe('sơ đồ');
    expect(fromPlanBlock({ type: 'table', text: 'bảng hỏng', rows: 7 })).toBe('bảng hỏng');
  });

  test('the kind of typed data', () => {
    expect(withKind(planSample()).kind).toBe('plan');
  });
});

/** SPEC BN5, BN30 to BN38: canonical JSON, the frozen schema, agreement of the parts, names. */
import { describe, expect, test } from 'vitest';
import { readBundleData } from '../../../electron/bundles/bundle-data.ts';
import { canonicalJson, parseCanonicalJson } from '../../../shared/bundle/canonical.ts';
import { bundleFileName } from '../../../shared/bundle/file-name.ts';
import { plainText, type ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import { pathFault, readableFileName, sameFileKey } from '../../../shared/bundle/paths.ts';
import { sampleData } from './bundle-sample.ts';

describe('BN30: canonical JSON', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [null, true, 'ế"\\\n\u0007'] }, '{"a":[null,true,"ế\\"\\\\\\n\\u0007"],"b":1}'],
    [{ '€': 1, '\r': 2, '1': 3, é: 4, '😀': 5, '': 6 }, '{"":6,"\\r":2,"1":3,"é":4,"€":1,"😀":5}'],
    [[1e21, 0.000001, 1e-7, -0, 100, 4.5], '[1e+21,0.000001,1e-7,0,100,4.5]'],
    [{ z: {}, y: [] }, '{"y":[],"z":{}}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(parseCanonicalJson(text)).toMatchObject({ ok: true });
  });

  test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, '\uD800', { a: undefined }, () => 1])(
    '%s cannot be said',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  test.each([
    ['a key twice', '{"a":1,"a":1}', 'not-canonical'],
    ['keys in another order', '{"b":1,"a":2}', 'not-canonical'],
    ['white space', '{"a": 1}', 'not-canonical'],
    ['a line end after', '{}\n', 'not-canonical'],
    ['an escape that is not needed', '"\\u0061"', 'not-canonical'],
    ['another spelling of a number', '[1.0]', 'not-canonical'],
    ['minus zero', '[-0]', 'not-canonical'],
    ['a number beyond 2^53', '[9007199254740993]', 'not-canonical'],
    ['a number that is infinite', '[1e999]', 'not-canonical'],
    ['half a surrogate pair', '"\\ud800"', 'not-canonical'],
    ['a byte-order mark', '\uFEFF{}', 'not-json'],
    ['nothing', '', 'not-json'],
    ['half', '{"a":', 'not-json'],
    ['two values', '{}{}', 'not-json'],
    ['a comment', '{}//', 'not-json'],
    ['__proto__', '{"__proto__":{"admin":true}}', 'forbidden-key'],
    ['__proto__ deep inside', '[{"a":{"__proto__":1}}]', 'forbidden-key'],
    ['100,000 levels', '['.repeat(100_000), 'too-deep'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'too-deep'],
  ])('%s is refused', (_, text, fault) => {
    expect(parseCanonicalJson(text)).toEqual({ ok: false, error: fault });
  });

  test('32 levels and brackets inside texts are fine', () => {
    expect(parseCanonicalJson(`${'['.repeat(32)}${']'.repeat(32)}`).ok).toBe(true);
    expect(parseCanonicalJson(`"\\"${'['.repeat(99)}"`).ok).toBe(true);
  });
});

const bytesOf = (data: unknown): Buffer => Buffer.from(canonicalJson(data));

function verdict(edit: (data: ReportBundle) => unknown): string {
  const data = sampleData();
  const edited = edit(data) ?? data;
  const read = readBundleData(bytesOf(edited));
  return read.ok ? 'ok' : `${read.error.code} ${read.error.path}`;
}

/** An edit that puts a value at a place such as `rows.0.state`. */
const at = (path: string, value: unknown) => (data: ReportBundle) => {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const holder = parts.reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, data);
  holder[last] = value;
};

describe('BN30 to BN38: the data', () => {
  test('good data are read as they are', () => {
    const read = readBundleData(bytesOf(sampleData()));
    expect(read).toEqual({
      ok: true,
      value: { kind: 'report', data: sampleData(), text: canonicalJson(sampleData()), newerMinor: false },
    });
  });

  test('BN31: a newer minor version is read, and what it added survives', () => {
    const data = sampleData();
    data.format.version = '1.7';
    data.futureField = { a: 1 };
    data.rows[0]!.futureRowField = 'x';
    const read = readBundleData(bytesOf(data));
    expect(read.ok && read.value.newerMinor).toBe(true);
    expect(read.ok && bytesOf(read.value.data).equals(bytesOf(data))).toBe(true);
  });

  test.each<[string, (data: ReportBundle) => unknown, string]>([
    ['BN31: newer major version', (data) => ({ ...data, format: { ...data.format, version: '2.0' } }), 'goi-moi 2.0'],
    [
      'BN31: a kind of a later program',
      (data) => ({ ...data, bundle: { ...data.bundle, kind: 'ban-giao' } }),
      'goi-moi 1.0',
    ],
    [
      'BN31: another format',
      (data) => ({ ...data, format: { ...data.format, name: 'khác' } }),
      'du-lieu-hong format.name',
    ],
    [
      'BN31: version 0',
      (data) => ({ ...data, format: { ...data.format, version: '0.9' } }),
      'du-lieu-hong format.version',
    ],
    ['not an object', () => [], 'du-lieu-hong '],
    ['BN30: a field is missing', (data) => omit(data, 'rows'), 'du-lieu-hong rows'],
    ['BN32: sequence 0', at('bundle.sequence', 0), 'du-lieu-hong bundle.sequence'],
    ['BN32: previous is no digest', at('bundle.previous', 'x'), 'du-lieu-hong bundle.previous'],
    ['BN33: new that replaces', at('bundle.replaces', 'goi-0'), 'du-lieu-lech goi-1'],
    ['BN33: replacement of nothing', at('bundle.purpose', 'replacement'), 'du-lieu-lech goi-1'],
    ['BN34: NUL in a text', at('rows.0.doneText', 'a\0b'), 'du-lieu-hong rows.0.doneText'],
    ['BN34: carriage return', at('rows.0.doneText', 'a\r\nb'), 'du-lieu-hong rows.0.doneText'],
    ['BN34: a date not in the calendar', at('window.to', '2023-02-29'), 'du-lieu-hong window.to'],
    ['BN34: a time that is no time', at('bundle.createdAt', 'hôm qua'), 'du-lieu-hong bundle.createdAt'],
    ['BN34: a text too long', at('rows.1.obstacle', 'x'.repeat(20_001)), 'du-lieu-hong rows.1.obstacle'],
    ['BN35: an unknown state', at('rows.0.state', 'gần xong'), 'du-lieu-hong rows.0.state'],
    ['BN35: an infinite figure', at('rows.0.numerator', 1e16), 'du-lieu-hong rows.0.numerator'],
    ['BN36: a row twice', at('rows.1.taskId', 'nv-1'), 'du-lieu-lech nv-1'],
    ['BN36: evidence twice', at('evidence.1.id', 'mc-1'), 'du-lieu-lech mc-1, mc-2'],
    [
      'BN36: evidence that is not there',
      (data) => void data.rows[0]!.evidenceIds.push('x1', 'x2', 'x3', 'x4'),
      'du-lieu-lech x1, x2, x3',
    ],
    ['BN37: a file without bytes and without a reason', at('evidence.0.path', null), 'du-lieu-lech mc-1'],
    ['BN37: withheld and still there', at('evidence.0.withheld', 'size'), 'du-lieu-lech mc-1'],
    ['BN37: a link with a path', at('evidence.2.path', 'data/x'), 'du-lieu-lech mc-3'],
    ['BN37: a path outside the payload', at('evidence.0.path', 'bagit.txt'), 'du-lieu-hong evidence.0.path'],
    ['BN5: a path that leaves', at('evidence.0.path', 'data/../../x'), 'du-lieu-hong evidence.0.path'],
    ['BN37: an id that is a path', at('evidence.0.id', '../x'), 'du-lieu-hong evidence.0.id'],
  ])('%s', (_, edit, expected) => {
    expect(verdict(edit)).toBe(expected);
  });

  test('BN37: a file that stays at the sender, with the reason', () => {
    const kept = verdict((data) => {
      data.evidence[0]!.path = null;
      data.evidence[0]!.withheld = 'sensitive';
    });
    expect(kept).toBe('ok');
  });

  test('bytes that are not UTF-8, and the limit of rows', () => {
    expect(readBundleData(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({
      ok: false,
      error: { code: 'du-lieu-hong' },
    });
    const row = sampleData().rows[1]!;
    const rows = Array.from({ length: 20_001 }, (_, index) => ({ ...row, taskId: `nv-${index}` }));
    expect(verdict((data) => ({ ...data, rows }))).toBe('du-lieu-hong rows');
  });

  test('plainText makes any text acceptable', () => {
    const text = plainText('Ti\u1EBFng\r\nVi\u1EC7t\u0007\uD800 \t'.normalize('NFD'));
    expect(text).toBe('Tiếng\nViệt \t'.normalize('NFC'));
    expect(verdict(at('rows.0.doneText', text))).toBe('ok');
  });
});

const omit = (data: ReportBundle, key: keyof ReportBundle) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));

describe('names', () => {
  test('readable, ASCII, never the same twice, never a Windows device', () => {
    const taken = new Set<string>();
    const names = [
      'Ảnh tuyên truyền (1).JPG',
      'ảnh tuyên-truyền 1.jpg',
      'Đơn.thư',
      '…',
      'CON.txt',
      'không đuôi',
      `${'x'.repeat(300)}.pdf`,
    ];
    expect(names.map((name) => readableFileName(name, taken))).toEqual([
      'anh-tuyen-truyen-1.jpg',
      'anh-tuyen-truyen-1-2.jpg',
      'don.thu',
      'tep',
      'tep-con.txt',
      'khong-duoi',
      `${'x'.repeat(60)}.pdf`,
    ]);
    for (const name of taken) expect(pathFault(name)).toBeNull();
  });

  test('the name of a bundle says window, unit and number', () => {
    const data = sampleData();
    expect(bundleFileName(data)).toBe('bao-cao-2024-q1-xa-nhu-quynh-so-1.zip');
  });

  test('BN6: what one system takes for the same file', () => {
    expect(sameFileKey('Data/Ế. .txt. ')).toBe(sameFileKey('data/ế. .TXT'.normalize('NFD')));
    expect(sameFileKey('a/b')).not.toBe(sameFileKey('a/b2'));
  });
});

/** SPEC BN90 to BN97: receipt codes, their check signs by exhaustion, and what they prove. */
import { randomBytes } from 'node:crypto';
import { bech32 } from '@scure/base';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEncryptionKeys, type EncryptionKeys } from '../../../electron/bundles/encryption/locks.ts';
import { checkCode, recogniseReceipt, signedReceipt } from '../../../electron/bundles/receipt.ts';
import { createKeys, type SigningKeys } from '../../../electron/bundles/seal.ts';
import {
  codeAlphabet,
  codeFaultWords,
  codeOf,
  codeSigns,
  codeSpace,
  groupedCode,
  parseCode,
} from '../../../shared/bundle/receipt-code.ts';
import { sampleKeys } from './bundle-sample.ts';

const contents = fc.bigInt({ min: 0n, max: codeSpace - 1n });

describe('BN90 to BN93: the form of a code', () => {
  test('29 signs, none that is confused by ear or eye with another', () => {
    expect(new Set(codeAlphabet).size).toBe(29);
    expect(codeAlphabet).not.toMatch(/[01OIL8B]/);
  });

  test('every content has a code that is read again, however it is typed', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const code = codeOf(content);
        expect(code).toMatch(/^[2-79AC-HJKMNP-Z]{16}$/);
        for (const typed of [code, groupedCode(code), ` ${code.toLowerCase().replace(/(..)/g, '$1 ')}`])
          expect(parseCode(typed)).toEqual({ ok: true, value: code });
      }),
      { seed: 7, numRuns: 500 },
    );
    expect(() => codeOf(codeSpace)).toThrow();
    expect(groupedCode('2222333344445555')).toBe('2222-3333-4444-5555');
  });

  test('every single wrong sign and every two signs swapped, at every place: noticed', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const code = codeOf(content);
        for (let place = 0; place < codeSigns; place++) {
          for (const sign of codeAlphabet)
            if (sign !== code[place])
              expect(parseCode(code.slice(0, place) + sign + code.slice(place + 1)).ok).toBe(false);
          for (let other = place + 1; other < codeSigns; other++) {
            const signs = [...code];
            [signs[place], signs[other]] = [signs[other] as string, signs[place] as string];
            if (signs.join('') !== code) expect(parseCode(signs.join('')).ok).toBe(false);
          }
        }
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  test('any two wrong signs: noticed, for every pair of places and every pair of signs', () => {
    // The code is linear, so what holds around one code word holds around all of them.
    const code = [...codeOf(0n)];
    let slipped = 0;
    for (let place = 0; place < codeSigns; place++)
      for (let other = place + 1; other < codeSigns; other++)
        for (const sign of codeAlphabet)
          for (const second of codeAlphabet) {
            const signs = [...code];
            [signs[place], signs[other]] = [sign, second];
            if (signs.join('') !== code.join('') && parseCode(signs.join('')).ok) slipped++;
          }
    expect(slipped).toBe(0);
  });

  test('too short, too long, a sign no code has: each in its own words', () => {
    const code = codeOf(12_345n);
    const fault = (typed: string) => {
      const answer = parseCode(typed);
      if (answer.ok) throw new Error('a code');
      expect(codeFaultWords(answer.error)).toMatch(/^\p{Lu}.*\.$/u);
      return answer.error;
    };
    expect(fault(code.slice(1))).toEqual({ code: 'thieu-ky-tu' });
    expect(fault('')).toEqual({ code: 'thieu-ky-tu' });
    expect(fault(`${code}2`)).toEqual({ code: 'thua-ky-tu' });
    for (const sign of ['0', 'O', '1', 'I', 'L', '8', 'B', 'Đ', '😀'])
      expect(fault(code.slice(0, 3) + sign + code.slice(4))).toEqual({ code: 'ky-tu-la', sign });
  });
});

describe('BN94 to BN97: what a code commits to', () => {
  let commune: { encryption: EncryptionKeys; signing: SigningKeys };
  let superior: { encryption: EncryptionKeys; signing: SigningKeys };
  const digest = 'ab'.repeat(32);
  beforeAll(async () => {
    commune = { encryption: await createEncryptionKeys(), signing: await createKeys() };
    superior = { encryption: await createEncryptionKeys(), signing: await createKeys() };
  });

  const atSuperior = (contentDigest = digest) =>
    signedReceipt({
      contentDigest,
      ownIdentity: superior.encryption.identity,
      otherRecipient: commune.encryption.recipient,
      receiverKey: superior.signing.publicKey,
      senderKey: commune.signing.publicKey,
    }) ?? '';

  const question = (typed: string, sent = ['00'.repeat(32), digest]) => ({
    typed,
    sent,
    receivers: [
      { signingKey: superior.signing.publicKey, encryptionRecipient: null },
      { signingKey: superior.signing.publicKey, encryptionRecipient: superior.encryption.recipient },
    ],
    own: { identity: commune.encryption.identity, signingKey: commune.signing.publicKey },
  });

  test('read out by the superior, recognised by the commune: exactly that bundle, from that superior', () => {
    const answer = recogniseReceipt(question(groupedCode(atSuperior()).toLowerCase()));
    expect(answer).toEqual({
      ok: true,
      value: {
        contentDigest: digest,
        receiver: { signingKey: superior.signing.publicKey, encryptionRecipient: superior.encryption.recipient },
      },
    });
  });

  test('another content, another superior, another sender, a typing error: refused in words', async () => {
    const stranger = { encryption: await createEncryptionKeys(), signing: await createKeys() };
    const byStranger = signedReceipt({
      contentDigest: digest,
      ownIdentity: stranger.encryption.identity,
      otherRecipient: commune.encryption.recipient,
      receiverKey: superior.signing.publicKey,
      senderKey: commune.signing.publicKey,
    });
    for (const typed of [atSuperior('cd'.repeat(32)), byStranger ?? '', codeOf(5n)])
      expect(recogniseReceipt(question(typed))).toMatchObject({ ok: false, error: { code: 'khong-khop' } });
    expect(
      recogniseReceipt({
        ...question(atSuperior()),
        own: { ...question('').own, signingKey: stranger.signing.publicKey },
      }).ok,
    ).toBe(false);
    const wrong = atSuperior().replace(/^./, (sign) => (sign === '2' ? '3' : '2'));
    expect(recogniseReceipt(question(wrong))).toMatchObject({ ok: false, error: { code: 'go-sai' } });
  });

  test('BN96: without the other card only the check code fits, and it names nobody', () => {
    const answer = recogniseReceipt({ ...question(checkCode(digest)), receivers: [] });
    expect(answer).toEqual({ ok: true, value: { contentDigest: digest, receiver: null } });
    expect(recogniseReceipt({ ...question(atSuperior()), receivers: [] })).toMatchObject({
      error: { code: 'khong-khop' },
    });
  });

  test('a key that gives no secret makes no code', () => {
    const input = {
      contentDigest: digest,
      ownIdentity: superior.encryption.identity,
      receiverKey: superior.signing.publicKey,
      senderKey: commune.signing.publicKey,
    };
    const zero = bech32.encodeFromBytes('age', new Uint8Array(32));
    for (const otherRecipient of [zero, 'age1xyz', bech32.encodeFromBytes('agf', randomBytes(32))])
      expect(signedReceipt({ ...input, otherRecipient })).toBeNull();
  });

  test('the vectors of SPEC.md', () => {
    expect([0n, 1n, 123_456_789_012_345_678_901n % codeSpace, codeSpace - 1n].map(codeOf)).toEqual([
      '2222222222222222',
      '22222222222223HK',
      'G2XZNDM37DWMEQPS',
      'ZZZZZZZZZZZZZZXN',
    ]);
    const sender = {
      identity: 'AGE-SECRET-KEY-1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZ9K4CN',
      recipient: 'age15nsf9y4k28p83wth93tf7hafhvfajp45d2mge80ems45gz0c5gys3me64l',
    };
    const receiver = {
      identity: 'AGE-SECRET-KEY-1QGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQ0N3JDM',
      recipient: 'age1e6xn45wvkce7c7msc9upffw8dmxs9959q5xng369hgzcwrjc04vszex59m',
    };
    const common = {
      contentDigest: '5880cc8df28795df6cb1e7dec7982de5cd48a9d49d3a49341ce23388a81fe54c',
      senderKey: sampleKeys.publicKey,
      receiverKey: { ...sampleKeys.publicKey, x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw' },
    };
    const codes = [
      signedReceipt({ ...common, ownIdentity: receiver.identity, otherRecipient: sender.recipient }),
      signedReceipt({ ...common, ownIdentity: sender.identity, otherRecipient: receiver.recipient }),
      checkCode(common.contentDigest),
    ];
    expect(codes).toEqual(['4TKVSEZZHUXMRHU9', '4TKVSEZZHUXMRHU9', 'XPCUDGGHA9SVSX29']);
  });
});

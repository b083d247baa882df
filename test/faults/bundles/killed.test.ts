/** SPEC BN43 to BN46, BN103: the writing process killed for real at each kind of step, open, locked and in parts. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createEncryptionKeys } from '../../../electron/bundles/encryption/locks.ts';
import { joinFiles } from '../../../electron/bundles/parts/join-files.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { makeWorkplace, sampleInput, sha256Of } from '../../unit/bundles/bundle-sample.ts';
import { exportOnce, toCut, type Way, watchedDisk } from './killed-writer.ts';

const program = fileURLToPath(new URL('./killed-writer.ts', import.meta.url));

/** First and last call of each kind, so the first byte, the sync, the reading back, the naming and the sync of the folder. */
function moments(calls: readonly string[]): number[] {
  const kinds = [...new Set(calls)];
  return [...new Set(kinds.flatMap((kind) => [calls.indexOf(kind), calls.lastIndexOf(kind)]))].sort((a, b) => a - b);
}

test.each<Way>(['open', 'locked', 'parts'])(
  'killed at every kind of step, %s: no half file under a final name, the source unharmed, the next try works',
  async (way) => {
    const place = makeWorkplace();
    try {
      sampleInput(place);
      const { recipient, identity } = await createEncryptionKeys();
      const content = randomBytes(70_000);
      writeFileSync(join(place.root, toCut), content);
      const store = () => readdirSync(place.store).map((name) => sha256Of(readFileSync(join(place.store, name))));
      const before = store();
      const calls: string[] = [];
      expect(
        await exportOnce(
          place,
          way,
          recipient,
          watchedDisk(place, (call) => void calls.push(call)),
        ),
      ).toBe(true);
      const finished = () => readdirSync(place.out).filter((name) => !name.endsWith('.dang-ghi'));
      const clear = () => {
        for (const name of readdirSync(place.out)) rmSync(join(place.out, name));
      };
      const good = async () => {
        const paths = finished().map((name) => join(place.out, name));
        if (way !== 'parts') {
          for (const path of paths)
            expect(await verifyBundle(path, { keys: { identities: [identity] } })).toMatchObject({ ok: true });
          return paths.length > 0;
        }
        const { sets, refused } = await joinFiles({ paths, folder: place.staging });
        expect(refused).toEqual([]);
        const joined = sets.flatMap((set) => (set.joined ? [set.joined.path] : []));
        for (const path of joined) expect(readFileSync(path).equals(content)).toBe(true);
        for (const name of readdirSync(place.staging)) rmSync(join(place.staging, name));
        return joined.length > 0;
      };
      expect(await good()).toBe(true);
      clear();
      const chosen = moments(calls);
      expect(chosen.length).toBeGreaterThan(8);
      for (const at of chosen) {
        const { signal } = spawnSync(process.execPath, [program, JSON.stringify(place), way, recipient, String(at)]);
        expect(signal, `call ${at}, ${calls[at]}`).toBe('SIGKILL');
        await good();
        expect(store()).toEqual(before);
        expect(readFileSync(join(place.root, toCut)).equals(content)).toBe(true);
        expect(
          await exportOnce(
            place,
            way,
            recipient,
            watchedDisk(place, () => undefined),
          ),
        ).toBe(true);
        expect(await good(), `after call ${at}, ${calls[at]}`).toBe(true);
        clear();
      }
    } finally {
      place.remove();
    }
  },
);

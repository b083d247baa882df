/** One step of the bundle bench in a process of its own, so that its memory can be told: `node bundle-run.ts STEP JSON`. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { readBundle } from '../../electron/bundles/read-bundle.ts';
import { verifyBundle } from '../../electron/bundles/verify.ts';
import { type WriteBundleInput, writeBundle } from '../../electron/bundles/write-bundle.ts';
import { WrongAnswer } from './measure.ts';

export type StepResult = { ms: number; memoryMb: number; answer: unknown };

type Given = {
  input: WriteBundleInput;
  path: string;
  staging: string;
  identity: string;
  target: string;
  /** A file with the input as JSON: too long for a command line. */
  inputFile: string;
};

const steps: Record<string, (given: Given) => Promise<unknown>> = {
  export: async ({ input }) => {
    const written = await writeBundle(input);
    if (!written.ok) throw new WrongAnswer(written.error.message);
    return written.value;
  },
  verify: async ({ path, identity }) => {
    const seen = await verifyBundle(path, { keys: { identities: [identity] } });
    if (!seen.ok) throw new WrongAnswer(seen.errors.map(({ message }) => message).join(' '));
    return seen.signedBy?.unitId;
  },
  receive: async ({ path, staging, identity }) => {
    const got = await readBundle({ path, stagingFolder: staging, keys: { identities: [identity] } });
    if (!got.ok) throw new WrongAnswer(got.errors.map(({ message }) => message).join(' '));
    return got.bundle?.files.length;
  },
  /** The floor of encrypting: the same bytes through the bare cipher into one synced file, and read back once through SHA-256. */
  cipher: async ({ input, target }) => {
    const cipher = createCipheriv('chacha20', randomBytes(32), Buffer.alloc(16));
    const fd = openSync(target, 'w');
    for (const { source } of input.files) writeSync(fd, cipher.update(readFileSync(source)));
    fsyncSync(fd);
    closeSync(fd);
    const digest = createHash('sha256');
    const buffer = Buffer.alloc(1024 * 1024);
    const back = openSync(target, 'r');
    for (let got = readSync(back, buffer); got > 0; got = readSync(back, buffer))
      digest.update(buffer.subarray(0, got));
    closeSync(back);
    digest.digest('hex');
    return statSync(target).size;
  },
};

const [step = '', json = '{}'] = process.argv.slice(2);
const given = JSON.parse(json) as Given;
if (given.inputFile) given.input = JSON.parse(readFileSync(given.inputFile, 'utf8'));
const work = steps[step];
if (work) {
  const started = performance.now();
  const answer = await work(given);
  const ms = performance.now() - started;
  console.log(JSON.stringify({ ms, memoryMb: process.resourceUsage().maxRSS / 1024, answer } satisfies StepResult));
}

/** The real file calls, one of which fails: the Nth, once or from then on. */
import { type Disk, nodeDisk } from '../../../electron/bundles/files/disk.ts';

export type Fault = {
  /** Which call fails, counted from 0. */
  at: number;
  code: string;
  /** Fail from then on, as when a drive is pulled out or the program is killed: nothing can be tidied up any more. */
  forEver?: boolean;
  /** Only calls on paths for which this is true, and on files opened with such a path, are counted. */
  concerns?: (path: string) => boolean;
};

export type FailingDisk = {
  disk: Disk;
  /** How many calls were counted. */
  calls: () => number;
  /** Files still open: must be none at the end. */
  open: () => number;
};

/** Wraps the disk; `before` is called before every call, for tests that look at the folder between two steps. */
export function failingDisk(fault: Fault | null, before: (call: string) => void = () => undefined): FailingDisk {
  let calls = 0;
  const open = new Map<number, string>();
  const pathOf = (first: unknown): string => (typeof first === 'number' ? (open.get(first) ?? '') : String(first));
  const failure = (call: string) =>
    Object.assign(new Error(`${fault?.code}: made up, ${call}`), { code: fault?.code, syscall: call });
  const disk = new Proxy(nodeDisk, {
    get(target, name: keyof Disk) {
      return (...given: unknown[]) => {
        before(name);
        const concerned = fault?.concerns?.(pathOf(given[0])) ?? true;
        const number = concerned ? calls++ : -1;
        const fails = fault !== null && number >= 0 && (fault.forEver ? number >= fault.at : number === fault.at);
        if (fails && name === 'fsync') return (given[1] as (error: Error) => void)(failure(name));
        // A close that reports an error has closed the file all the same.
        if (fails && name !== 'closeSync') throw failure(name);
        const answer = Reflect.apply(target[name] as (...rest: unknown[]) => unknown, target, given);
        if (name === 'openSync') open.set(answer as number, pathOf(given[0]));
        if (name === 'closeSync') open.delete(given[0] as number);
        if (fails) throw failure(name);
        return answer;
      };
    },
  });
  return { disk, calls: () => calls, open: () => open.size };
}

/** Every N until the scenario makes fewer calls than that. */
export async function sweep(run: (at: number) => Promise<FailingDisk>): Promise<number> {
  for (let at = 0; ; at++) {
    const { calls } = await run(at);
    if (calls() <= at) return at;
  }
}

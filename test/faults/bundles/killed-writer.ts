/** A process that exports one bundle and is killed by itself, as by the system, before its Nth call on the target. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from '../../../electron/bundles/files/disk.ts';
import { splitFile } from '../../../electron/bundles/parts/split-file.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { sampleInput, type Workplace } from '../../unit/bundles/bundle-sample.ts';
import { failingDisk } from './failing-disk.ts';

export type Way = 'open' | 'locked' | 'parts';

/** Name of the file that is cut into parts, in the workplace itself. */
export const toCut = 'goi.zip.age';

/** The export of that kind, on that disk. */
export async function exportOnce(place: Workplace, way: Way, recipient: string, disk: Disk): Promise<boolean> {
  const tools = { disk, wait: async () => undefined };
  if (way === 'parts') {
    const input = { source: join(place.root, toCut), folder: place.out, limit: 30_000 };
    return (await splitFile(input, undefined, undefined, tools)).ok;
  }
  const lock = way === 'locked' ? { lock: { recipients: [recipient] } } : {};
  return (await writeBundle({ ...sampleInput(place), ...lock }, undefined, undefined, tools)).ok;
}

/** The real disk; `before` hears each call on the target, with its number. */
export function watchedDisk(place: Workplace, before: (call: string, number: number) => void): Disk {
  let number = 0;
  const { disk } = failingDisk({ at: -1, code: '', concerns: (path) => path.startsWith(place.out) && tell() });
  let call = '';
  const tell = (): boolean => {
    before(call, number++);
    return true;
  };
  return new Proxy(disk, {
    get(target, name: keyof Disk) {
      return (...given: unknown[]) => {
        call = name;
        return Reflect.apply(target[name] as (...rest: unknown[]) => unknown, target, given);
      };
    },
  });
}

const [given, way, recipient, at] = process.argv.slice(2);
if (given !== undefined && at !== undefined) {
  const place = JSON.parse(given) as Workplace;
  const disk = watchedDisk(place, (_, number) => {
    if (number === Number(at)) process.kill(process.pid, 'SIGKILL');
  });
  await exportOnce(place, way as Way, recipient ?? '', disk);
  writeFileSync(join(place.root, 'xong'), '');
}

/** Progress of long work in bytes, told often enough for a bar and seldom enough for a message per call. */

export type Progress = { phase: 'writing' | 'checking' | 'opening'; doneBytes: number; totalBytes: number };
export type OnProgress = (progress: Progress) => void;

const smallestStep = 256 * 1024;
const steps = 200;

/** Counts bytes of one phase; reports at 0, at every half percent, and when `finish` is called. */
export function countBytes(phase: Progress['phase'], totalBytes: number, onProgress: OnProgress) {
  const step = Math.max(smallestStep, totalBytes / steps);
  let doneBytes = 0;
  let told = 0;
  onProgress({ phase, doneBytes, totalBytes });
  return {
    add: (bytes: number): void => {
      doneBytes += bytes;
      if (doneBytes - told < step || doneBytes >= totalBytes) return;
      told = doneBytes;
      onProgress({ phase, doneBytes, totalBytes });
    },
    finish: (): void => onProgress({ phase, doneBytes: totalBytes, totalBytes }),
  };
}

/** Strings of old Excel files: one or two bytes a letter, with runs of fonts, cut anywhere into records. Source: [MS-XLS] 2.5.293. */
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';

export type XlsString = { text: string; runs: { from: number; font: number }[] };

/** A record and the records that carry it on. */
export type Segments = readonly Buffer[];

/** Reads the shared strings of a workbook. */
export function readSharedStrings(segments: Segments): XlsString[] {
  const reader = segmentReader(segments);
  reader.skip(4);
  const count = reader.u32();
  if (count > limits.cells) stopReading('too-large');
  const strings: XlsString[] = [];
  for (let index = 0; index < count && !reader.atEnd(); index++) strings.push(reader.string());
  return strings;
}

/** A string inside one record; `wide` says that its length has two bytes. */
export function readString(bytes: Buffer, at: number, wide: boolean): string {
  const length = wide ? bytes.readUInt16LE(at) : bytes[at]!;
  const flags = bytes[at + (wide ? 2 : 1)] ?? 0;
  const start = at + (wide ? 3 : 2);
  return (flags & 1) === 1
    ? bytes.toString('utf16le', start, Math.min(bytes.length, start + length * 2))
    : bytes.toString('latin1', start, Math.min(bytes.length, start + length));
}

function segmentReader(segments: Segments) {
  let segment = 0;
  let at = 0;
  const current = (): Buffer => segments[segment] ?? stopReading('broken');
  /** Moves on to the next record where this one has ended. */
  const turn = (): boolean => {
    if (at < current().length) return false;
    segment++;
    at = 0;
    return true;
  };
  const u8 = (): number => {
    turn();
    return current()[at++] ?? stopReading('broken');
  };
  const u16 = (): number => u8() | (u8() << 8);
  const u32 = (): number => (u16() | (u16() << 16)) >>> 0;
  const skip = (bytes: number): void => {
    for (let left = bytes; left > 0; ) {
      turn();
      const step = Math.min(left, current().length - at);
      if (step <= 0) stopReading('broken');
      at += step;
      left -= step;
    }
  };
  /** Letters; where a record ends within them, the next begins with the width of the rest. */
  const letters = (length: number, first: boolean): string => {
    let twoBytes = first;
    let text = '';
    while (text.length < length) {
      if (at >= current().length) {
        segment++;
        at = 0;
        twoBytes = (u8() & 1) === 1;
      }
      const width = twoBytes ? 2 : 1;
      const step = Math.min((length - text.length) * width, (current().length - at) & (twoBytes ? ~1 : ~0));
      if (step <= 0) stopReading('broken');
      text += current().toString(twoBytes ? 'utf16le' : 'latin1', at, at + step);
      at += step;
    }
    return text;
  };
  return {
    u32,
    skip,
    atEnd: (): boolean => segment >= segments.length || (segment === segments.length - 1 && at >= current().length),
    string(): XlsString {
      const length = u16();
      const flags = u8();
      const runCount = (flags & 8) === 0 ? 0 : u16();
      const extra = (flags & 4) === 0 ? 0 : u32();
      const text = letters(length, (flags & 1) === 1);
      const runs = Array.from({ length: runCount }, () => ({ from: u16(), font: u16() }));
      if (extra > 0) skip(extra);
      return { text, runs };
    },
  };
}

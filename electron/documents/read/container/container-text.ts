/** What every reader of a file kind gives to the reader of plans. */
import type { ReadingBlock } from '../../../../shared/reading/blocks.ts';

/** What a container yields: its text in order, and what was met on the way. */
export type ContainerText = {
  blocks: ReadingBlock[];
  warnings: string[];
  encoding: string;
  plainText: boolean;
  /** The name a Word file of the program carries of itself. */
  mark?: string | undefined;
};

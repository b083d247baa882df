/**
 * Tests that need a program which npm does not bring (build/scripts/test-tools.cjs). They are skipped without it, and say in their title
 * what they need: by these words `npm test` tells at its end what was skipped and why.
 *
 *   const needed = needs('LibreOffice', 'poppler');
 *   describe.skipIf(needed.absent)(`printed pages ${needed.words}`, …)
 */
import { createRequire } from 'node:module';

export type ToolName = 'Times New Roman' | 'Chromium' | 'LibreOffice' | 'poppler' | 'python3' | 'zip' | 'unzip' | '7z';

const { isThere } = createRequire(import.meta.url)('../../build/scripts/test-tools.cjs') as {
  isThere(name: ToolName): boolean;
};

/** Whether one of the tools is absent here, and the words for the title. */
export const needs = (...names: ToolName[]): { readonly absent: boolean; readonly words: string } => ({
  absent: !names.every(isThere),
  words: `(needs ${names.join(', ')})`,
});

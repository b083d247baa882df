/** The three texts of a signer as one, so that they are a draft like any other words. Pure. */
import { z } from 'zod';

const signer = z.object({ authority: z.string(), title: z.string(), name: z.string() });
export type Signer = z.infer<typeof signer>;

export const textOfSigner = ({ authority, title, name }: Signer): string => JSON.stringify({ authority, title, name });

/** Null for a text that is none. */
export function signerFromText(text: string): Signer | null {
  try {
    const read = signer.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A file made here, as an answer the browser saves. */
import { fold } from '../../../shared/text/fold.ts';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `name` is ASCII; names with accents travel with stored files (`evidence-door.ts`). */
export const fileAnswer = (bytes: Uint8Array, name: string, type: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${name}"`,
    },
  });

/** Words people recognise in a folder, in ASCII: `nang-cao-chi-so-papi`. */
export const asciiWords = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

/** Writes one annex of so many rows to Word and prints the most memory the process held, in kilobytes: node test/bench/write-once.ts ROWS */
import { toDocx } from '../../electron/documents/write/to-docx.ts';
import { annexOf } from './annex-documents.ts';

await toDocx(annexOf(Number(process.argv[2])));
console.log(process.resourceUsage().maxRSS);

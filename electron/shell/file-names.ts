/** File names that came from a page, made safe to propose in a dialog on Windows and Linux. */

/** Names Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Removes folders, signs that Windows forbids and invisible marks that turn the reading direction; never empty. */
export function proposedFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
    .trim();
  if (cleaned === '') return 'So Viec';
  return reserved.test(cleaned) ? `_${cleaned}` : cleaned;
}

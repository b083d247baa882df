/** Small files made on the spot, so the gallery needs no fixtures. */

/** A PDF from its objects; the cross-reference table is left to the reader's repair, as in many real scans. */
function pdfOf(objects: readonly string[]): Blob {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new Blob([`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`], {
    type: 'application/pdf',
  });
}

const streamOf = (words: string, more = '') => `<< ${more} /Length ${words.length} >>\nstream\n${words}\nendstream`;

/** Two pages of words in a font the file does not carry. */
export async function samplePdf(): Promise<Blob> {
  const page = (line: string) => `BT /F1 22 Tf 72 760 Td (${line}) Tj ET 72 740 m 320 740 l S`;
  const sheet = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    sheet(5),
    sheet(6),
    streamOf(page('BIEN BAN NIEM YET')),
    streamOf(page('Trang hai')),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ]);
}

/** A scanned page as a fax machine codes it (CCITT group 4): sixteen rows, white on the left, black on the right. */
export async function sampleScan(): Promise<Blob> {
  const firstRow = '001' + '10011' + '000101';
  const sameAsAbove = '11'.repeat(15);
  const end = '000000000001'.repeat(2);
  const bits = firstRow + sameAsAbove + end;
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((part) => Number.parseInt(part.padEnd(8, '0'), 2));
  const hex = `${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;
  const image =
    '/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 1 /ColorSpace /DeviceGray ' +
    '/Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null << /K -1 /Columns 16 /Rows 16 >>]';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I1 5 0 R >> >> >>',
    streamOf('400 0 0 400 97 300 cm /I1 Do'),
    streamOf(hex, image),
  ]);
}

/** A notice board drawn on a canvas. */
export async function samplePicture(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 1200;
  canvas.height = 800;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.fillStyle = '#8a6b45';
  context.fillRect(0, 0, 1200, 800);
  for (const [x, y, width, height] of [
    [90, 90, 300, 420],
    [440, 120, 300, 420],
    [790, 80, 320, 460],
  ] as const) {
    context.fillStyle = '#fdfdf8';
    context.fillRect(x, y, width, height);
    context.fillStyle = '#444';
    for (let line = 0; line < 12; line += 1)
      context.fillRect(x + 30, y + 50 + line * 28, width - 60 - (line % 4) * 30, 6);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

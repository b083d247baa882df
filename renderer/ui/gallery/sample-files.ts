/** Small files made on the spot, so the gallery needs no fixtures. */

/** A two-page PDF written by hand; its cross-reference table is left to the reader's repair, as in many real scans. */
export async function samplePdf(): Promise<Blob> {
  const page = (line: string) => `BT /F1 22 Tf 72 760 Td (${line}) Tj ET 72 740 m 320 740 l S`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> >>',
    ...['BIEN BAN NIEM YET', 'Trang hai'].map(
      (line) => `<< /Length ${page(line).length} >>\nstream\n${page(line)}\nendstream`,
    ),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new Blob([`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`], {
    type: 'application/pdf',
  });
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

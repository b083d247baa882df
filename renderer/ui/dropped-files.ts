/** Splits what was given into what is welcome and one sentence about the rest. */
export function sortOut<F extends { name: string }>(
  files: readonly F[],
  folders: number,
  endings: readonly string[] | undefined,
  multiple: boolean,
): { welcome: F[]; sentence: string } {
  const fits = (file: F) => !endings || endings.some((ending) => file.name.toLowerCase().endsWith(ending));
  const fitting = files.filter(fits);
  const welcome = multiple ? fitting : fitting.slice(0, 1);
  const sentences: string[] = [];
  const strange = files.filter((file) => !fits(file));
  if (strange.length > 0)
    sentences.push(
      `Không nhận ${strange.map((file) => `“${file.name}”`).join(', ')}: ở đây chỉ nhận tệp ${endings?.join(', ')}.`,
    );
  if (fitting.length > welcome.length) sentences.push(`Chỉ lấy một tệp: “${welcome[0]?.name}”.`);
  if (folders > 0) sentences.push('Chưa nhận được cả thư mục: hãy mở thư mục ra, chọn các tệp bên trong rồi thả lại.');
  return { welcome, sentence: sentences.join(' ') };
}

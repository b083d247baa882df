/**
 * How much of a foreign file is ever looked at. A real plan is far below every number; a hostile file is stopped by the
 * first one it meets, before memory is spent on it.
 */
export const limits = {
  /** Bytes of the file as given. */
  file: 50 * 1024 * 1024,
  /** Bytes of one part of a zip container after unpacking; counted while unpacking, declared sizes are not believed. */
  part: 64 * 1024 * 1024,
  /** Bytes of all unpacked parts of one file. */
  total: 256 * 1024 * 1024,
  /** Unpacked against packed bytes of a part above `ratioFrom`: deflate reaches 1032, office XML stays below 100. */
  ratio: 300,
  ratioFrom: 4 * 1024 * 1024,
  /** Entries of a zip directory. */
  entries: 10_000,
  /** Elements inside elements; Word needs about 12 for a cell and 12 more for each table inside it. */
  xmlDepth: 256,
  /** Tags of one part, opening and closing; an annex of 5,000 rows in Word has about 600,000. */
  xmlTags: 4_000_000,
  /** Blocks (paragraphs, tables) of one document. */
  blocks: 100_000,
  /** Cells of the grid of one table or sheet, merged and empty ones included. */
  cells: 1_000_000,
  /** Columns a table or sheet may use; Excel's own limit is 16,384, no plan is wider than a page. */
  columns: 256,
  /** Characters of one cell or paragraph; Excel's own limit is 32,767. */
  text: 200_000,
} as const;

const MB = 1024 * 1024;

/** What a file may cost us, whatever it says of itself. */
export const LIMITS = {
  packedBytes: 10 * MB,
  unpackedBytes: 50 * MB,
  /** Counted while inflating; small parts may be denser than this. */
  ratio: 100,
  ratioFromBytes: MB,
  entries: 200,
  rows: 20_000,
  columns: 60,
  cellCharacters: 32_767,
  /** All text handed over, shared strings counted each time they are used. */
  characters: 50 * MB,
  xmlDepth: 40,
  sheets: 20,
  memoryMb: 256,
  busyMs: 20_000,
} as const;

/** Rows handed over at a time, so that neither side holds the whole sheet. */
export const BATCH_ROWS = 500;
export const BATCH_CHARACTERS = MB;

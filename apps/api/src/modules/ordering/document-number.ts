/** "DH-2026-000123": kind, year and a gap-free number of that year. */
export const documentNumber = (kind: string, today: string, sequence: number): string =>
  `${kind}-${today.slice(0, 4)}-${String(sequence).padStart(6, '0')}`;

/** Trimmed text, null when empty; the caller refuses what is longer than `max`. */
export const trimmed = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;

export const tooLong = (text: string | null, max: number): boolean => text !== null && text.length > max;

export const NAME_MAX = 200;
export const NOTE_MAX = 2000;

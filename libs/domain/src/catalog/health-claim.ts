/** A word that ordinary food may not be praised with, and the everyday phrases in which it is harmless. A row of data. */
export interface ForbiddenClaim {
  readonly phrase: string;
  readonly except: readonly string[];
}

const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Where `needle` begins in `hay`, word by word: "trị" is not found in "trịnh". */
function places(hay: readonly string[], needle: readonly string[]): number[] {
  if (needle.length === 0) return [];
  return hay.flatMap((_, at) => (needle.every((word, index) => hay[at + index] === word) ? [at] : []));
}

/** The forbidden phrases that a text contains, each once, as the list writes them: "chữa" counts, "sửa chữa" does not. */
export function forbiddenClaims(text: string, claims: readonly ForbiddenClaim[]): string[] {
  const hay = words(text);
  return claims
    .filter(({ phrase, except }) => {
      const needle = words(phrase);
      const harmless = except.flatMap((one) => {
        const around = words(one);
        return places(hay, around).map((from) => [from, from + around.length] as const);
      });
      return places(hay, needle).some((at) => !harmless.some(([from, to]) => from <= at && at + needle.length <= to));
    })
    .map(({ phrase }) => phrase);
}

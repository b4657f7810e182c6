export const motifs = ['star', 'fruit', 'sprig', 'mountain', 'jar', 'grain', 'mushroom', 'bundle'] as const;
export type Motif = (typeof motifs)[number];

/** FNV-1a: small, steady, and spreads short names well. */
export function seedNumber(seed: string) {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export const motifOf = (seed: string): Motif => motifs[(seedNumber(seed) >>> 5) % motifs.length] ?? 'sprig';

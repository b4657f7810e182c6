import { foldVietnamese } from '@lienket/domain';
import type { Motif } from '@lienket/ui';
import type { ProductGroup } from '../../gql/graphql';

const byName: readonly [RegExp, Motif][] = [
  [/\bhoi\b/, 'star'],
  [/\b(na|hong|quyt|cam|le|dao|buoi|mac mat|oi|man|chanh|ot|ca chua|bi)\b/, 'fruit'],
  [/\bnam\b/, 'mushroom'],
  [/\b(gao|nep|ngo|lac|dau|banh|mien|bun)\b/, 'grain'],
  [/\b(mat ong|ruou|tinh dau|mam|tuong|siro)\b/, 'jar'],
  [/\b(che|thach|sam|rau)\b/, 'sprig'],
];
const byGroup: Record<ProductGroup, Motif> = {
  FOOD: 'bundle',
  BEVERAGE: 'jar',
  HERBAL: 'sprig',
  HANDICRAFT: 'bundle',
  ORNAMENTAL: 'sprig',
  TOURISM: 'mountain',
};

/** The drawing that stands in for a photograph: by the product's name, else by its group. */
export function motifFor(name: string, group: ProductGroup): Motif {
  const folded = foldVietnamese(name);
  return byName.find(([words]) => words.test(folded))?.[1] ?? byGroup[group];
}

/** The small size of an uploaded photo; other pictures have one size. */
export const thumbOf = (url: string): string => (/^\/files\/[^/?]+$/.test(url) ? `${url}/thumb` : url);

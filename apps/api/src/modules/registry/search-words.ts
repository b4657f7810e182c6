import { foldVietnamese } from '@lienket/domain';

const MOST_WORDS = 12;

/** The words of a search as the folded columns hold them: "Na  Chi-Lăng!" → na, chi, lang. */
export const searchWords = (search: string | null | undefined): string[] =>
  foldVietnamese(search?.slice(0, 200) ?? '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** Patterns for `fold_vietnamese(column) like all(...)`. */
export const likePatterns = (search: string | null | undefined): string[] => searchWords(search).map((word) => `%${word}%`);

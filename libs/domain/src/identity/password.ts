import { accept, refuse, type Result } from '../shared/result.js';
import { foldVietnamese } from '../shared/text.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

export type PasswordRefusal =
  { readonly code: 'PASSWORD_TOO_SHORT' } | { readonly code: 'PASSWORD_TOO_LONG' } | { readonly code: 'PASSWORD_EASY' };

/** Words that guessers here try first; what is left of a password without them must still hold several different characters. */
const FIRST_GUESSES = ['matkhau', 'password', 'hoptacxa', 'htx', 'langson', 'lienket', 'lienminh', 'qwerty', 'admin', 'vietnam'];
const LEAST_OF_ITS_OWN = 5;
/** "1234567890" and its beginnings. */
const COUNTING = /1?2?345?6?7?8?9?0?/g;

/** Length first (twelve characters, no rules about their kinds); refuses runs of few characters and the obvious words. */
export function checkPassword(password: string, about: readonly string[] = []): Result<string, PasswordRefusal> {
  const text = password.normalize('NFC');
  if ([...text].length < SHORTEST_PASSWORD) return refuse({ code: 'PASSWORD_TOO_SHORT' });
  if (text.length > LONGEST_PASSWORD) return refuse({ code: 'PASSWORD_TOO_LONG' });
  const words = [...FIRST_GUESSES, ...about.flatMap((name) => wordsOf(name))];
  const compact = wordsOf(text, 1).join('');
  const own = words.reduce((rest, word) => rest.replaceAll(word, ''), compact).replace(COUNTING, '');
  return new Set(own).size < LEAST_OF_ITS_OWN ? refuse({ code: 'PASSWORD_EASY' }) : accept(text);
}

function wordsOf(text: string, shortest = 3): string[] {
  return foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= shortest);
}

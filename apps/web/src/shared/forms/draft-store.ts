const DRAFT = 'lienket.draft.';
const CLIENT_KEY = 'lienket.key.';

interface Draft<Values> {
  values: Values;
  savedAt: string;
}

const quietly = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null; // storage full or switched off: the form still works, only without a draft
  }
};

export const readDraft = <Values>(form: string): Draft<Values> | null =>
  quietly(() => JSON.parse(localStorage.getItem(DRAFT + form) ?? 'null') as Draft<Values> | null);

export const writeDraft = <Values>(form: string, values: Values, savedAt: string) =>
  void quietly(() => localStorage.setItem(DRAFT + form, JSON.stringify({ values, savedAt } satisfies Draft<Values>)));

export const dropDraft = (form: string) => void quietly(() => localStorage.removeItem(DRAFT + form));

/** One key per filled-in form: a repeated press, a reload or a weak network never makes two documents. */
export const readClientKey = (form: string): string => {
  const known = quietly(() => sessionStorage.getItem(CLIENT_KEY + form));
  return known ?? renewClientKey(form);
};

export const renewClientKey = (form: string): string => {
  const key = crypto.randomUUID();
  quietly(() => sessionStorage.setItem(CLIENT_KEY + form, key));
  return key;
};

/** On sign-out: the next person on this phone must not read what the last one typed. */
export const forgetDrafts = () =>
  void quietly(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(CLIENT_KEY)) sessionStorage.removeItem(key);
  });

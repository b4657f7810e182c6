export type Locale = 'vi' | 'en';

const KEY = 'lienket.locale';

/** The language chosen in this browser, or null before anyone chose. */
export function chosenLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'vi' || stored === 'en' ? stored : null;
  } catch {
    return null; // storage may be switched off
  }
}

/** Vietnamese unless this browser chose otherwise. */
export const storedLocale = (): Locale => chosenLocale() ?? 'vi';

export function storeLocale(locale: Locale) {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // the choice then lasts as long as the page
  }
}

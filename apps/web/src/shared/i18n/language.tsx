import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { storeLocale, storedLocale, type Locale } from './stored-locale';

interface Language {
  locale: Locale;
  setLocale: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | null>(null);

type Messages = Record<string, string>;
const none: Messages = {};
/** Vietnamese sentences travel with the screens that use them; English ones come together, when asked for. */
const load = (locale: Locale): Promise<Messages> =>
  locale === 'en' ? import('../messages/en').then((module) => module.messages) : Promise.resolve(none);

export function LanguageProvider({ children, initial = storedLocale() }: { children: ReactNode; initial?: Locale }) {
  const [shown, setShown] = useState<{ locale: Locale; messages: Messages } | null>(
    initial === 'vi' ? { locale: 'vi', messages: none } : null,
  );
  const show = useCallback((locale: Locale) => {
    load(locale)
      .then((messages) => setShown({ locale, messages }))
      // Better Vietnamese than nothing when the English file does not come through.
      .catch(() => setShown((current) => current ?? { locale: 'vi', messages: none }));
  }, []);
  useEffect(() => {
    if (initial !== 'vi') show(initial);
  }, [initial, show]);
  useEffect(() => {
    if (shown) document.documentElement.lang = shown.locale;
  }, [shown]);
  const language = useMemo(
    () => ({
      locale: shown?.locale ?? 'vi',
      setLocale: (locale: Locale) => {
        storeLocale(locale);
        show(locale);
      },
    }),
    [shown, show],
  );
  if (!shown) return null;
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={shown.locale} defaultLocale="vi" messages={shown.messages} timeZone="Asia/Ho_Chi_Minh">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage needs a LanguageProvider above');
  return language;
}

import { useEffect, useState } from 'react';
import { RadioGroup, Toaster } from '../index';
import { BasicParts } from './basic-parts';
import { DocumentParts } from './document-parts';
import { FormParts } from './form-parts';
import { GridParts } from './grid-parts';
import { ListParts } from './list-parts';
import { OverlayParts } from './overlay-parts';
import { ShellParts } from './shell-parts';
import { SignatureParts } from './signature-parts';
import { LanguageContext, useWords, type Language } from './words';
import s from './gallery.module.css';

type Theme = 'light' | 'dark' | 'system';

interface GalleryProps {
  language?: Language;
  theme?: Theme;
}

/** Every part in every state, for the eye and for the browser tests; shown at `/_ui`. */
export function Gallery({ language: firstLanguage = 'vi', theme: firstTheme = 'system' }: GalleryProps) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [theme, setTheme] = useState<Theme>(firstTheme);

  // Popups live outside this tree, so the theme is set on the document, and given back on leaving.
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    return () => {
      if (before === undefined) delete root.dataset.theme;
      else root.dataset.theme = before;
    };
  }, [theme]);

  return (
    <LanguageContext value={language}>
      <div lang={language}>
        <Body language={language} setLanguage={setLanguage} theme={theme} setTheme={setTheme} />
      </div>
    </LanguageContext>
  );
}

interface BodyProps {
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

function Body({ language, setLanguage, theme, setTheme }: BodyProps) {
  const t = useWords();
  return (
    <div className={s.gallery}>
      <header className={s.top}>
        <h1>{t('Bộ phận giao diện', 'Interface parts')}</h1>
        <div className={s.switches}>
          <RadioGroup
            inline
            legend={t('Ngôn ngữ', 'Language')}
            value={language}
            onValueChange={(value) => setLanguage(value as Language)}
            options={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
          />
          <RadioGroup
            inline
            legend={t('Nền', 'Theme')}
            value={theme}
            onValueChange={(value) => setTheme(value as Theme)}
            options={[
              { value: 'light', label: t('Sáng', 'Light') },
              { value: 'dark', label: t('Tối', 'Dark') },
              { value: 'system', label: t('Theo máy', 'System') },
            ]}
          />
        </div>
      </header>
      <main>
        <SignatureParts />
        <GridParts />
        <ListParts />
        <BasicParts />
        <FormParts />
        <OverlayParts />
        <ShellParts />
        <DocumentParts />
      </main>
      <Toaster label={t('Thông báo', 'Notifications')} closeLabel={t('Đóng', 'Close')} />
    </div>
  );
}

import { ClipboardList, Handshake, Package, ShoppingBasket } from 'lucide-react';
import { useEffect, useState } from 'react';
import { AppShell, DemoMark, RadioGroup, Select, Toaster, type NavItem } from '../index';
import { BasicParts } from './basic-parts';
import { DocumentParts } from './document-parts';
import { FormParts } from './form-parts';
import { GridParts } from './grid-parts';
import { ListParts } from './list-parts';
import { OverlayParts } from './overlay-parts';
import { SignatureParts } from './signature-parts';
import { LanguageContext, useWords, type Language } from './words';
import s from './gallery.module.css';

type Theme = 'light' | 'dark' | 'system';
type Frame = 'work' | 'public';

interface GalleryProps {
  language?: Language;
  theme?: Theme;
}

/** Every part in every state, for the eye and for the browser tests; shown at `/_ui`, inside the real app frame. */
export function Gallery({ language: firstLanguage = 'vi', theme: firstTheme = 'system' }: GalleryProps) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const [theme, setTheme] = useState<Theme>(firstTheme);
  const [frame, setFrame] = useState<Frame>('work');

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
        <Body {...{ language, setLanguage, theme, setTheme, frame, setFrame }} />
      </div>
    </LanguageContext>
  );
}

interface BodyProps {
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  frame: Frame;
  setFrame: (frame: Frame) => void;
}

function Body({ language, setLanguage, theme, setTheme, frame, setFrame }: BodyProps) {
  const t = useWords();
  const four: NavItem[] = [
    {
      href: '#work',
      label: t('Việc cần làm', 'To do'),
      icon: <ClipboardList />,
      current: true,
      count: 3,
      countLabel: t('3 việc chờ', '3 waiting'),
    },
    { href: '#cards', label: t('Sản phẩm', 'Products'), icon: <Package /> },
    { href: '#grid', label: t('Đơn hàng', 'Orders'), icon: <ShoppingBasket />, count: 12 },
    { href: '#ladder', label: t('Thoả thuận', 'Agreements'), icon: <Handshake /> },
  ];
  const others: NavItem[] = [
    { href: '#lists', label: t('Trang và danh sách', 'Pages and lists') },
    { href: '#forms', label: t('Biểu mẫu', 'Forms') },
    { href: '#document', label: t('Tờ văn bản', 'Document sheet') },
  ];
  return (
    <AppShell
      variant={frame}
      brand="Liên Kết"
      brandHref="#main-content"
      nav={[
        { key: 'four', items: four },
        { key: 'others', heading: frame === 'work' ? t('Hợp tác xã', 'Cooperative') : undefined, items: others },
      ]}
      bottomNav={four}
      orgSwitcher={<Select aria-label={t('Đơn vị', 'Organization')} options={[{ value: '1', label: 'HTX Ẳng Đặng Nguyễn' }]} />}
      banner={<DemoMark text={t('Dữ liệu mẫu', 'Sample data')} />}
      footer={t('Liên minh Hợp tác xã tỉnh Lạng Sơn', 'Lạng Sơn Provincial Cooperative Alliance')}
      labels={{
        skip: t('Đến nội dung', 'Skip to content'),
        nav: t('Các trang', 'Pages'),
        bottomNav: t('Lối tắt', 'Quick pages'),
        openMenu: t('Mở danh mục', 'Open menu'),
        closeMenu: t('Đóng danh mục', 'Close menu'),
      }}
    >
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
          <RadioGroup
            inline
            legend={t('Khung', 'Frame')}
            value={frame}
            onValueChange={(value) => setFrame(value as Frame)}
            options={[
              { value: 'work', label: t('Làm việc', 'Work') },
              { value: 'public', label: t('Khách xem', 'Public') },
            ]}
          />
        </div>
      </header>
      <SignatureParts />
      <GridParts />
      <ListParts />
      <BasicParts />
      <FormParts />
      <OverlayParts />
      <DocumentParts />
      <Toaster label={t('Thông báo', 'Notifications')} closeLabel={t('Đóng', 'Close')} />
    </AppShell>
  );
}

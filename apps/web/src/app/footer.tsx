import { Link } from '@lienket/ui';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';

export function Footer() {
  const t = useText(app);
  return (
    <p>
      {t('brand')} · {t('app.tagline')} · <Link href="/results">{t('nav.results')}</Link> ·{' '}
      <Link href="/about">{t('nav.about')}</Link>
    </p>
  );
}

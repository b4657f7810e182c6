import { PageHeader } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { app } from '../../shared/messages/vi/app';
import { PageTitle } from '../../shared/screen/page-title';

export default function ProductNewScreen() {
  const t = useText(app);
  return (
    <>
      <PageTitle>{t('nav.products')}</PageTitle>
      <PageHeader title={t('nav.products')} />
    </>
  );
}

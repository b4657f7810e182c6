import { NotFound } from '../shared/screen/async-screen';
import { PageTitle } from '../shared/screen/page-title';
import { useText } from '../shared/i18n/use-text';

export function NotFoundScreen() {
  const t = useText();
  return (
    <>
      <PageTitle>{t('error.notFound')}</PageTitle>
      <NotFound />
    </>
  );
}

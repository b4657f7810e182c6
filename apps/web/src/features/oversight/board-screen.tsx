import { PageHeader } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { app } from '../../shared/messages/vi/app';
import { PageTitle } from '../../shared/screen/page-title';

export default function BoardScreen() {
  const t = useText(app);
  return (
    <>
      <PageTitle>{t('nav.board')}</PageTitle>
      <PageHeader title={t('nav.board')} />
    </>
  );
}

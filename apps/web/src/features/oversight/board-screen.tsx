import { LinkButton, PageHeader } from '@lienket/ui';
import { AgreementBoard } from '../../shared/agreements/agreement-board';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';

/** The Alliance's view: every agreement, where it stands and who must move. */
export default function BoardScreen() {
  const t = useText(agreements);
  const { may } = useSession();
  const mayRecord = may('mou.create');
  return (
    <>
      <PageTitle>{t('board.title')}</PageTitle>
      <PageHeader
        title={t('board.title')}
        meta={t('board.lead')}
        actions={mayRecord && <LinkButton href="/agreements/new">{t('agreement.record')}</LinkButton>}
      />
      <AgreementBoard mayRecord={mayRecord} />
    </>
  );
}

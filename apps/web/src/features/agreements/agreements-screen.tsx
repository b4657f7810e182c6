import { LinkButton, PageHeader } from '@lienket/ui';
import { AgreementBoard } from '../../shared/agreements/agreement-board';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { pools } from '../../shared/messages/vi/pools';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe, useSession } from '../../shared/session/session';

/** The memoranda one's own organization stands in. */
export default function AgreementsScreen() {
  const t = useText(agreements);
  const p = useText(pools);
  const me = useMe();
  const { may } = useSession();
  const mayRecord = may('mou.create', { partyOrgIds: [me.organization.id] });
  return (
    <>
      <PageTitle>{t('agreements.title')}</PageTitle>
      <PageHeader
        title={t('agreements.title')}
        meta={t('agreement.notContract')}
        actions={
          <>
            <LinkButton variant="quiet" href="/pools">
              {p('pools.title')}
            </LinkButton>
            {mayRecord && <LinkButton href="/agreements/new">{t('agreement.record')}</LinkButton>}
          </>
        }
      />
      <AgreementBoard mayRecord={mayRecord} />
    </>
  );
}

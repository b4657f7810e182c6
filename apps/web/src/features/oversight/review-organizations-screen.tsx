import { Cluster, LinkButton, PageHeader, Section } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { oversight } from '../../shared/messages/vi/oversight';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { BankChangesToConfirm } from './bank-changes-to-confirm';
import { DuplicateOrganizations } from './duplicate-organizations';
import { MergeProposals } from './merge-proposals';
import { OrganizationsToReview } from './organizations-to-review';
import { ReviewTabs } from './review-tabs';

const both = { ...organizations, ...oversight };

/** Who may trade here at all, who is paid where, and who is registered twice. */
export default function ReviewOrganizationsScreen() {
  const t = useText(both);
  return (
    <>
      <PageTitle>{t('orgs.title')}</PageTitle>
      <PageHeader title={t('review.title')} meta={t('orgs.lead')} />
      <ReviewTabs current="organizations" />
      <Section
        id="organizations"
        title={t('orgs.reviewTitle')}
        meta={t('orgs.reviewLead')}
        actions={
          <Cluster>
            <ExportButton list="organizations" filter={{ status: 'PENDING' }} />
            <LinkButton href="/organizations">{t('orgs.list')}</LinkButton>
            <LinkButton href="/areas">{t('areas.title')}</LinkButton>
          </Cluster>
        }
      >
        <OrganizationsToReview />
      </Section>
      <Section id="bank" title={t('bank.reviewTitle')} meta={t('bank.reviewLead')} actions={<ExportButton list="bank-changes" />}>
        <BankChangesToConfirm />
      </Section>
      <Section
        id="duplicates"
        title={t('merge.duplicates')}
        meta={t('merge.duplicatesLead')}
        actions={<ExportButton list="duplicates" />}
      >
        <DuplicateOrganizations />
      </Section>
      <Section id="merges" title={t('merge.open')} actions={<ExportButton list="merges" />}>
        <MergeProposals />
      </Section>
    </>
  );
}

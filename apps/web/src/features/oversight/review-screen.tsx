import { Cluster, LinkButton, PageHeader, Section } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { changes } from '../../shared/messages/vi/changes';
import { organizations } from '../../shared/messages/vi/organizations';
import { oversight } from '../../shared/messages/vi/oversight';
import { papers } from '../../shared/messages/vi/papers';
import { PageTitle } from '../../shared/screen/page-title';
import { BankChangesToConfirm } from './bank-changes-to-confirm';
import { CertificatesToVerify } from './certificates-to-verify';
import { ChangesToReview } from './changes-to-review';
import { DuplicateOrganizations } from './duplicate-organizations';
import { MergeProposals } from './merge-proposals';
import { OrganizationsToReview } from './organizations-to-review';
import { ProductsToReview } from './products-to-review';

const both = { ...changes, ...oversight, ...papers, ...organizations };

/** What the Alliance must look at before buyers see it. */
export default function ReviewScreen() {
  const t = useText(both);
  return (
    <>
      <PageTitle>{t('review.title')}</PageTitle>
      <PageHeader title={t('review.title')} meta={t('review.lead')} />
      <Section id="products" title={t('review.products')}>
        <ProductsToReview />
      </Section>
      <Section id="changes" title={t('changes.review')} meta={t('changes.reviewLead')}>
        <ChangesToReview />
      </Section>
      <Section
        id="certificates"
        title={t('review.certificates')}
        meta={t('review.certificatesLead')}
        actions={<LinkButton href="/review/certificates">{t('papers.expiringTitle')}</LinkButton>}
      >
        <CertificatesToVerify />
      </Section>
      <Section
        id="organizations"
        title={t('orgs.reviewTitle')}
        meta={t('orgs.reviewLead')}
        actions={
          <Cluster>
            <LinkButton href="/organizations">{t('orgs.list')}</LinkButton>
            <LinkButton href="/areas">{t('areas.title')}</LinkButton>
          </Cluster>
        }
      >
        <OrganizationsToReview />
      </Section>
      <Section id="bank" title={t('bank.reviewTitle')} meta={t('bank.reviewLead')}>
        <BankChangesToConfirm />
      </Section>
      <Section id="duplicates" title={t('merge.duplicates')} meta={t('merge.duplicatesLead')}>
        <DuplicateOrganizations />
      </Section>
      <Section id="merges" title={t('merge.open')}>
        <MergeProposals />
      </Section>
    </>
  );
}

import { Cluster, LinkButton, PageHeader, Section } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { changes } from '../../shared/messages/vi/changes';
import { oversight } from '../../shared/messages/vi/oversight';
import { papers } from '../../shared/messages/vi/papers';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { CertificatesToVerify } from './certificates-to-verify';
import { ChangesToReview } from './changes-to-review';
import { ProductsToReview } from './products-to-review';
import { ReviewTabs } from './review-tabs';

const both = { ...changes, ...oversight, ...papers };

/** What the Alliance must look at before buyers see it. */
export default function ReviewScreen() {
  const t = useText(both);
  return (
    <>
      <PageTitle>{t('review.title')}</PageTitle>
      <PageHeader title={t('review.title')} meta={t('review.lead')} />
      <ReviewTabs current="goods" />
      <Section id="products" title={t('review.products')} actions={<ExportButton list="products-to-review" />}>
        <ProductsToReview />
      </Section>
      <Section
        id="changes"
        title={t('changes.review')}
        meta={t('changes.reviewLead')}
        actions={<ExportButton list="changes-to-review" />}
      >
        <ChangesToReview />
      </Section>
      <Section
        id="certificates"
        title={t('review.certificates')}
        meta={t('review.certificatesLead')}
        actions={
          <Cluster>
            <ExportButton list="certificates-to-verify" />
            <LinkButton href="/review/certificates">{t('papers.expiringTitle')}</LinkButton>
          </Cluster>
        }
      >
        <CertificatesToVerify />
      </Section>
    </>
  );
}

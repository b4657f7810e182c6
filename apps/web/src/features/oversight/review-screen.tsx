import { LinkButton, PageHeader, Section } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { oversight } from '../../shared/messages/vi/oversight';
import { papers } from '../../shared/messages/vi/papers';
import { PageTitle } from '../../shared/screen/page-title';
import { CertificatesToVerify } from './certificates-to-verify';
import { ProductsToReview } from './products-to-review';

const both = { ...oversight, ...papers };

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
      <Section
        id="certificates"
        title={t('review.certificates')}
        meta={t('review.certificatesLead')}
        actions={<LinkButton href="/review/certificates">{t('papers.expiringTitle')}</LinkButton>}
      >
        <CertificatesToVerify />
      </Section>
    </>
  );
}

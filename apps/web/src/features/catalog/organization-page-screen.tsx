import { useQuery } from '@apollo/client/react';
import { CardGrid, DemoMark, DescriptionList, EmptyState, Notice, PageHeader, Section, Stack } from '@lienket/ui';
import { useParams } from 'react-router';
import { graphql } from '../../gql';
import type { OrganizationPageQuery } from '../../gql/graphql';
import { CatalogCard } from '../../shared/catalog/catalog-card';
import { CertificateTable } from '../../shared/catalog/certificate-table';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ShareButton } from '../../shared/screen/share-button';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { OrganizationLegalFacts } from '../../shared/places/organization-legal';
import { PageTitle } from '../../shared/screen/page-title';
import { CommendationBadges } from './commendation-badges';
import { ChannelLinks } from './channel-links';
import s from './catalog.module.css';

const OrganizationPageDocument = graphql(`
  query OrganizationPage($slug: String!) {
    organizationPage(slug: $slug) {
      id
      slug
      name
      shortName
      kind
      isDemo
      taxCode
      communeName
      districtName
      address
      memberCount
      story
      sourceNote
      closures {
        id
        firstDay
        lastDay
        message
      }
      channels {
        platform
        url
      }
      ...OrganizationLegal
      certificates {
        ...CertificateRow
      }
      products {
        ...CatalogCard
      }
    }
  }
`);

const words = { ...catalog, ...finding };

export default function OrganizationPageScreen() {
  const { slug = '' } = useParams();
  const query = useQuery(OrganizationPageDocument, { variables: { slug } });
  return (
    <AsyncScreen query={query} skeleton="text" missing={(data) => !data.organizationPage}>
      {(data) => <OrganizationPage page={data.organizationPage!} />}
    </AsyncScreen>
  );
}

function OrganizationPage({ page }: { page: NonNullable<OrganizationPageQuery['organizationPage']> }) {
  const t = useText(words);
  const f = useFormats();
  useDemoMark(page.isDemo);
  const place = [page.communeName, page.districtName].filter(Boolean).join(', ');
  const facts = [
    { term: t('organizationPage.place'), detail: place },
    { term: t('organizationPage.address'), detail: page.address },
    { term: t('organizationPage.taxCode'), detail: page.taxCode },
    { term: t('organizationPage.members'), detail: page.memberCount == null ? null : f.count(page.memberCount) },
  ].filter((fact) => fact.detail);
  return (
    <>
      <PageTitle>{page.shortName}</PageTitle>
      <PageHeader
        back={{ href: '/catalog', label: t('catalog.title') }}
        mark={page.isDemo && <DemoMark text={t('demo')} />}
        title={page.name}
        meta={t(`orgKind.${page.kind}`)}
        actions={<ShareButton title={page.name} />}
      />
      {page.closures.map((closure) => (
        <Notice
          key={closure.id}
          tone="warning"
          title={t('buy.closure', { from: f.date(closure.firstDay), to: f.date(closure.lastDay) })}
        >
          {closure.message}
        </Notice>
      ))}
      <Stack gap="large">
        {page.story && <p className={s.lead}>{page.story}</p>}
        {facts.length > 0 ? (
          <DescriptionList columns={2} items={facts} />
        ) : (
          !page.story &&
          page.successors.length + page.predecessors.length === 0 && <p className={s.quiet}>{t('organizationPage.unknown')}</p>
        )}
        <CommendationBadges orgId={page.id} />
        <ChannelLinks links={page.channels} />
        <OrganizationLegalFacts page={page} />
        {page.sourceNote && <p className={s.quiet}>{t('organizationPage.source', { note: page.sourceNote })}</p>}
        {page.products.length > 0 && (
          <Section title={t('organizationPage.products')} meta={t('catalog.total', { count: page.products.length })}>
            <CardGrid>
              {page.products.map((item) => (
                <CatalogCard key={item.id} item={item} />
              ))}
            </CardGrid>
          </Section>
        )}
        {page.products.length === 0 && <EmptyState title={t('organizationPage.noProducts')} />}
        {page.certificates.length > 0 && (
          <Section title={t('product.certificates')}>
            <CertificateTable certificates={page.certificates} />
          </Section>
        )}
      </Stack>
    </>
  );
}

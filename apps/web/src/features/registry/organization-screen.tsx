import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, LinkButton, PageHeader, Section, Stack, StatusMark } from '@lienket/ui';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { CertificateTable } from '../../shared/catalog/certificate-table';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { certificates } from '../../shared/messages/vi/certificates';
import { organizations } from '../../shared/messages/vi/organizations';
import { papers } from '../../shared/messages/vi/papers';
import { registry } from '../../shared/messages/vi/registry';
import { organizationTone } from '../../shared/places/organization-tone';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe, useSession } from '../../shared/session/session';
import { BankAccount } from './bank-account';
import { Locations } from './locations';
import { MyOrganizationDocument } from './organization-operations';
import { People } from './people';
import { ProfileFacts, ProfileForm } from './profile-form';
import { Standing } from './standing';

const both = { ...registry, ...certificates, ...papers, ...organizations };

export default function OrganizationScreen() {
  const query = useQuery(MyOrganizationDocument);
  return (
    <AsyncScreen query={query} skeleton="text">
      {(data) => <Organization organization={data.myOrganization} onReload={() => void query.refetch()} />}
    </AsyncScreen>
  );
}

function Organization({ organization, onReload }: { organization: MyOrganizationPartsFragment; onReload: () => void }) {
  const t = useText(both);
  const f = useFormats();
  const me = useMe();
  const { may } = useSession();
  const canEdit = may('organization.edit', { ownerOrgId: organization.id });
  const papersTold = [
    { term: t('organization.kind'), detail: t(`orgKind.${organization.kind}`) },
    { term: t('organization.taxCode'), detail: organization.taxCode },
    { term: t('organization.registrationNo'), detail: organization.registrationNo },
    { term: t('organization.registeredOn'), detail: f.date(organization.registeredOn) },
    { term: t('organization.representative'), detail: organization.legalRepresentative },
    {
      term: t('organization.capital'),
      detail: organization.charterCapital == null ? null : f.vnd(organization.charterCapital),
    },
  ];
  return (
    <>
      <PageTitle>{t('organization.title')}</PageTitle>
      <PageHeader
        mark={me.organization.isDemo && <DemoMark text={t('demo')} />}
        title={organization.name}
        meta={
          <StatusMark tone={organizationTone(organization.status)}>
            {t(`orgStatus.${organization.status}`)}
            {organization.verifiedAt && ` · ${t('standing.verified', { date: f.date(organization.verifiedAt) })}`}
          </StatusMark>
        }
        actions={
          organization.status === 'ACTIVE' && (
            <LinkButton href={`/c/${me.organization.slug}`}>{t('organization.public')}</LinkButton>
          )
        }
      />
      <Standing organization={organization} onReload={onReload} />
      <Section title={t('organization.identity')}>
        <Stack gap="small">
          <DescriptionList
            columns={2}
            items={papersTold.map(({ term, detail }) => ({ term, detail: detail || t('organization.empty') }))}
          />
          {organization.status !== 'DRAFT' && <p>{t('organization.identityNote')}</p>}
        </Stack>
      </Section>
      <Section title={t('organization.contact')}>
        {canEdit ? <ProfileForm organization={organization} onReload={onReload} /> : <ProfileFacts organization={organization} />}
      </Section>
      <BankAccount organization={organization} onReload={onReload} />
      <Locations locations={organization.locations} canEdit={canEdit} onChanged={onReload} />
      <People people={organization.people} />
      {(me.workplace === 'SELLER' || organization.certificates.length > 0) && (
        <Section
          title={t('certificates.title')}
          actions={me.workplace === 'SELLER' && <LinkButton href="/certificates">{t('papers.openPage')}</LinkButton>}
        >
          <CertificateTable certificates={organization.certificates} />
        </Section>
      )}
    </>
  );
}

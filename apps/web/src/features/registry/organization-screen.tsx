import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, LinkButton, PageHeader, Section } from '@lienket/ui';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { CertificateTable } from '../../shared/catalog/certificate-table';
import { useText } from '../../shared/i18n/use-text';
import { certificates } from '../../shared/messages/vi/certificates';
import { papers } from '../../shared/messages/vi/papers';
import { registry } from '../../shared/messages/vi/registry';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe, useSession } from '../../shared/session/session';
import { ContactForm } from './contact-form';
import { Locations } from './locations';
import { MyOrganizationDocument } from './organization-operations';

const both = { ...registry, ...certificates, ...papers };

/** The last four digits tell two accounts apart; the whole number stands on payment requests only. */
const maskedAccount = (number: string) => `•••• ${number.slice(-4)}`;

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
  const me = useMe();
  const { may } = useSession();
  const own = { ownerOrgId: organization.id };
  const bank = [
    organization.bankAccountNo && maskedAccount(organization.bankAccountNo),
    organization.bankName,
    organization.bankAccountName,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageTitle>{t('organization.title')}</PageTitle>
      <PageHeader
        mark={me.organization.isDemo && <DemoMark text={t('demo')} />}
        title={organization.name}
        meta={t('organization.title')}
        actions={<LinkButton href={`/c/${me.organization.slug}`}>{t('organization.public')}</LinkButton>}
      />
      <Section title={t('organization.identity')}>
        <DescriptionList
          columns={2}
          items={[
            { term: t('organization.kind'), detail: t(`orgKind.${organization.kind}`) },
            { term: t('organization.taxCode'), detail: organization.taxCode ?? t('organization.empty') },
            { term: t('organization.registrationNo'), detail: organization.registrationNo ?? t('organization.empty') },
            { term: t('organization.bank'), detail: bank || t('organization.bankNone') },
          ]}
        />
        <p>{t('organization.identityNote')}</p>
      </Section>
      <Section title={t('organization.contact')}>
        <ContactForm organization={organization} readOnly={!may('organization.edit', own)} onReload={onReload} />
      </Section>
      <Locations locations={organization.locations} canAdd={may('organization.edit', own)} onAdded={onReload} />
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

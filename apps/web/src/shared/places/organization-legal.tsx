import { DescriptionList, Link, LinkButton, Notice, Stack } from '@lienket/ui';
import { graphql } from '../../gql';
import type { OrganizationLegalFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { organizations } from '../messages/vi/organizations';

export const OrganizationLegal = graphql(`
  fragment OrganizationLegal on OrganizationPage {
    isVerified
    verifiedOn
    mergedInto {
      ...OrganizationParts
    }
    registrationNo
    registeredOn
    legalRepresentative
    charterCapital
    website
    phone
    email
    validTo
    successors {
      organization {
        ...OrganizationParts
      }
      since
      source
    }
    predecessors {
      organization {
        ...OrganizationParts
      }
      since
      source
    }
  }
`);

/** What is known of a body by law: compared papers, registration, who came before and after it. */
export function OrganizationLegalFacts({ page }: { page: OrganizationLegalFragment }) {
  const t = useText(organizations);
  const f = useFormats();
  const links = (list: OrganizationLegalFragment['successors']) =>
    list.length > 0 &&
    list.map(({ organization, since, source }) => (
      <div key={organization.id}>
        <Link href={`/c/${organization.slug}`}>{organization.name}</Link> {t('legal.since', { date: f.date(since), source })}
      </div>
    ));
  const facts = [
    { term: t('legal.verified'), detail: page.isVerified && t('legal.verifiedOn', { date: f.date(page.verifiedOn) }) },
    { term: t('legal.registrationNo'), detail: page.registrationNo },
    { term: t('legal.registeredOn'), detail: f.date(page.registeredOn) },
    { term: t('legal.representative'), detail: page.legalRepresentative },
    { term: t('legal.capital'), detail: page.charterCapital != null && f.vnd(page.charterCapital) },
    {
      term: t('legal.website'),
      detail: page.website && (
        <a href={page.website} rel="noopener nofollow">
          {page.website}
        </a>
      ),
    },
    { term: t('legal.phone'), detail: page.phone },
    { term: t('legal.email'), detail: page.email },
    { term: t('legal.until'), detail: f.date(page.validTo) },
    { term: t('legal.successors'), detail: links(page.successors) },
    { term: t('legal.predecessors'), detail: links(page.predecessors) },
  ].filter(({ detail }) => detail);
  return (
    <Stack>
      {page.mergedInto && (
        <Notice
          tone="warning"
          title={t('legal.merged', { name: page.mergedInto.name })}
          action={
            <LinkButton href={`/c/${page.mergedInto.slug}`}>
              {t('legal.mergedOpen', { name: page.mergedInto.shortName })}
            </LinkButton>
          }
        />
      )}
      {facts.length > 0 && <DescriptionList columns={2} items={facts} />}
    </Stack>
  );
}

import { useQuery } from '@apollo/client/react';
import { Section, Table } from '@lienket/ui';
import { graphql } from '../../gql';
import type { SourcePartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { register } from '../messages/vi/register';

const AgreementSourcesDocument = graphql(`
  query AgreementSources($mouId: ID!) {
    agreementSources(mouId: $mouId) {
      ...SourceParts
    }
  }
  fragment SourceParts on RegisterSource {
    sheet
    item
    field
    label
    value
    place
    scanPage
    fileName
    committedAt
  }
`);
const CreditSourcesDocument = graphql(`
  query CreditSources($creditId: ID!) {
    creditSources(creditId: $creditId) {
      ...SourceParts
    }
  }
`);
const PetitionSourcesDocument = graphql(`
  query PetitionSources($petitionId: ID!) {
    petitionSources(petitionId: $petitionId) {
      ...SourceParts
    }
  }
`);

/** Where each field of an agreement stands in the conference's register; nothing for one that was made in the system. */
export function AgreementSources({ mouId }: { mouId: string }) {
  return <Sources sources={useQuery(AgreementSourcesDocument, { variables: { mouId } }).data?.agreementSources ?? []} />;
}

export function CreditSources({ creditId }: { creditId: string }) {
  return <Sources sources={useQuery(CreditSourcesDocument, { variables: { creditId } }).data?.creditSources ?? []} />;
}

export function PetitionSources({ petitionId }: { petitionId: string }) {
  return <Sources sources={useQuery(PetitionSourcesDocument, { variables: { petitionId } }).data?.petitionSources ?? []} />;
}

function Sources({ sources }: { sources: readonly SourcePartsFragment[] }) {
  const t = useText(register);
  const f = useFormats();
  if (sources.length === 0) return null;
  const newest = sources.reduce((a, b) => (a.committedAt > b.committedAt ? a : b));
  return (
    <Section
      title={t('registers.sources')}
      meta={t('registers.sourcesMeta', { file: newest.fileName, when: f.dateTime(newest.committedAt) })}
    >
      <Table
        caption={t('registers.sources')}
        captionHidden
        density="compact"
        rows={sources}
        rowKey={({ sheet, item, field }) => `${sheet} ${item} ${field}`}
        columns={[
          {
            key: 'field',
            header: t('registers.column'),
            primary: true,
            cell: ({ label, item }) => (item ? t('registers.lineField', { line: String(item), field: label }) : label),
          },
          { key: 'value', header: t('registers.inRegister'), cell: ({ value }) => value },
          { key: 'place', header: t('registers.cell'), cell: ({ place }) => place },
          { key: 'page', header: t('registers.scanPage'), numeric: true, width: 120, cell: ({ scanPage }) => scanPage ?? '–' },
        ]}
      />
    </Section>
  );
}

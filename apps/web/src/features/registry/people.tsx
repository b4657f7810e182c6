import { EmptyState, Section, Table } from '@lienket/ui';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';

/** Who has a seat here, and how to reach them. */
export function People({ people }: { people: MyOrganizationPartsFragment['people'] }) {
  const t = useText(organizations);
  return (
    <Section title={t('people.title')} meta={t('people.note')}>
      {people.length === 0 ? (
        <EmptyState title={t('people.none')} />
      ) : (
        <Table
          caption={t('people.title')}
          captionHidden
          stickyHeader={false}
          rows={people}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: t('people.name'), primary: true, cell: (row) => row.fullName },
            { key: 'roles', header: t('people.roles'), cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(', ') },
            {
              key: 'contact',
              header: t('people.contact'),
              cell: (row) => [row.phone, row.email].filter(Boolean).join(' · ') || '—',
            },
          ]}
        />
      )}
    </Section>
  );
}

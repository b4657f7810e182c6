import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, Field, Link, LinkButton, PageHeader, StatusMark, Table } from '@lienket/ui';
import { useState } from 'react';
import type { OrganizationPartsFragment, ReadinessTableQuery } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useText } from '../../shared/i18n/use-text';
import { readiness as words } from '../../shared/messages/vi/readiness';
import { readinessTones } from '../../shared/readiness/readiness-items';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { ReadinessTableDocument } from './checklist-operations';
import s from './readiness-screens.module.css';

type Row = ReadinessTableQuery['readinessTable']['rows'][number];

/** Which products could enter the chain today: products against the lines of the buyer's own list. */
export default function ReadinessScreen() {
  const t = useText(words);
  const [seller, setSeller] = useState<OrganizationPartsFragment | null>(null);
  const query = useQuery(ReadinessTableDocument, {
    variables: { sellerOrgId: seller?.id ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const more = (after: string | null | undefined) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...before,
        readinessTable: {
          ...fetchMoreResult.readinessTable,
          columns: joined(before.readinessTable.columns, fetchMoreResult.readinessTable.columns),
          rows: [...before.readinessTable.rows, ...fetchMoreResult.readinessTable.rows],
        },
      }),
    });
  return (
    <>
      <PageTitle>{t('readinessTable.title')}</PageTitle>
      <PageHeader
        title={t('readinessTable.title')}
        meta={t('readinessTable.lead')}
        actions={
          <>
            <ExportButton list="readiness" filter={{ seller: seller?.id }} />
            <LinkButton href="/checklist">{t('readinessTable.edit')}</LinkButton>
          </>
        }
      />
      <div className={s.filter}>
        <Field label={t('readinessTable.seller')} id="seller" hint={t('readinessTable.allSellers')}>
          <OrganizationCombobox value={seller} onChange={setSeller} />
        </Field>
      </div>
      <AsyncScreen
        query={query}
        count={6}
        empty={({ readinessTable: { rows, columns } }) =>
          rows.length === 0 || columns.length === 0 ? (
            <EmptyState
              title={t(columns.length === 0 && rows.length > 0 ? 'readiness.noList' : 'readinessTable.empty')}
              action={<LinkButton href="/checklist">{t('readiness.makeList')}</LinkButton>}
            />
          ) : null
        }
      >
        {({ readinessTable }) => (
          <>
            <div className={s.wide}>
              <Grid table={readinessTable} />
            </div>
            {readinessTable.pageInfo.hasNextPage && (
              <Button onClick={() => void more(readinessTable.pageInfo.endCursor)}>{t('readinessTable.more')}</Button>
            )}
          </>
        )}
      </AsyncScreen>
    </>
  );
}

type Columns = ReadinessTableQuery['readinessTable']['columns'];

/** Columns of two pages, in the register's order of codes as they came. */
const joined = (a: Columns, b: Columns): Columns => [...a, ...b.filter(({ code }) => !a.some((known) => known.code === code))];

function Grid({ table }: { table: ReadinessTableQuery['readinessTable'] }) {
  const t = useText(words);
  return (
    <Table
      caption={t('readinessTable.title')}
      captionHidden
      rows={table.rows}
      rowKey={(row) => row.product.id}
      density="compact"
      columns={[
        {
          key: 'product',
          header: t('readinessTable.product'),
          primary: true,
          cell: (row) => (
            <>
              <Link href={`/catalog/${row.product.slug}`}>{row.product.nameVi}</Link>
              <span className={s.soft}>{row.seller.shortName}</span>
            </>
          ),
        },
        {
          key: 'met',
          header: t('readinessTable.met'),
          numeric: true,
          cell: (row) => t('readiness.count', { met: row.met, required: row.required }),
        },
        ...table.columns.map((column) => ({
          key: column.code,
          header: column.name,
          cell: (row: Row) => <Cell row={row} code={column.code} />,
        })),
      ]}
    />
  );
}

function Cell({ row, code }: { row: Row; code: string }) {
  const t = useText(words);
  const cell = row.cells.find((one) => one.code === code);
  if (!cell) return <span className={s.soft}>{t('readinessTable.notAsked')}</span>;
  const whose = cell.nextMover ? t(`readiness.move${cell.nextMover}`) : null;
  return (
    <div>
      <StatusMark tone={readinessTones[cell.state]}>{t(`readinessState.${cell.state}`)}</StatusMark>
      {whose && <span className={s.soft}>{whose}</span>}
    </div>
  );
}

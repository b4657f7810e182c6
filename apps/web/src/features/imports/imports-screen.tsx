import { useQuery } from '@apollo/client/react';
import {
  Cluster,
  EmptyState,
  Field,
  FileDrop,
  LinkButton,
  LoadMore,
  PageHeader,
  RadioGroup,
  Section,
  StatusMark,
  Table,
} from '@lienket/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ImportsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { imports } from '../../shared/messages/vi/imports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { ImportKindsDocument, ImportsDocument } from './import-operations';
import { importTones } from './import-status';
import s from './imports.module.css';
import { uploadSheet } from './upload-sheet';

type Row = ImportsQuery['imports']['edges'][number]['node'];

/** What there is now, in the columns of the template: to be edited and brought in again. */
const CURRENT: Readonly<Record<string, string>> = {
  PRODUCTS: 'my-products',
  PRICES: 'prices',
  LOTS: 'lots',
  CERTIFICATES: 'certificates',
};

/** Where an import begins: what, from which template, and the file. */
export default function ImportsScreen() {
  const t = useText(imports);
  const kinds = useQuery(ImportKindsDocument);
  return (
    <>
      <PageTitle>{t('imports.title')}</PageTitle>
      <PageHeader title={t('imports.title')} meta={t('imports.lead')} />
      <AsyncScreen query={kinds}>{(data) => <Start kinds={data.importKinds} />}</AsyncScreen>
      <Past />
    </>
  );
}

function Start({ kinds }: { kinds: readonly { kind: string; label: string }[] }) {
  const t = useText(imports);
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((known) => known.kind === params.get('kind'))?.kind ?? kinds[0]?.kind ?? '';
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (file: File) => {
    setSending(true);
    setError(undefined);
    const answer = await uploadSheet(kind, file);
    setSending(false);
    if ('id' in answer) void navigate(`/imports/${answer.id}`);
    else setError(answer.message || t('imports.failed'));
  };
  return (
    <div className={s.start}>
      <RadioGroup
        legend={t('imports.kind')}
        name="kind"
        value={kind}
        onValueChange={(next) => setParams({ kind: next }, { replace: true })}
        options={kinds.map(({ kind: value, label }) => ({ value, label }))}
      />
      <Cluster>
        <LinkButton icon={<Download />} href={`/imports/templates/${kind.toLowerCase()}.xlsx`}>
          {t('imports.template')}
        </LinkButton>
        {CURRENT[kind] && (
          <LinkButton variant="quiet" icon={<Download />} href={`/exports/${CURRENT[kind]}.xlsx`}>
            {t('imports.current')}
          </LinkButton>
        )}
      </Cluster>
      <Field id="file" label={t('imports.file')} error={error}>
        <FileDrop
          chooseLabel={sending ? t('imports.sending') : t('imports.choose')}
          dropLabel={t('imports.drop')}
          hint={t('imports.fileHint')}
          removeLabel={({ name }) => name}
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={sending}
          files={[]}
          onAdd={([file]) => file && void send(file)}
        />
      </Field>
    </div>
  );
}

function Past() {
  const t = useText(imports);
  const f = useFormats();
  const query = useQuery(ImportsDocument, { fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, loadMore } = useLoadMore<Row>(query.data?.imports, query.fetchMore);
  return (
    <Section title={t('imports.past')} actions={items.length > 0 && <ExportButton list="imports" />}>
      <AsyncScreen query={query} empty={() => items.length === 0 && <EmptyState title={t('imports.none')} />}>
        {(data) => (
          <>
            <Table
              caption={t('imports.past')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/imports/${id}`}
              columns={[
                { key: 'file', header: t('imports.col.file'), primary: true, cell: ({ fileName }) => fileName },
                {
                  key: 'status',
                  header: t('imports.col.status'),
                  cell: ({ status }) => <StatusMark tone={importTones[status]}>{t(`imports.status.${status}`)}</StatusMark>,
                },
                {
                  key: 'rows',
                  header: t('imports.col.rows'),
                  numeric: true,
                  width: 100,
                  cell: ({ rowsTotal }) => f.count(rowsTotal),
                },
                { key: 'by', header: t('imports.col.by'), cell: ({ createdByName }) => createdByName },
                { key: 'when', header: t('imports.col.when'), cell: ({ createdAt }) => f.dateTime(createdAt) },
              ]}
            />
            <LoadMore
              text={t('state.shown', { shown: f.count(items.length), total: f.count(data.imports.totalCount) })}
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </Section>
  );
}

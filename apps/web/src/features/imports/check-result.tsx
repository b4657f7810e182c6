import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Figure, Figures, LinkButton, LoadMore, Notice, RadioGroup, Section } from '@lienket/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ImportMode, ImportPartsFragment, ImportProblemsQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { imports } from '../../shared/messages/vi/imports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { ImportCancelDocument, ImportCommitDocument, ImportProblemsDocument } from './import-operations';
import s from './imports.module.css';

type Found = NonNullable<ImportProblemsQuery['importBatch']>;

/** What the file would do, what stands in its way, and the button that lets it in. */
export function CheckResult({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  const f = useFormats();
  const [mode, setMode] = useState<ImportMode>('VALID_ONLY');
  const commit = useMutationForm(ImportCommitDocument, {
    form: `import-commit-${batch.id}-${batch.version}`,
    pick: (data) => data.importCommit,
    stale: ['imports'],
  });
  const cancel = useMutationForm(ImportCancelDocument, {
    form: `import-cancel-${batch.id}`,
    pick: (data) => data.importCancel,
    stale: ['imports'],
  });
  const may = batch.availableActions.find(({ action }) => action === 'commit');
  return (
    <>
      <FormErrors form={commit} />
      <FormErrors form={cancel} />
      <p>{t('imports.nothingYet')}</p>
      <Counts batch={batch} />
      {batch.withErrors === 0 ? <Notice tone="success">{t('imports.allRight')}</Notice> : <Problems batch={batch} />}
      {batch.withErrors > 0 && (
        <RadioGroup
          legend={t('imports.mode')}
          name="mode"
          value={mode}
          onValueChange={(next) => setMode(next as ImportMode)}
          options={(['VALID_ONLY', 'ALL_OR_NOTHING'] as const).map((value) => ({ value, label: t(`imports.mode.${value}`) }))}
        />
      )}
      {may && !may.allowed && <Notice tone="warning">{may.reason}</Notice>}
      <Cluster>
        <Button
          variant="primary"
          disabled={!may?.allowed}
          loading={commit.busy}
          onClick={() => void commit.submit((clientKey) => ({ input: { clientKey, id: batch.id, mode } }))}
        >
          {t('imports.commit', { count: f.count(batch.toCreate + batch.toUpdate) })}
        </Button>
        <Button loading={cancel.busy} onClick={() => void cancel.submit((clientKey) => ({ input: { clientKey, id: batch.id } }))}>
          {t('imports.cancel')}
        </Button>
      </Cluster>
    </>
  );
}

export function Counts({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  const f = useFormats();
  return (
    <Figures>
      <Figure label={t('imports.create')} value={f.count(batch.toCreate)} />
      <Figure label={t('imports.update')} value={f.count(batch.toUpdate)} />
      <Figure label={t('imports.skip')} value={f.count(batch.toSkip)} detail={t('imports.skipWhy')} />
      <Figure label={t('imports.errors')} value={f.count(batch.withErrors)} />
    </Figures>
  );
}

/** First by repair, because one answer often mends a hundred cells; then row by row. */
export function Problems({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  const query = useQuery(ImportProblemsDocument, { variables: { id: batch.id }, fetchPolicy: 'cache-and-network' });
  return (
    <AsyncScreen query={query} missing={(data) => !data.importBatch}>
      {(data) => (
        <>
          <Section
            title={t('imports.byRepair')}
            actions={
              <LinkButton icon={<Download />} href={`/imports/${batch.id}/rejected.xlsx`}>
                {t('imports.rejected')}
              </LinkButton>
            }
          >
            <p className={s.hint}>{t('imports.rejectedHint')}</p>
            <ul className={s.groups}>
              {data.importBatch!.problemGroups.map((group) => (
                <Group key={`${group.code} ${group.column}`} group={group} />
              ))}
            </ul>
          </Section>
          <Rows found={data.importBatch!} fetchMore={query.fetchMore} />
        </>
      )}
    </AsyncScreen>
  );
}

function Group({ group: { label, message, count, cells } }: { group: Found['problemGroups'][number] }) {
  const t = useText(imports);
  const f = useFormats();
  const more = count - cells.length;
  return (
    <li className={s.group}>
      <strong>
        {label} ({f.count(count)})
      </strong>
      <p>{message}</p>
      <p className={s.hint}>
        {t('imports.cells', { cells: cells.join(', ') })}
        {more > 0 && ` ${t('imports.more', { count: f.count(more) })}`}
      </p>
    </li>
  );
}

function Rows({
  found,
  fetchMore,
}: {
  found: Found;
  fetchMore: (options: { variables: { after?: string | null } }) => Promise<unknown>;
}) {
  const t = useText(imports);
  const f = useFormats();
  const { items, hasMore, loading, loadMore } = useLoadMore<Found['rows']['edges'][number]['node']>(found.rows, fetchMore);
  return (
    <Section title={t('imports.byRow')}>
      <ul className={s.groups}>
        {items.map(({ row, key, problems }) => (
          <li key={row} className={s.group}>
            <strong>
              {t('imports.row', { row: String(row) })}
              {key && ` · ${key}`}
            </strong>
            <ul className={s.problems}>
              {problems.map(({ cell, label, code, found: there, message }) => (
                <li key={`${cell} ${code}`}>
                  <b>{[cell, label].filter(Boolean).join(' · ')}</b>
                  {there && ` (${t('imports.found', { found: there })})`}: {message}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <LoadMore
        text={t('state.shown', { shown: f.count(items.length), total: f.count(found.rows.totalCount) })}
        label={t('action.more')}
        onMore={loadMore}
        loading={loading}
        done={!hasMore}
      />
    </Section>
  );
}

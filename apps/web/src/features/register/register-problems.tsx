import { useQuery } from '@apollo/client/react';
import { LoadMore, Notice, Section, Table } from '@lienket/ui';
import type { RegisterPartsFragment, RegisterProblemsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { register } from '../../shared/messages/vi/register';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { RegisterProblemsDocument } from './register-operations';
import s from './register.module.css';

type Problem = NonNullable<RegisterProblemsQuery['registerBatch']>['problems']['edges'][number]['node'];

/** Each mistake at its sheet and cell, with the repair. */
export function RegisterProblems({ batch }: { batch: RegisterPartsFragment }) {
  const t = useText(register);
  const f = useFormats();
  const errors = batch.sheets.reduce((sum, sheet) => sum + sheet.errors, 0);
  const query = useQuery(RegisterProblemsDocument, {
    variables: { id: batch.id },
    skip: errors === 0,
    fetchPolicy: 'cache-and-network',
  });
  const { items, hasMore, loading, loadMore } = useLoadMore<Problem>(query.data?.registerBatch?.problems, query.fetchMore);
  if (errors === 0) return batch.status === 'VALIDATED' ? <Notice tone="success">{t('registers.allRight')}</Notice> : null;
  return (
    <Section title={t('registers.problems')}>
      <AsyncScreen query={query} missing={(data) => !data.registerBatch}>
        {(data) => (
          <>
            <Table
              caption={t('registers.problems')}
              captionHidden
              rows={items}
              rowKey={({ sheet, row, label, code }) => `${sheet} ${row} ${label} ${code}`}
              columns={[
                {
                  key: 'cell',
                  header: t('registers.cell'),
                  primary: true,
                  width: 210,
                  cell: ({ sheetTitle, cell, row }) => `${sheetTitle}!${cell ?? row}`,
                },
                {
                  key: 'label',
                  header: t('registers.column'),
                  width: 220,
                  cell: ({ label, found }) => (
                    <>
                      {label}
                      {found && <span className={s.found}>{t('registers.found', { found })}</span>}
                    </>
                  ),
                },
                {
                  key: 'message',
                  header: t('registers.repair'),
                  cell: ({ message, holds }) => (
                    <>
                      {message}
                      {holds > 0 && <span className={s.found}>{t('registers.holds', { count: holds })}</span>}
                    </>
                  ),
                },
              ]}
            />
            <LoadMore
              text={t('state.shown', { shown: f.count(items.length), total: f.count(data.registerBatch!.problems.totalCount) })}
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

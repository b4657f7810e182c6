import { useQuery } from '@apollo/client/react';
import { EmptyState, FileDrop, LoadMore, Notice, PageHeader, Section, Stack, TabNav } from '@lienket/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { BankLineState } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { BankLinesDocument } from './bank.operations';
import { BankLinks } from './bank-links';
import { BankLines } from './bank-lines';
import { type StatementRead, uploadStatement } from './upload-statement';

const tabs = ['REVIEW', 'SETTLED', 'IGNORED'] as const satisfies BankLineState[];

/** The bank's statement in; what names its request is paid, the rest is laid out to decide. */
export default function BankScreen() {
  const t = useText(billing);
  const f = useFormats();
  const [params] = useSearchParams();
  const tab = tabs.find((name) => name === params.get('tab')) ?? 'REVIEW';
  const query = useQuery(BankLinesDocument, { variables: { state: tab, first: 30 } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.bankLines, query.fetchMore);
  return (
    <>
      <PageTitle>{t('bank.statement')}</PageTitle>
      <PageHeader
        back={{ href: '/payments', label: t('payments.titleSeller') }}
        title={t('bank.statement')}
        meta={t('bank.hint')}
        actions={<ExportButton list="bank-lines" filter={{ state: tab }} />}
      />
      <StatementUpload onRead={() => void query.refetch()} />
      <BankLinks />
      <TabNav
        label={t('bank.tabs')}
        items={tabs.map((name) => ({
          href: name === 'REVIEW' ? '/payments/bank' : `/payments/bank?tab=${name}`,
          label: t(`bank.tab.${name}`),
          current: name === tab,
        }))}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.bankLines.edges.length === 0 && <EmptyState title={t(`bank.empty.${tab}`)} detail={t('bank.emptyDetail')} />
        }
      >
        {({ bankLines }) => (
          <>
            <BankLines lines={items} reload={() => void query.refetch()} />
            <LoadMore
              text={
                failed
                  ? t('payments.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(bankLines.totalCount) })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function StatementUpload({ onRead }: { onRead: () => void }) {
  const t = useText(billing);
  const f = useFormats();
  const [name, setName] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [read, setRead] = useState<StatementRead | { refused: string } | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    setBusy(true);
    setRead(null);
    const answer = await uploadStatement(file);
    setBusy(false);
    setRead(answer);
    if (!('refused' in answer)) onRead();
  };
  const refused = read && 'refused' in read ? read.refused || t('upload.failed') : undefined;
  return (
    <Section title={t('bank.upload')}>
      <Stack>
        <FileDrop
          id="statement"
          chooseLabel={t('bank.choose')}
          dropLabel={t('bank.drop')}
          hint={t('bank.formats')}
          accept=".xlsx,.csv,.xml"
          disabled={isBusy}
          files={name ? [{ id: name, name, detail: isBusy ? t('bank.reading') : undefined, error: refused }] : []}
          removeLabel={(file) => t('bank.remove', { name: file.name })}
          onAdd={(files) => void send(files[0])}
        />
        {read && !('refused' in read) && (
          <Notice
            tone={read.toReview > 0 || read.unreadable.length > 0 ? 'warning' : 'success'}
            title={t('bank.done', { settled: f.count(read.settled) })}
          >
            {[
              read.toReview > 0 && t('bank.toReview', { count: f.count(read.toReview) }),
              read.credits > read.fresh && t('bank.known', { count: f.count(read.credits - read.fresh) }),
              ...read.unreadable.slice(0, 5).map(({ row, text }) => t('bank.unreadable', { row: f.count(row), text })),
            ]
              .filter(Boolean)
              .join(' ')}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}

import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, PageHeader, Section, Stack, Table } from '@lienket/ui';
import { useState } from 'react';
import type { RecipientPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { ConfirmForDialog, SendDialog } from './distribution-dialogs';
import { DutiesTabs } from './duties-tabs';
import { DistributionDocument } from './duties.operations';
import s from './duties.module.css';

/** Whom the notice goes to, who sends it on, and who says that it was read. */
export default function DistributionScreen() {
  const t = useText(duties);
  const query = useQuery(DistributionDocument, { fetchPolicy: 'cache-and-network' });
  useDemoMark(query.data?.noticeDistribution.some(({ isDemo }) => isDemo) ?? false);
  return (
    <>
      <PageTitle>{t('distribution.title')}</PageTitle>
      <PageHeader
        title={t('distribution.title')}
        meta={t('distribution.lead')}
        actions={<ExportButton list="notice-recipients" />}
      />
      <DutiesTabs current="distribution" />
      <AsyncScreen
        query={query}
        empty={(data) => data.noticeDistribution.length === 0 && <EmptyState title={t('distribution.none')} />}
      >
        {({ noticeDistribution }) => (
          <>
            {[...new Set(noticeDistribution.map(({ eventTitle }) => eventTitle))].map((title) => (
              <Section key={title} title={title}>
                <ul className={s.list}>
                  {noticeDistribution
                    .filter(({ eventTitle }) => eventTitle === title)
                    .map((recipient) => (
                      <Recipient key={recipient.id} recipient={recipient} />
                    ))}
                </ul>
              </Section>
            ))}
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function Recipient({ recipient }: { recipient: RecipientPartsFragment }) {
  const t = useText(duties);
  const f = useFormats();
  const { may } = useSession();
  const [open, setOpen] = useState<'send' | RecipientPartsFragment['receipts'][number] | null>(null);
  const { senderName, senderToday, receipts } = recipient;
  const sender = senderName && (senderToday ? `${senderName} (${t('noticeDuty.today', { name: senderToday })})` : senderName);
  return (
    <li className={s.item}>
      <Stack gap="small">
        <strong>{recipient.name}</strong>
        {sender && <span>{t('distribution.sender', { name: sender })}</span>}
        <span className={s.under}>
          {recipient.sentCount === 0
            ? t('distribution.notSent')
            : t('distribution.counts', { sent: f.count(recipient.sentCount), read: f.count(recipient.readCount) })}
        </span>
        {receipts.length > 0 && (
          <Table
            caption={recipient.name}
            captionHidden
            density="compact"
            rows={receipts}
            rowKey={({ id }) => id}
            columns={[
              { key: 'org', header: t('distribution.org'), primary: true, width: 280, cell: (row) => row.organization },
              {
                key: 'sent',
                header: t('distribution.sent'),
                cell: (row) =>
                  t('distribution.sentBy', {
                    day: f.date(row.sentOn),
                    by: row.sentBy,
                    method: t(`sendingMethod.${row.method}`),
                  }),
              },
              {
                key: 'read',
                header: t('distribution.read'),
                cell: (row) =>
                  row.readOn ? (
                    <span>
                      {t('distribution.readBy', { day: f.date(row.readOn), by: row.readBy ?? '' })}
                      {row.readNote && <span className={s.under}>{row.readNote}</span>}
                    </span>
                  ) : may('duty.record') ? (
                    <Button size="small" variant="quiet" onClick={() => setOpen(row)}>
                      {t('distribution.confirmFor')}
                    </Button>
                  ) : (
                    t('distribution.notRead')
                  ),
              },
            ]}
          />
        )}
        {recipient.maySend && (
          <div>
            <Button size="small" onClick={() => setOpen('send')}>
              {t('distribution.send')}
            </Button>
          </div>
        )}
      </Stack>
      {open === 'send' && <SendDialog recipient={recipient} onClose={() => setOpen(null)} />}
      {open && open !== 'send' && <ConfirmForDialog receipt={open} onClose={() => setOpen(null)} />}
    </li>
  );
}

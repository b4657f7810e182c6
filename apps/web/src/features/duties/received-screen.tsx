import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, Link, PageHeader, Stack, StatusMark, toast } from '@lienket/ui';
import type { OwnNoticePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { NoticeConfirmDocument, ReceivedNoticesDocument } from './duties.operations';
import s from './duties.module.css';

/** Notices that were sent to the reader's organization: one tap says that they were read. */
export default function ReceivedScreen() {
  const t = useText(duties);
  const query = useQuery(ReceivedNoticesDocument, { fetchPolicy: 'cache-and-network' });
  useDemoMark(query.data?.ownNotices.some(({ isDemo }) => isDemo) ?? false);
  return (
    <>
      <PageTitle>{t('received.title')}</PageTitle>
      <PageHeader title={t('received.title')} />
      <AsyncScreen query={query} empty={(data) => data.ownNotices.length === 0 && <EmptyState title={t('received.none')} />}>
        {({ ownNotices }) => (
          <ul className={s.list}>
            {ownNotices.map((notice) => (
              <Received key={notice.id} notice={notice} onReload={() => void query.refetch()} />
            ))}
          </ul>
        )}
      </AsyncScreen>
    </>
  );
}

function Received({ notice, onReload }: { notice: OwnNoticePartsFragment; onReload: () => void }) {
  const t = useText(duties);
  const f = useFormats();
  const form = useMutationForm(NoticeConfirmDocument, {
    form: `notice-read-${notice.id}`,
    pick: (data) => data.noticeConfirm,
    stale: ['workItems'],
    onDone: () => toast.success(t('received.done')),
  });
  const send = () => void form.submit((clientKey) => ({ input: { clientKey, id: notice.id, version: notice.version } }));
  return (
    <li className={s.item}>
      <Stack gap="small">
        <strong>{notice.sourceTitle}</strong>
        <span className={s.under}>{t('received.sent', { by: notice.sentBy, day: f.date(notice.sentOn) })}</span>
        <FormErrors form={form} />
        <Cluster>
          <Link href={`/events/${notice.eventCode}`}>{t('received.open')}</Link>
          {notice.readOn ? (
            <StatusMark tone="success">{t('received.readOn', { day: f.date(notice.readOn) })}</StatusMark>
          ) : (
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('received.confirm')}
            </Button>
          )}
        </Cluster>
      </Stack>
      <ConflictDialog form={form} onReload={onReload} />
    </li>
  );
}

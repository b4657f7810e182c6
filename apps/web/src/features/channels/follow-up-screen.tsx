import { useQuery } from '@apollo/client/react';
import {
  Button,
  Dialog,
  EmptyState,
  Field,
  FilterChips,
  LoadMore,
  PageHeader,
  Select,
  Stack,
  StatusMark,
  Table,
  TextArea,
  toast,
  Toolbar,
} from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import type { ChannelPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { channels } from '../../shared/messages/vi/channels';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { channelTone } from './channel-tone';
import { ChannelCallDocument, FollowUpsDocument, PlatformsDocument } from './channels.operations';
import s from './channels.module.css';

/** The officer's list: who stands at which step, since when, and the last call. */
export default function FollowUpScreen() {
  const t = useText(channels);
  const f = useFormats();
  const [params, setParams] = useSearchParams();
  const stalled = params.has('stalled');
  const platform = params.get('platform') ?? '';
  const platforms = useQuery(PlatformsDocument);
  const query = useQuery(FollowUpsDocument, {
    variables: { filter: { stalled: stalled || null, platform: platform || null }, first: 30 },
  });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.channelFollowUps, query.fetchMore);
  const [calling, setCalling] = useState<ChannelPartsFragment | null>(null);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const choose = (next: { stalled: boolean; platform: string }) =>
    setParams({ ...(next.stalled && { stalled: '' }), ...(next.platform && { platform: next.platform }) }, { replace: true });
  return (
    <>
      <PageTitle>{t('followUp.title')}</PageTitle>
      <PageHeader
        title={t('followUp.title')}
        meta={t('followUp.meta')}
        actions={<ExportButton list="channel-follow-ups" filter={{ platform, stalled: stalled || null }} />}
      />
      <Toolbar label={t('followUp.filters')}>
        <Field label={t('channels.platform')} labelHidden className={s.filter}>
          <Select
            value={platform}
            placeholder={t('followUp.anyPlatform')}
            options={(platforms.data?.channelPlatforms ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(event) => choose({ stalled, platform: event.target.value })}
          />
        </Field>
        <FilterChips
          label={t('followUp.filters')}
          chips={[{ key: 'stalled', label: t('followUp.stalledOnly'), selected: stalled }]}
          onToggle={() => choose({ stalled: !stalled, platform })}
        />
      </Toolbar>
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.channelFollowUps.edges.length === 0 && (
            <EmptyState title={t(stalled ? 'followUp.emptyStalled' : 'followUp.empty')} />
          )
        }
      >
        {({ channelFollowUps }) => (
          <>
            <FollowUpTable rows={items} onCall={setCalling} />
            <LoadMore
              text={
                failed
                  ? t('followUp.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(channelFollowUps.totalCount) })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
      {calling && <CallDialog listing={calling} onClose={() => setCalling(null)} />}
    </>
  );
}

interface FollowUpTableProps {
  rows: readonly ChannelPartsFragment[];
  onCall: (listing: ChannelPartsFragment) => void;
}

function FollowUpTable({ rows, onCall }: FollowUpTableProps) {
  const t = useText(channels);
  const f = useFormats();
  const next = (row: ChannelPartsFragment) => row.steps.find(({ doneAt }) => !doneAt)?.text ?? t('followUp.allDone');
  return (
    <Table
      caption={t('followUp.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.stalledDays == null ? undefined : 'danger')}
      columns={[
        {
          key: 'cooperative',
          header: t('followUp.cooperative'),
          primary: true,
          cell: (row) => (
            <span>
              {row.cooperative.shortName}
              <span className={s.under}>{row.productName}</span>
            </span>
          ),
        },
        {
          key: 'platform',
          header: t('channels.platform'),
          cell: (row) => (
            <span>
              {row.platform.name}
              <span className={s.under}>
                <StatusMark tone={channelTone[row.state]}>{t(`channelState.${row.state}`)}</StatusMark>
              </span>
            </span>
          ),
        },
        {
          key: 'step',
          header: t('followUp.step'),
          cell: (row) => (
            <span>
              {next(row)}
              <span className={s.under}>
                {t('channels.steps', { done: row.steps.filter(({ doneAt }) => doneAt).length, total: row.steps.length })}
              </span>
            </span>
          ),
        },
        {
          key: 'since',
          header: t('followUp.since'),
          width: 150,
          cell: (row) => (
            <span>
              {f.date(row.movedAt)}
              {row.stalledDays != null && <span className={s.late}>{t('channels.stalled', { days: row.stalledDays })}</span>}
            </span>
          ),
        },
        {
          key: 'call',
          header: t('followUp.call'),
          cell: (row) =>
            row.calls[0] ? (
              `${f.date(row.calls[0].calledAt)}: ${row.calls[0].note}`
            ) : (
              <span className={s.hint}>{t('followUp.noCall')}</span>
            ),
        },
        {
          key: 'act',
          header: t('followUp.noteCall'),
          headerHidden: true,
          width: 140,
          cell: (row) => (
            <Button size="small" onClick={() => onCall(row)}>
              {t('followUp.noteCall')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function CallDialog({ listing, onClose }: { listing: ChannelPartsFragment; onClose: () => void }) {
  const t = useText(channels);
  const [note, setNote] = useState('');
  const form = useMutationForm(ChannelCallDocument, {
    form: `channel-call-${listing.id}`,
    pick: (data) => data.channelCallNote,
    onDone: () => {
      toast.success(t('followUp.noted'));
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit((clientKey) => ({ input: { clientKey, listingId: listing.id, note } }));
  };
  const title = t('followUp.noteFor', { name: listing.cooperative.shortName, product: listing.productName });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} closeLabel={t('action.close')}>
      <form noValidate onSubmit={send}>
        <Stack>
          <FormErrors form={form} />
          <Field id="note" label={t('followUp.noteLabel')} error={form.errorOf('note')} required>
            <TextArea rows={4} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <div>
            <Button type="submit" variant="primary" loading={form.busy}>
              {t('followUp.noteCall')}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}

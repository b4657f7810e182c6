import {
  Button,
  Checkbox,
  Cluster,
  Field,
  FieldRow,
  Notice,
  NumberInput,
  Stack,
  StatusMark,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import type { ChannelAction, ChannelPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { channels } from '../../shared/messages/vi/channels';
import { channelTone } from './channel-tone';
import { ChannelChangeDocument, ChannelCheckDocument, ChannelSaleDocument, ChannelStepDocument } from './channels.operations';
import s from './channels.module.css';

/** One product on one platform: where it stands, and everything that can be done about it. */
export function ChannelCard({ listing }: { listing: ChannelPartsFragment }) {
  const t = useText(channels);
  const f = useFormats();
  const done = listing.steps.filter(({ doneAt }) => doneAt).length;
  return (
    <article className={s.card}>
      <header className={s.head}>
        <h3 className={s.name}>{listing.platform.name}</h3>
        <StatusMark tone={channelTone[listing.state]}>{t(`channelState.${listing.state}`)}</StatusMark>
        {listing.stalledDays != null && (
          <StatusMark tone="danger">{t('channels.stalled', { days: listing.stalledDays })}</StatusMark>
        )}
        {listing.url && (
          <a className={s.link} href={listing.url} target="_blank" rel="noopener noreferrer nofollow">
            {t('channels.open')}
          </a>
        )}
      </header>
      <Stack>
        <StateAndLink listing={listing} />
        <details open={listing.state === 'PREPARING'}>
          <summary className={s.summary}>{t('channels.steps', { done, total: listing.steps.length })}</summary>
          <p className={s.hint}>{t('channels.guide')}</p>
          <Steps listing={listing} />
        </details>
        {listing.url && <LinkCheck listing={listing} />}
        {listing.state !== 'PREPARING' && <Sales listing={listing} />}
        {listing.calls.length > 0 && (
          <Notice tone="info">
            {t('channels.calls')}
            {listing.calls.map((call) => (
              <span key={call.id} className={s.call}>
                {`${f.date(call.calledAt)}, ${call.calledBy}: ${call.note}`}
              </span>
            ))}
          </Notice>
        )}
      </Stack>
    </article>
  );
}

function StateAndLink({ listing }: { listing: ChannelPartsFragment }) {
  const t = useText(channels);
  const [url, setUrl] = useState(listing.url ?? '');
  const form = useMutationForm(ChannelChangeDocument, {
    form: `channel-${listing.id}`,
    pick: (data) => data.channelChange,
    onDone: () => toast.success(t('channels.saved')),
  });
  const send = (action: ChannelAction | null) =>
    void form.submit((clientKey) => ({
      input: { clientKey, id: listing.id, version: listing.version, url: url.trim() || null, action },
    }));
  const changed = url.trim() !== (listing.url ?? '');
  return (
    <Stack gap="small">
      <FormErrors form={form} fieldId={(field) => `${listing.id}-${field}`} />
      <Field id={`${listing.id}-url`} label={t('channels.url')} error={form.errorOf('url')}>
        <TextInput type="url" inputMode="url" maxLength={500} value={url} onChange={(event) => setUrl(event.target.value)} />
      </Field>
      <Cluster>
        {changed && (
          <Button loading={form.busy} onClick={() => send(null)}>
            {t('channels.saveUrl')}
          </Button>
        )}
        {listing.actions.map((action) => (
          <Button key={action} size="small" variant={action === 'remove' ? 'quiet' : 'secondary'} onClick={() => send(action)}>
            {t(`channelAction.${action}`)}
          </Button>
        ))}
      </Cluster>
      <ConflictDialog form={form} onReload={() => form.clear()} />
    </Stack>
  );
}

function Steps({ listing }: { listing: ChannelPartsFragment }) {
  const f = useFormats();
  const form = useMutationForm(ChannelStepDocument, {
    form: `channel-steps-${listing.id}`,
    pick: (data) => data.channelStepTick,
  });
  return (
    <>
      <FormErrors form={form} />
      {listing.steps.map(({ code, text, doneAt }) => (
        <Checkbox
          key={code}
          label={text}
          hint={doneAt ? f.date(doneAt) : undefined}
          checked={Boolean(doneAt)}
          disabled={form.busy}
          onChange={(event) => {
            const done = event.target.checked;
            void form.submit((clientKey) => ({ input: { clientKey, listingId: listing.id, stepCode: code, done } }));
          }}
        />
      ))}
    </>
  );
}

function LinkCheck({ listing }: { listing: ChannelPartsFragment }) {
  const t = useText(channels);
  const f = useFormats();
  const [note, setNote] = useState('');
  const form = useMutationForm(ChannelCheckDocument, {
    form: `channel-check-${listing.id}`,
    pick: (data) => data.channelCheck,
    onDone: () => {
      setNote('');
      toast.success(t('channels.checkSaved'));
    },
  });
  const { lastCheckedOn, lastCheckedBy, lastCheckNote } = listing;
  return (
    <Stack gap="small">
      <p className={s.hint}>
        {lastCheckedOn
          ? t('channels.checked', { day: f.date(lastCheckedOn), who: lastCheckedBy ?? '', note: lastCheckNote ?? '' })
          : t('channels.neverChecked')}
      </p>
      <FormErrors form={form} />
      <div className={s.row}>
        <Field label={t('channels.checkNote')} className={s.grow}>
          <TextInput maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Button
          loading={form.busy}
          onClick={() =>
            void form.submit((clientKey) => ({ input: { clientKey, listingId: listing.id, checkedOn: f.today(), note } }))
          }
        >
          {t('channels.check')}
        </Button>
      </div>
    </Stack>
  );
}

function Sales({ listing }: { listing: ChannelPartsFragment }) {
  const t = useText(channels);
  const f = useFormats();
  const typed = useTypedNumbers();
  const [values, setValues] = useState({ qty: '', note: '' });
  const form = useMutationForm(ChannelSaleDocument, {
    form: `channel-sale-${listing.id}`,
    pick: (data) => data.channelSaleRecord,
    onDone: () => {
      setValues({ qty: '', note: '' });
      toast.success(t('channels.saved'));
    },
  });
  const send = () => {
    const qty = values.qty.trim() ? typed.quantity(values.qty) : null;
    if (!form.check({ qty: qty && !qty.ok ? qty.message : null })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, listingId: listing.id, month: f.today(), qty: qty?.ok ? qty.wire : null, note: values.note },
    }));
  };
  return (
    <Stack gap="small">
      <p className={s.label}>{t('channels.sales')}</p>
      {listing.sales.length > 0 && (
        <ul className={s.sales}>
          {listing.sales.map((sale) => (
            <li key={sale.month}>
              {t('channels.saleLine', {
                month: f.monthYear(sale.month),
                qty: sale.qty == null ? '' : f.quantity(sale.qty, listing.baseUnit),
                note: sale.note ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
      <FormErrors form={form} fieldId={(field) => `${listing.id}-${field}`} />
      <FieldRow>
        <Field id={`${listing.id}-qty`} label={t('channels.qty')} error={form.errorOf('qty')}>
          <NumberInput
            unit={listing.baseUnit}
            value={values.qty}
            onChange={(event) => setValues({ ...values, qty: event.target.value })}
          />
        </Field>
        <Field id={`${listing.id}-note`} label={t('channels.note')} error={form.errorOf('note')}>
          <TextInput
            maxLength={1000}
            value={values.note}
            onChange={(event) => setValues({ ...values, note: event.target.value })}
          />
        </Field>
      </FieldRow>
      <div>
        <Button loading={form.busy} onClick={send}>
          {t('channels.saleSave')}
        </Button>
      </div>
    </Stack>
  );
}

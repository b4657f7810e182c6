import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Field, Notice, Section, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { BankLinksQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { credits } from '../../shared/messages/vi/credits';
import { BankLinkCreateDocument, BankLinkRevokeDocument, BankLinksDocument } from './credit.operations';
import s from './billing.module.css';

type Link = BankLinksQuery['bankLinks'][number];

/** Banks that report arrivals by themselves; the secret of a new link is shown here once. */
export function BankLinks() {
  const t = useText(credits);
  const query = useQuery(BankLinksDocument);
  const [name, setName] = useState('');
  const [made, setMade] = useState<Link | null>(null);
  const form = useMutationForm(BankLinkCreateDocument, {
    form: 'bank-link-create',
    pick: (data) => data.bankLinkCreate,
    stale: ['bankLinks'],
    onDone: (link) => {
      setMade(link);
      setName('');
      void query.refetch();
    },
  });
  const send = () => {
    if (!form.check({ name: name.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, name } }));
  };
  return (
    <Section title={t('links.title')} meta={t('links.hint')}>
      <Stack>
        {made?.secret && (
          <Notice tone="warning" title={t('links.once')}>
            <code className={s.secret}>{made.secret}</code>
            <code className={s.secret}>{made.address}</code>
          </Notice>
        )}
        <ul className={s.transfers}>
          {(query.data?.bankLinks ?? []).map((link) => (
            <BankLinkRow key={link.id} link={link} onDone={() => void query.refetch()} />
          ))}
        </ul>
        <FormErrors form={form} />
        <Cluster end>
          <Field id="name" label={t('links.name')} error={form.errorOf('name')}>
            <TextInput value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button loading={form.busy} onClick={send}>
            {t('links.create')}
          </Button>
        </Cluster>
      </Stack>
    </Section>
  );
}

function BankLinkRow({ link, onDone }: { link: Link; onDone: () => void }) {
  const t = useText(credits);
  const f = useFormats();
  const form = useMutationForm(BankLinkRevokeDocument, {
    form: `bank-link-revoke-${link.id}`,
    pick: (data) => data.bankLinkRevoke,
    onDone: () => {
      toast.success(t('links.revoked'));
      onDone();
    },
  });
  return (
    <li className={s.payment}>
      <p className={s.paymentHead}>
        <b>{link.name}</b>
        <span className={s.small}>
          {link.revokedAt
            ? t('links.cut', { date: f.date(link.revokedAt) })
            : link.lastUsedAt
              ? t('links.used', { date: f.dateTime(link.lastUsedAt) })
              : t('links.never')}
        </span>
      </p>
      <code className={s.secret}>{link.address}</code>
      <FormErrors form={form} />
      {!link.revokedAt && (
        <div>
          <Button loading={form.busy} onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: link.id } }))}>
            {t('links.revoke')}
          </Button>
        </div>
      )}
    </li>
  );
}

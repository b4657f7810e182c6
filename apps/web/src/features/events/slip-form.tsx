import { Button, Field, FieldRow, LinkButton, Notice, Section, TextArea, TextInput } from '@lienket/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { useSession } from '../../shared/session/session';
import { SlipLeaveDocument } from './day-operations';
import s from './event.module.css';

/** What a visitor of the booth would buy: opened by the code that hangs there, sent with one thumb. */
export function SlipForm({ code, position, ownerOrgId }: { code: string; position: number; ownerOrgId: string | null }) {
  const t = useText(events);
  const { me } = useSession();
  const [params] = useSearchParams();
  const numbers = useTypedNumbers();
  const [open, setOpen] = useState(params.has('phieu'));
  const [left, setLeft] = useState(false);
  const [goods, setGoods] = useState('');
  const [qty, setQty] = useState('');
  const [unit, setUnit] = useState('kg');
  const [note, setNote] = useState('');
  const form = useMutationForm(SlipLeaveDocument, {
    form: `slip-${code}-${position}`,
    pick: (data) => data.slipLeave,
    stale: ['eventDay'],
    onDone: () => {
      setLeft(true);
      setGoods('');
      setQty('');
      setNote('');
    },
  });
  if (me && me.organization.id === ownerOrgId) return null;
  if (left)
    return (
      <Notice
        tone="success"
        live
        title={t('slip.left')}
        action={<Button onClick={() => setLeft(false)}>{t('slip.another')}</Button>}
      >
        {t('slip.leftDetail')}
      </Notice>
    );
  if (!me)
    return (
      <Section title={t('slip.title')}>
        <p>{t('slip.signIn')}</p>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(`/events/${code}/booths/${position}?phieu=1`)}`}>
          {t('slip.toSignIn')}
        </LinkButton>
      </Section>
    );
  if (!open) return <Button onClick={() => setOpen(true)}>{t('slip.open')}</Button>;
  const send = () => {
    const amount = qty.trim() ? numbers.quantity(qty) : null;
    const wrong = amount && !amount.ok ? amount.message : null;
    if (!form.check({ goods: goods.trim() ? null : t('form.required'), qty: wrong })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        eventCode: code,
        position,
        goods,
        qty: amount?.ok ? amount.wire : null,
        unit: amount ? unit : null,
        note: note || null,
      },
    }));
  };
  return (
    <Section title={t('slip.title')}>
      <div className={s.narrow}>
        <FormErrors form={form} />
        <Field id="goods" label={t('slips.goods')} required error={form.errorOf('goods')}>
          <TextInput value={goods} maxLength={200} onChange={({ target }) => setGoods(target.value)} />
        </Field>
        <FieldRow>
          <Field id="qty" label={t('slip.qty')} hint={t('slip.qtyHint')} error={form.errorOf('qty')}>
            <TextInput inputMode="decimal" value={qty} onChange={({ target }) => setQty(target.value)} />
          </Field>
          <Field id="unit" label={t('slip.unit')} error={form.errorOf('unit')}>
            <TextInput value={unit} maxLength={20} onChange={({ target }) => setUnit(target.value)} />
          </Field>
        </FieldRow>
        <Field id="note" label={t('slips.note')}>
          <TextArea value={note} maxLength={1000} onChange={({ target }) => setNote(target.value)} />
        </Field>
        <div>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('slip.send')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

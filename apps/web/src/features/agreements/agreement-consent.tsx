import { addMonths } from '@lienket/domain';
import { Button, Cluster, DateField, Field, Notice, StatusMark, toast } from '@lienket/ui';
import { useState } from 'react';
import type { MouPageFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { consent } from '../../shared/messages/vi/consent';
import { useMe } from '../../shared/session/session';
import { PriceConsentGiveDocument, PriceConsentRevokeDocument } from './consent-mutations';
import s from './signing.module.css';

/** Who reads the prices of this agreement, in plain words, and each side's own word about the Alliance. */
export function AgreementConsent({ mou, onReload }: { mou: MouPageFragment; onReload: () => void }) {
  const t = useText(consent);
  const f = useFormats();
  const me = useMe();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const { isOpen, mayDecide, sides } = mou.priceConsent;
  const own = sides.find(({ organization }) => organization.id === me.organization.id);
  const [expiresOn, setExpiresOn] = useState<string>(addMonths(f.today(), 12));
  const give = useMutationForm(PriceConsentGiveDocument, {
    form: `price-consent-give-${mou.id}-${own?.givenAt ?? ''}`,
    pick: (data) => data.priceConsentGive,
    onDone: () => {
      toast.success(t('consent.opened', { to: f.date(expiresOn) }));
      onReload();
    },
  });
  const revoke = useMutationForm(PriceConsentRevokeDocument, {
    form: `price-consent-revoke-${mou.id}-${own?.givenAt ?? ''}`,
    pick: (data) => data.priceConsentRevoke,
    onDone: () => {
      toast.success(t('consent.revoked'));
      onReload();
    },
  });
  return (
    <>
      <Notice tone={isOpen ? 'warning' : 'info'}>{t(isOpen ? 'consent.open' : 'consent.closed')}</Notice>
      <ul className={s.list}>
        {sides.map(({ organization, givenAt, expiresOn: until }) => (
          <li key={organization.id} className={s.item}>
            <p className={s.head}>
              <b>{organization.name}</b>
              <StatusMark tone={until ? 'success' : 'neutral'}>{t(until ? 'consent.given' : 'consent.notGiven')}</StatusMark>
              {until && givenAt && (
                <span className={s.soft}>{t('consent.until', { from: f.dateTime(givenAt), to: f.date(until) })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {own && mayDecide && (
        <div data-print="hide">
          <FormErrors form={give} />
          <FormErrors form={revoke} />
          {own.expiresOn ? (
            <Button
              loading={revoke.busy}
              onClick={() => void revoke.submit((clientKey) => ({ input: { clientKey, mouId: mou.id } }))}
            >
              {t('consent.revoke')}
            </Button>
          ) : (
            <Cluster>
              <Field id="expiresOn" label={t('consent.expiresOn')} error={give.errorOf('expiresOn')}>
                <DateField value={expiresOn} onValueChange={setExpiresOn} min={f.today()} locale={locale} labels={labels} />
              </Field>
              <Button
                loading={give.busy}
                onClick={() => {
                  if (!give.check({ expiresOn: expiresOn ? null : t('form.required') })) return;
                  void give.submit((clientKey) => ({ input: { clientKey, mouId: mou.id, expiresOn } }));
                }}
              >
                {t('consent.give')}
              </Button>
            </Cluster>
          )}
          <p className={s.soft}>{t('consent.plain')}</p>
        </div>
      )}
    </>
  );
}

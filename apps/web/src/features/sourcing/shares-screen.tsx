import { useQuery } from '@apollo/client/react';
import {
  Button,
  Cluster,
  EmptyState,
  Field,
  FieldRow,
  NumberInput,
  PageHeader,
  Section,
  Stack,
  StatusMark,
  toast,
} from '@lienket/ui';
import { quantity, quantityInputText } from '@lienket/domain';
import { useState } from 'react';
import type { PoolSharePartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { AgreedLines } from './agreed-lines';
import { shareTone } from './rfq-tone';
import { MyPoolSharesDocument, PoolShareAnswerDocument } from './sourcing.operations';
import s from './sourcing.module.css';

/** What other cooperatives ask this one to supply together, and what was agreed. */
export default function SharesScreen() {
  const t = useText(sourcing);
  const query = useQuery(MyPoolSharesDocument);
  return (
    <>
      <PageTitle>{t('shares.title')}</PageTitle>
      <PageHeader
        back={{ href: '/rfqs', label: t('rfqs.titleSeller') }}
        title={t('shares.title')}
        actions={<ExportButton list="pool-shares" />}
      />
      <AsyncScreen
        query={query}
        skeleton="cards"
        empty={(data) =>
          data.myPoolShares.length === 0 && <EmptyState title={t('shares.empty')} detail={t('shares.emptyDetail')} />
        }
      >
        {({ myPoolShares, myAwardLines }) => (
          <>
            <ul className={s.list}>
              {myPoolShares.map((share) => (
                <Share key={share.id} share={share} />
              ))}
            </ul>
            {myAwardLines.some(({ lead }) => lead) && (
              <Section title={t('shares.agreed')} actions={<ExportButton list="award-lines" filter={{ pooled: true }} />}>
                <AgreedLines lines={myAwardLines.filter(({ lead }) => lead)} />
              </Section>
            )}
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function Share({ share }: { share: PoolSharePartsFragment }) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const { may } = useSession();
  const numbers = useTypedNumbers();
  const [qty, setQty] = useState(quantityInputText(quantity(share.askedQty), locale));
  const [floor, setFloor] = useState('');
  const form = useMutationForm(PoolShareAnswerDocument, {
    form: `share-${share.id}`,
    pick: (data) => data.poolShareAnswer,
    stale: ['workItems'],
    onDone: () => toast.success(t('shares.done')),
  });
  const amount = numbers.quantity(qty);
  const price = numbers.money(floor);
  const take = () => {
    if (!form.check({ qty: amount.ok ? null : amount.message, floorPrice: price.ok ? null : price.message })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: share.id,
        version: share.version,
        accept: true,
        qty: amount.ok ? amount.wire : null,
        floorPrice: price.ok ? price.wire : null,
      },
    }));
  };
  const open = share.status === 'OFFERED' && may('quote.share', { sellerOrgId: share.member.id });
  return (
    <li className={s.item}>
      <div>
        <h2>{share.description}</h2>
        <p>{t('shares.from', { lead: share.lead.shortName, buyer: share.buyerName })}</p>
        <p className={s.big}>{t('shares.asked', { qty: f.quantity(share.askedQty, share.baseUnit) })}</p>
        {share.note && <p>{share.note}</p>}
        <StatusMark tone={shareTone[share.status]}>{t(`shareStatus.${share.status}`)}</StatusMark>
        {share.qty && share.floorPrice != null && (
          <p className={s.under}>
            {t('shares.promised', { qty: f.quantity(share.qty, share.baseUnit), price: f.vnd(share.floorPrice) })}
          </p>
        )}
      </div>
      {open && (
        <Stack>
          <FormErrors form={form} />
          <FieldRow>
            <Field id={`qty-${share.id}`} label={t('shares.qty')} error={form.errorOf('qty')} required>
              <NumberInput value={qty} unit={share.baseUnit} onChange={(event) => setQty(event.target.value)} />
            </Field>
            <Field
              id={`floor-${share.id}`}
              label={t('shares.floor', { unit: share.baseUnit })}
              hint={t('shares.floorHint')}
              error={form.errorOf('floorPrice')}
              required
            >
              <NumberInput value={floor} unit="₫" onChange={(event) => setFloor(event.target.value)} />
            </Field>
          </FieldRow>
          <Cluster>
            <Button variant="primary" loading={form.busy} onClick={take}>
              {t('shares.accept')}
            </Button>
            <Button
              onClick={() =>
                void form.submit((clientKey) => ({ input: { clientKey, id: share.id, version: share.version, accept: false } }))
              }
            >
              {t('shares.decline')}
            </Button>
          </Cluster>
        </Stack>
      )}
    </li>
  );
}

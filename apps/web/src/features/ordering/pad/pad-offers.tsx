import { priceOrderLine, quantityInputText } from '@lienket/domain';
import { Button, Checkbox, Notice, Stack } from '@lienket/ui';
import { useNavigate } from 'react-router';
import { readDraft, writeDraft } from '../../../shared/forms/draft-store';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { OpenContractNotice } from './open-contract-notice';
import type { PadCheck } from './pad-check';
import { isBlank, newRow, type PadRow } from './pad-rows';
import s from './pad.module.css';
import type { PadValues } from './use-pad';
import { type PadOffer, usePadOffers } from './use-pad-offers';

interface PadOffersProps {
  seller: { id: string; shortName: string };
  values: PadValues;
  check: PadCheck;
  deliveryOf: Parameters<typeof usePadOffers>[0]['deliveryOf'];
  /** Where the draft of this sheet is kept. */
  form: string;
  chosen: string | null;
  onChoose: (mouId: string | null) => void;
}

/** Agreements that what stands in the sheet could count for, with what would change; offered, never taken in silence. */
export function PadOffers({ seller, values, check, deliveryOf, form, chosen, onChoose }: PadOffersProps) {
  const t = useText(ordering);
  const offers = usePadOffers({ sellerId: seller.id, rows: values.rows, check, on: values.requestedOn, deliveryOf });
  const contracts = offers.filter(({ kind }) => kind === 'CONTRACT');
  const mous = offers.filter(({ kind }) => kind === 'MOU');
  return (
    <>
      {contracts.length === 0 && <OpenContractNotice sellerId={seller.id} />}
      {contracts.map((offer) => (
        <ContractOffer key={offer.id} offer={offer} seller={seller} values={values} check={check} form={form} />
      ))}
      {mous.length > 0 && (
        <Notice tone="info">
          <Stack gap="small">
            <b>{t('offer.mouTitle', { seller: seller.shortName })}</b>
            {mous.map((offer) => (
              <Checkbox
                key={offer.id}
                label={t('offer.mou', {
                  number: [offer.number, offer.title].filter(Boolean).join(' · '),
                  names: namesOf(offer, check),
                })}
                hint={t('offer.mouHint')}
                checked={chosen === offer.id}
                onChange={() => onChoose(chosen === offer.id ? null : offer.id)}
              />
            ))}
          </Stack>
        </Notice>
      )}
    </>
  );
}

const namesOf = (offer: PadOffer, check: PadCheck) =>
  [
    ...new Set(
      offer.lines.flatMap(({ row }) => {
        const found = check.rows[row];
        return found?.kind === 'OK' ? [found.item.name] : [];
      }),
    ),
  ].join(', ');

type ContractOfferProps = Pick<PadOffersProps, 'seller' | 'values' | 'check' | 'form'> & { offer: PadOffer };

/** The same goods by the contract: at its price, drawn on what it has left. The rows move into the contract's own sheet. */
function ContractOffer({ offer, seller, values, check, form }: ContractOfferProps) {
  const t = useText(ordering);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const said = offer.lines.flatMap((line) => {
    const found = check.rows[line.row];
    if (found?.kind !== 'OK' || line.unitPrice == null) return [];
    const priced = priceOrderLine({
      ...{ qtyBase: found.qty, packSizeBase: found.item.packSize, moqBase: null, tiers: [] },
      contractUnitPrice: BigInt(line.unitPrice),
    });
    return priced.ok ? [{ line, found, now: found.priced.amount, then: priced.value.amount }] : [];
  });
  if (said.length === 0) return null;
  const [now, then] = [said.reduce((sum, one) => sum + one.now, 0n), said.reduce((sum, one) => sum + one.then, 0n)];
  const move = () => {
    const at = new Date().toISOString();
    const target = `order-new-${seller.id}-${offer.id}`;
    const moved = new Set(said.map(({ line }) => line.row));
    const held = readDraft<PadValues>(target)?.values.rows.filter((row) => !isBlank(row)) ?? [];
    const rows = said.map(({ line, found }): PadRow => ({
      ...values.rows[line.row]!,
      id: crypto.randomUUID(),
      product: line.agreementLineId,
      qty: quantityInputText(found.qty, locale),
    }));
    const rest = values.rows.filter((_, index) => !moved.has(index));
    writeDraft<PadValues>(target, { ...values, rows: [...held, ...rows] }, at);
    writeDraft<PadValues>(form, { ...values, rows: rest.length ? rest : [newRow()] }, at);
    void navigate(`/orders/new?seller=${seller.id}&contract=${offer.id}`);
  };
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" onClick={move}>
          {t('offer.move', { count: said.length })}
        </Button>
      }
    >
      <Stack gap="small">
        <b>
          {t('offer.contract', {
            number: offer.number,
            names: [...new Set(said.map(({ found }) => found.item.name))].join(', '),
          })}
        </b>
        <span>
          {t(then < now ? 'offer.cheaper' : then > now ? 'offer.dearer' : 'offer.samePrice', {
            ...{ now: f.vnd(now), then: f.vnd(then), by: f.vnd(then < now ? now - then : then - now) },
          })}{' '}
          {t('offer.contractHint')}
        </span>
        <span className={s.small}>
          {said
            .flatMap(({ line, found }) =>
              line.remaining == null
                ? []
                : [t('link.remaining', { name: found.item.name, qty: f.quantity(line.remaining, found.item.unit) })],
            )
            .join(' ')}{' '}
          {offer.validTo && t('link.until', { date: f.date(offer.validTo) })}
        </span>
      </Stack>
    </Notice>
  );
}

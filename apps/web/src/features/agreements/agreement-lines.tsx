import { quantity } from '@lienket/domain';
import { Badge, FiveNumbers, Link, SeasonStrip } from '@lienket/ui';
import type { LineNumbersPartsFragment, MouPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { amending } from '../../shared/messages/vi/amending';
import { outside } from '../../shared/messages/vi/outside';
import { signing } from '../../shared/messages/vi/signing';
import { useSeason } from '../../shared/screen/use-season';
import s from './agreement.module.css';

interface FiveProps {
  label: string;
  unit: string;
  numbers: LineNumbersPartsFragment;
  /** For the parties: what was requested and paid of the line. */
  money?: { invoicedQty: string; paidQty: string } | undefined;
}

/** Committed, called off, dispatched, accepted, rejected, and for the parties what was invoiced and paid: bars from one zero line. */
export function LineFive({ label, unit, numbers, money }: FiveProps) {
  const t = useText(agreements);
  const k = useText(amending);
  const f = useFormats();
  // A bar's length only; the text beside it is exact.
  const length = (qty: string | null | undefined) => (qty ? Number(qty) : 0);
  return (
    <FiveNumbers
      label={label}
      items={[
        {
          key: 'committed',
          label: t('five.committed'),
          value: length(numbers.committed),
          text: numbers.committed == null ? t('real.NOT_QUANTIFIED') : f.quantity(numbers.committed, unit),
          tone: 'plain',
        },
        {
          key: 'calledOff',
          label: t('five.calledOff'),
          value: length(numbers.calledOff),
          text: f.quantity(numbers.calledOff, unit),
          tone: 'ink',
        },
        {
          key: 'dispatched',
          label: t('five.dispatched'),
          value: length(numbers.dispatched),
          text: f.quantity(numbers.dispatched, unit),
          tone: 'warning',
        },
        {
          key: 'accepted',
          label: t('five.accepted'),
          value: length(numbers.accepted),
          text: f.quantity(numbers.accepted, unit),
          tone: 'success',
        },
        {
          key: 'rejected',
          label: t('five.rejected'),
          value: length(numbers.rejected),
          text: f.quantity(numbers.rejected, unit),
          tone: 'danger',
        },
        ...(money
          ? [
              {
                key: 'invoiced',
                label: k('money.invoiced'),
                value: length(money.invoicedQty),
                text: f.quantity(money.invoicedQty, unit),
                tone: 'ink' as const,
              },
              {
                key: 'paid',
                label: k('money.paid'),
                value: length(money.paidQty),
                text: f.quantity(money.paidQty, unit),
                tone: 'success' as const,
              },
            ]
          : []),
      ]}
    />
  );
}

/** The original commitment and what each annex made of it; nothing where no annex changed the line. */
function LineVersions({
  versions,
  lineId,
  unit,
}: {
  versions: MouPageFragment['life']['versions'];
  lineId: string;
  unit: string;
}) {
  const t = useText(agreements);
  const k = useText(amending);
  const f = useFormats();
  const own = versions.filter((version) => version.lineId === lineId);
  if (own.length < 2) return null;
  return (
    <span className={s.soft}>
      {own
        .map(({ amendmentNo, target }) => {
          const qty = target == null ? t('real.NOT_QUANTIFIED') : f.quantity(target, unit);
          return amendmentNo === 0 ? k('life.original', { qty }) : k('life.after', { no: amendmentNo, qty });
        })
        .join(' · ')}
    </span>
  );
}

/** How well the accepted quantity is proven; nothing where receipts prove all of it. */
export function LineGrades({ numbers, unit }: { numbers: LineNumbersPartsFragment; unit: string }) {
  const t = useText(outside);
  const f = useFormats();
  const [all, b, c] = [quantity(numbers.accepted), quantity(numbers.acceptedB), quantity(numbers.acceptedC)];
  if (!b.isPositive && !c.isPositive) return null;
  const show = (qty: typeof all) => f.quantity(qty.toDecimalString(), unit);
  return <p className={s.soft}>{t('outside.lineGrades', { a: show(all.sub(b).sub(c)), b: show(b), c: show(c) })}</p>;
}

/** What was promised at signing, and what became of it, line by line. */
export function AgreementLines({ mou }: { mou: MouPageFragment }) {
  const t = useText(agreements);
  const f = useFormats();
  const l = useText(signing);
  const season = useSeason();
  const promised = (lineId: string) =>
    mou.contracts
      .flatMap((contract) => contract.lines)
      .filter((line) => line.mouLineId === lineId)
      .flatMap((line) =>
        line.schedule.map(({ from, to, qty }) => ({
          on: from,
          label: t('contract.period', { from: f.date(from), to: f.date(to), qty: f.quantity(qty, line.baseUnit) }),
        })),
      );
  return (
    <>
      <ol className={s.lines}>
        {mou.lines.map((line) => (
          <li key={line.id} className={s.line}>
            <div className={s.lineHead}>
              <h3>{line.product ? <Link href={`/catalog/${line.product.slug}`}>{line.description}</Link> : line.description}</h3>
              {line.targetQty == null ? (
                <Badge tone="warning">{t('real.NOT_QUANTIFIED')}</Badge>
              ) : (
                <span>{t('agreement.target', { qty: f.quantity(line.targetQty, line.baseUnit) })}</span>
              )}
              <span className={s.soft}>{t('agreement.season', { months: f.months(line.seasonMonths) })}</span>
              {line.referencePrice != null && (
                <span className={s.soft}>
                  {t('agreement.referencePrice', { price: f.vnd(line.referencePrice), unit: line.baseUnit })}
                </span>
              )}
              <LineVersions versions={mou.life.versions} lineId={line.id} unit={line.baseUnit} />
              {line.pricePrinciple && (
                <span className={s.soft}>
                  {l('linePrice.by', {
                    principle: [l(`linePrice.${line.pricePrinciple}`), line.priceSource].filter(Boolean).join(', '),
                  })}
                </span>
              )}
              {line.qualityTerms && <span className={s.soft}>{line.qualityTerms}</span>}
            </div>
            <div className={s.lineBody}>
              <LineFive
                label={t('agreement.numbersOf', { goods: line.description })}
                unit={line.baseUnit}
                numbers={{ ...line.numbers, committed: line.numbers.committed ?? line.targetQty }}
                money={mou.money?.lines.find(({ lineId }) => lineId === line.id)}
              />
              <LineGrades numbers={line.numbers} unit={line.baseUnit} />
              <SeasonStrip {...season(line.seasonMonths)} deliveries={promised(line.id)} />
            </div>
          </li>
        ))}
      </ol>
      {mou.qualityTerms && (
        <div className={s.terms}>
          <h3>{t('agreement.qualityTerms')}</h3>
          <p>{mou.qualityTerms}</p>
        </div>
      )}
    </>
  );
}

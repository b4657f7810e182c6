import { Link, Table } from '@lienket/ui';
import type { AwardLinePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import s from './sourcing.module.css';

/** What was agreed, and what became of it. */
export function AgreedLines({ lines }: { lines: readonly AwardLinePartsFragment[] }) {
  const t = useText(sourcing);
  const f = useFormats();
  return (
    <Table
      caption={t('rfq.agreed')}
      captionHidden
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'goods',
          header: t('quote.goods'),
          primary: true,
          cell: (line) => (
            <span>
              {line.description}
              <span className={s.under}>
                {[line.packName, t(`rfqBasis.${line.basis}`), line.lead && t('agreed.lead', { name: line.lead.shortName })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        { key: 'qty', header: t('quote.qty'), numeric: true, cell: (line) => f.quantity(line.qty, line.baseUnit) },
        {
          key: 'price',
          header: t('quote.price'),
          numeric: true,
          cell: (line) => (
            <span>
              {f.vnd(line.unitPrice)}
              {line.freightPerUnit != null && (
                <span className={s.under}>{t('quote.freight', { price: f.vnd(line.freightPerUnit) })}</span>
              )}
            </span>
          ),
        },
        { key: 'amount', header: t('agreed.amount'), numeric: true, cell: (line) => f.vnd(line.amount) },
        {
          key: 'used',
          header: t('rfqs.status'),
          cell: (line) =>
            line.usedByType && (
              <Link href={`/${line.usedByType === 'ORDER' ? 'orders' : 'contracts'}/${line.usedById}`}>
                {t(`agreed.used${line.usedByType}`)}
              </Link>
            ),
        },
      ]}
    />
  );
}

import { IconButton, Notice, toast } from '@lienket/ui';
import { Copy } from 'lucide-react';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { useMe } from '../../shared/session/session';
import { stillOpen } from './amounts';
import s from './billing.module.css';

/** Everything a transfer needs: the code to scan, and the same in words to copy. */
export function BankTransfer({ request }: { request: PaymentRequestPartsFragment }) {
  const t = useText(billing);
  const f = useFormats();
  const me = useMe();
  const { bankAccountNo, bankName, bankAccountName, reference, vietQrSvgUrl } = request;
  const open = stillOpen(request);
  if (!bankAccountNo) {
    return (
      <Notice tone="warning">{t(request.seller.id === me.organization.id ? 'payment.noBankSeller' : 'payment.noBank')}</Notice>
    );
  }
  return (
    <div className={s.transfer}>
      {vietQrSvgUrl && (
        <figure className={s.qr}>
          <img
            src={vietQrSvgUrl}
            width={240}
            height={240}
            alt={t('payment.qr', { amount: f.vnd(open), name: bankAccountName ?? '', memo: reference })}
          />
          <figcaption className={s.small}>{t('payment.qrHint')}</figcaption>
        </figure>
      )}
      <div>
        <dl className={s.account}>
          <Row term={t('payment.bank')} value={bankName ?? ''} />
          <Row term={t('payment.account')} value={bankAccountNo} copy={bankAccountNo} />
          <Row term={t('payment.accountName')} value={bankAccountName ?? ''} />
          <Row term={t('payment.amountToPay')} value={f.vnd(open)} copy={open.toString()} />
          <Row term={t('payment.memo')} value={reference} copy={reference} />
        </dl>
        <p className={s.small}>{t('payment.memoWhy')}</p>
      </div>
    </div>
  );
}

function Row({ term, value, copy }: { term: string; value: string; copy?: string }) {
  const t = useText(billing);
  const put = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => toast.success(t('payment.copied', { what: term.toLowerCase() })),
      () => toast.warning(t('payment.copyFailed')),
    );
  if (!value) return null;
  return (
    <div className={s.accountRow}>
      <dt className={s.small}>{term}</dt>
      <dd className={s.accountValue}>
        <span>{value}</span>
        {copy && (
          <IconButton label={t('payment.copy', { what: term.toLowerCase() })} icon={<Copy />} onClick={() => void put(copy)} />
        )}
      </dd>
    </div>
  );
}

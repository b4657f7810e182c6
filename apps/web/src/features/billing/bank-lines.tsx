import { Button, Cluster, Link, StatusMark, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { BankLinePartsFragment, BankLineState } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { AllocateDialog } from './allocate-dialog';
import { IgnoreDialog } from './ignore-dialog';
import s from './billing.module.css';

const tones: Record<BankLineState, Tone> = { REVIEW: 'warning', SETTLED: 'success', IGNORED: 'neutral' };

interface BankLinesProps {
  lines: readonly BankLinePartsFragment[];
  reload: () => void;
}

/** Money that arrived, what it paid, and what is proposed for the rest. */
export function BankLines({ lines, reload }: BankLinesProps) {
  const t = useText(billing);
  const f = useFormats();
  const [asking, setAsking] = useState<{ line: BankLinePartsFragment; about: 'allocate' | 'ignore' } | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <ul className={s.transfers}>
        {lines.map((line) => (
          <li key={line.id} className={s.payment}>
            <p className={s.paymentHead}>
              <b>{f.vnd(line.amount)}</b>
              <StatusMark tone={tones[line.state]}>{t(`bank.state.${line.state}`)}</StatusMark>
            </p>
            <p>{line.memo || t('bank.noMemo')}</p>
            <p className={s.small}>
              {[
                f.date(line.bookedOn),
                line.bankReference,
                line.reviewReason && line.state === 'REVIEW' && t(`bank.reason.${line.reviewReason}`),
                line.ignoredReason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {line.paid.map((request) => (
              <p key={request.id} className={s.small}>
                {t('bank.paid', { amount: f.vnd(request.amount) })} <Link href={`/payments/${request.id}`}>{request.number}</Link>
                , {request.buyerName}
              </p>
            ))}
            {line.state === 'REVIEW' && (
              <>
                {line.suggested.length > 0 && (
                  <p className={s.small}>
                    {t('bank.suggested', { numbers: line.suggested.map(({ number }) => number).join(', ') })}
                  </p>
                )}
                <Cluster>
                  <Button variant="primary" onClick={() => setAsking({ line, about: 'allocate' })}>
                    {t('bank.allocate')}
                  </Button>
                  <Button onClick={() => setAsking({ line, about: 'ignore' })}>{t('bank.ignore')}</Button>
                </Cluster>
              </>
            )}
          </li>
        ))}
      </ul>
      {asking?.about === 'allocate' && <AllocateDialog key={asking.line.id} line={asking.line} reload={reload} onClose={close} />}
      {asking?.about === 'ignore' && <IgnoreDialog key={asking.line.id} line={asking.line} reload={reload} onClose={close} />}
    </>
  );
}

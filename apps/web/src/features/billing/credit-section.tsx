import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Section } from '@lienket/ui';
import { useState } from 'react';
import type { CreditPartsFragment, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { credits } from '../../shared/messages/vi/credits';
import { ExportButton } from '../../shared/screen/export-button';
import { CreditDialog, type CreditStep } from './credit-dialog';
import { CreditsDocument } from './credit.operations';
import s from './billing.module.css';

/** Money without a debt: what it came from, what is left of it, and what to do with it. Silent where there is none. */
export function CreditSection({ side, counterpartyOrgId }: { side: Side; counterpartyOrgId?: string }) {
  const t = useText(credits);
  const f = useFormats();
  const query = useQuery(CreditsDocument, { variables: { side, counterpartyOrgId: counterpartyOrgId ?? null } });
  const [asking, setAsking] = useState<{ credit: CreditPartsFragment; step: CreditStep } | null>(null);
  const found = query.data?.buyerCredits ?? [];
  if (found.length === 0) return null;
  return (
    <Section
      title={t('credits.title')}
      meta={t(side === 'SELLER' ? 'credits.hintSeller' : 'credits.hintBuyer')}
      actions={<ExportButton list="credits" filter={{ side, with: counterpartyOrgId }} />}
    >
      <ul className={s.transfers}>
        {found.map((credit) => (
          <li key={credit.id} className={s.payment}>
            <p className={s.paymentHead}>
              <b>{f.vnd(credit.free)}</b>
              <span>{(side === 'SELLER' ? credit.buyer : credit.seller).shortName}</span>
            </p>
            <p className={s.small}>
              {t(credit.source === 'RELEASED' ? 'credits.released' : 'credits.overpaid', {
                date: f.date(credit.since),
                amount: f.vnd(credit.amount),
              })}
            </p>
            <Cluster>
              <Button variant="primary" onClick={() => setAsking({ credit, step: 'allocate' })}>
                {t('credits.allocate')}
              </Button>
              {side === 'SELLER' && <Button onClick={() => setAsking({ credit, step: 'return' })}>{t('credits.return')}</Button>}
            </Cluster>
          </li>
        ))}
      </ul>
      {asking && (
        <CreditDialog
          key={`${asking.credit.id}-${asking.step}`}
          {...asking}
          side={side}
          reload={() => void query.refetch()}
          onClose={() => setAsking(null)}
        />
      )}
    </Section>
  );
}

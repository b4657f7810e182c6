import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, Section } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CommercialTermsPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pricing } from '../../../shared/messages/vi/pricing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { CommercialTermsDocument } from './price-operations';
import { TermsDialog } from './terms-dialog';
import s from './prices.module.css';

/** The cooperative's own notes of what each buyer keeps. */
export function TermsSection() {
  const t = useText(pricing);
  const query = useQuery(CommercialTermsDocument);
  const [editing, setEditing] = useState<CommercialTermsPartsFragment | 'new' | null>(null);
  return (
    <Section
      id="terms"
      title={t('pricing.termsTitle')}
      meta={t('pricing.termsLead')}
      actions={
        <Button size="small" icon={<Plus />} onClick={() => setEditing('new')}>
          {t('pricing.termsNew')}
        </Button>
      }
    >
      <AsyncScreen
        query={query}
        skeleton="rows"
        count={2}
        empty={(data) => data.commercialTerms.length === 0 && <EmptyState title={t('pricing.termsEmpty')} />}
      >
        {(data) => (
          <ul className={s.list}>
            {data.commercialTerms.map((terms) => (
              <TermsLine key={terms.id} terms={terms} onChange={() => setEditing(terms)} />
            ))}
          </ul>
        )}
      </AsyncScreen>
      {editing && <TermsDialog terms={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function TermsLine({ terms, onChange }: { terms: CommercialTermsPartsFragment; onChange: () => void }) {
  const t = useText(pricing);
  const f = useFormats();
  const shares = [
    ['pricing.front', terms.frontBp],
    ['pricing.rebate', terms.rebateBp],
    ['pricing.dc', terms.dcBp],
    ['pricing.promo', terms.promoBp],
  ] as const;
  const parts = [
    ...shares.flatMap(([label, bp]) => (bp > 0 ? [`${t(label)} ${f.percentBp(bp)}`] : [])),
    ...(BigInt(terms.feePerUnit) > 0n ? [`${t('pricing.fee')} ${f.vnd(terms.feePerUnit)}`] : []),
  ];
  return (
    <li className={s.line}>
      <div className={s.words}>
        <p className={s.name}>{terms.buyer.name}</p>
        <p>{parts.join(' · ')}</p>
        <p className={s.soft}>
          {terms.validTo
            ? t('pricing.period', { from: f.date(terms.validFrom), to: f.date(terms.validTo) })
            : t('pricing.open', { from: f.date(terms.validFrom) })}
          {terms.note && ` · ${terms.note}`}
        </p>
      </div>
      <div className={s.actions}>
        <Button size="small" onClick={onChange}>
          {t('pricing.termsChange')}
        </Button>
      </div>
    </li>
  );
}

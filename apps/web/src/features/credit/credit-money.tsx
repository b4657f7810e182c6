import { Button, Figure, Figures, Stack, Table } from '@lienket/ui';
import { useState } from 'react';
import type { CreditAgreementPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { UndoDialog } from './credit-dialogs';
import { promisedText } from './credit-words';
import s from './credit.module.css';

/** Promised, granted, paid out; and every payment, those taken back too. */
export function CreditMoney({ credit, onReload }: { credit: CreditAgreementPartsFragment; onReload: () => void }) {
  const t = useText(lending);
  const f = useFormats();
  const [undoing, setUndoing] = useState<string | null>(null);
  const hidden = credit.disbursed === null || credit.disbursed === undefined;
  const pays = credit.availableActions.some(({ action, allowed }) => action === 'creditDisburse' && allowed);
  const granted = credit.steps.some(({ step }) => step === 'grant');
  const known = credit.limit !== null && credit.limit !== undefined;
  return (
    <Stack>
      <Figures>
        <Figure label={t('lending.amount')} value={promisedText(credit, t, f)} unknown={credit.amount === null} />
        <Figure
          label={t('lending.limit')}
          value={
            known ? f.vnd(credit.limit!) : t(!granted ? 'lending.notYet' : hidden ? 'lending.hidden' : 'lending.notQuantified')
          }
          unknown={!known}
        />
        <Figure
          label={t('lending.disbursed')}
          value={hidden ? t(`creditStage.${credit.stage}`) : f.vnd(credit.disbursed!)}
          unknown={hidden}
          detail={hidden ? t('lending.hiddenDetail') : t(`creditStage.${credit.stage}`)}
        />
      </Figures>
      {credit.disbursements.length > 0 && (
        <Table
          caption={t('lending.payments')}
          captionHidden
          rows={credit.disbursements}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'day',
              header: t('lending.paidOn'),
              primary: true,
              cell: (row) => (
                <span>
                  {f.date(row.paidOn)}
                  <span className={s.under}>{[row.docNo, row.note].filter(Boolean).join(' · ')}</span>
                </span>
              ),
            },
            { key: 'amount', header: t('lending.paidAmount'), width: 190, numeric: true, cell: (row) => f.vnd(row.amount) },
            {
              key: 'act',
              header: t('lending.correct'),
              width: 160,
              cell: (row) =>
                row.isUndone ? (
                  t('lending.undone')
                ) : pays ? (
                  <Button size="small" variant="quiet" onClick={() => setUndoing(row.id)}>
                    {t('creditAct.creditUndoDisbursement')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {undoing && <UndoDialog credit={credit} disbursementId={undoing} onClose={() => setUndoing(null)} onReload={onReload} />}
    </Stack>
  );
}

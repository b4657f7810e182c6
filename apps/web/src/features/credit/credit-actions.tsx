import { Button, Cluster, Notice, Stack } from '@lienket/ui';
import { useState } from 'react';
import type { CreditAgreementPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { CREDIT_DIALOGS, type CreditActName } from './credit-dialogs';

const isAct = (action: string): action is CreditActName => action in CREDIT_DIALOGS;
const AWAY: readonly CreditActName[] = ['creditRefuse', 'creditWithdraw', 'creditLapse', 'creditAttach', 'creditClose'];

/** What the reader's side may do now; where nothing can be done, whose move it is instead. */
export function CreditActions({ credit, onReload }: { credit: CreditAgreementPartsFragment; onReload: () => void }) {
  const t = useText(lending);
  const f = useFormats();
  const [open, setOpen] = useState<CreditActName | null>(null);
  const offered = credit.availableActions.filter(({ allowed, action }) => allowed && isAct(action));
  const blocked = credit.availableActions.find(({ allowed, action }) => !allowed && action === 'creditConfirm');
  const OpenDialog = open && CREDIT_DIALOGS[open];
  return (
    <Stack>
      <p>
        {t(`creditWaits.${credit.mover}`)}
        {credit.dueOn && ` ${t('lending.dueOn', { day: f.date(credit.dueOn) })}`}
      </p>
      {offered.length > 0 && (
        <Cluster>
          {offered.map(({ action }) => {
            const act = action as CreditActName;
            return (
              <Button key={act} variant={AWAY.includes(act) ? 'secondary' : 'primary'} onClick={() => setOpen(act)}>
                {t(`creditAct.${act}`)}
              </Button>
            );
          })}
        </Cluster>
      )}
      {blocked?.reason && <Notice tone="info">{blocked.reason}</Notice>}
      {OpenDialog && (
        <OpenDialog key={`${open}-${credit.version}`} credit={credit} onClose={() => setOpen(null)} onReload={onReload} />
      )}
    </Stack>
  );
}

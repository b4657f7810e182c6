import { Button, LinkButton } from '@lienket/ui';
import { useState, type ComponentType, type ReactNode } from 'react';
import type { MouPageFragment, MouStatus } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { useSession } from '../../shared/session/session';
import s from './agreement.module.css';
import { CirculateDialog } from './circulate-dialog';
import { SignPdfDialog } from './sign-pdf-dialog';
import { AttestDialog, CountersignDialog, RefuseDialog, SignDialog, type MouDialogProps } from './mou-dialogs';

/** In the order in which one of them becomes the page's single primary button. */
const ORDER = [
  'mouSign',
  'mouCountersign',
  'mouAttest',
  'mouCirculate',
  'contractPropose',
  'mouUpdate',
  'mouSignPdf',
  'mouRefuse',
] as const;
type Action = (typeof ORDER)[number];

const dialogs: Partial<Record<Action, ComponentType<MouDialogProps>>> = {
  mouSign: SignDialog,
  mouSignPdf: SignPdfDialog,
  mouCountersign: CountersignDialog,
  mouAttest: AttestDialog,
  mouCirculate: CirculateDialog,
  mouRefuse: RefuseDialog,
};

/** A blocked act is worth its reason only while its time has not passed. */
const timely: Record<MouStatus, readonly Action[]> = {
  DRAFT: ['mouUpdate', 'mouCirculate', 'mouAttest', 'mouCountersign'],
  SIGNING: ['mouSign', 'mouRefuse'],
  SIGNED: ['contractPropose'],
  IN_FORCE: ['contractPropose'],
  SUSPENDED: ['contractPropose'],
  CLOSED: [],
  EXPIRED: [],
  LAPSED: [],
};

/** What this reader may do now: one primary button, others beside it, blocked ones with their reason. */
export function MouActions({ mou, onReload }: { mou: MouPageFragment; onReload: () => void }) {
  const t = useText(agreements);
  const [open, setOpen] = useState<Action | null>(null);
  const offered = ORDER.flatMap((name) => {
    const found = mou.availableActions.find(({ action }) => action === name);
    return found ? [{ name, ...found }] : [];
  });
  const allowed = offered.filter((one) => one.allowed);
  const blocked = offered.filter((one) => !one.allowed && timely[mou.status].includes(one.name));
  const trade = useTradeMove(mou);
  // Editing voids what has been attested: once there is something to lose it is no longer the next step.
  const underWay = mou.parties.some(({ signature }) => signature);
  const primary = trade
    ? null
    : allowed.find(({ name }) => name !== 'mouRefuse' && name !== 'mouSignPdf' && !(underWay && name === 'mouUpdate'))?.name;
  const Dialog = open && dialogs[open];
  const button = (name: Action): ReactNode => {
    const variant = name === primary ? ('primary' as const) : ('secondary' as const);
    if (name === 'mouUpdate' || name === 'contractPropose') {
      const href = name === 'mouUpdate' ? `/agreements/${mou.id}/edit` : `/contracts/new?mou=${mou.id}`;
      return (
        <LinkButton key={name} variant={variant} href={href}>
          {t(`mouAct.${name}`)}
        </LinkButton>
      );
    }
    return (
      <Button key={name} variant={variant} onClick={() => setOpen(name)}>
        {t(`mouAct.${name}`)}
      </Button>
    );
  };
  if (!trade && allowed.length === 0 && blocked.length === 0) return null;
  return (
    <div className={s.actions} data-print="hide">
      <div className={s.buttons}>
        {trade}
        {allowed.map(({ name }) => button(name))}
      </div>
      {blocked.length > 0 && (
        <ul className={s.blocked}>
          {blocked.map(({ name, reason }) => (
            <li key={name}>{t('mouAct.blocked', { action: t(`mouAct.${name}`), reason: reason ?? '' })}</li>
          ))}
        </ul>
      )}
      {Dialog && <Dialog mou={mou} onClose={() => setOpen(null)} onReload={onReload} />}
    </div>
  );
}

/** Once a contract stands, the next move is made there: sign it, order under it, deliver. */
function useTradeMove(mou: MouPageFragment): ReactNode {
  const t = useText(agreements);
  const { may } = useSession();
  const toSign = mou.contracts.find(({ availableActions }) =>
    availableActions.some(({ action, allowed }) => action === 'contractSign' && allowed),
  );
  if (toSign) {
    return (
      <LinkButton variant="primary" href={`/contracts/${toSign.id}`}>
        {t('mouAct.openContract', { number: toSign.number })}
      </LinkButton>
    );
  }
  const active = mou.contracts.find(({ availableActions }) =>
    availableActions.some(({ action, allowed }) => action === 'orderPlace' && allowed),
  );
  if (active && mou.nextMove.actor !== 'SELLER') {
    return (
      <LinkButton variant="primary" href={`/orders/new?contract=${active.id}&seller=${active.seller.id}`}>
        {t('contract.order')}
      </LinkButton>
    );
  }
  const waiting = mou.orders.find(
    ({ status, seller }) => status === 'CONFIRMED' && may('shipment.dispatch', { sellerOrgId: seller.id }),
  );
  if (waiting) {
    return (
      <LinkButton variant="primary" href={`/orders/${waiting.id}`}>
        {t('mouAct.deliver', { number: waiting.number })}
      </LinkButton>
    );
  }
  return null;
}

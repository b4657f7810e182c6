import { Button, Cluster, LinkButton, Notice, Section, StatusMark, toast } from '@lienket/ui';
import { useState } from 'react';
import type { RfqPageFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { ThreadTalk } from '../../shared/threads/thread-talk';
import { AgreedLines } from './agreed-lines';
import { QuoteHistory } from './quote-history';
import { ReasonedDialog } from './reasoned-dialog';
import { quoteTone } from './rfq-tone';
import { QuoteHoldDocument, QuoteWithdrawDocument, RfqDeclineDocument } from './sourcing.operations';

const stale = ['rfqs', 'workItems'];

/** What a cooperative does: quote, revise, hold, withdraw, or say that it cannot; and the talk with the buyer. */
export function SellerPart({ rfq, reload }: { rfq: RfqPageFragment; reload: () => void }) {
  const t = useText(sourcing);
  const f = useFormats();
  const [asking, setAsking] = useState<'decline' | 'withdraw' | null>(null);
  const quote = rfq.myQuote;
  const [invitation] = rfq.invitations;
  const done = (sentence: string) => {
    setAsking(null);
    toast.success(sentence);
  };
  const hold = useMutationForm(QuoteHoldDocument, {
    form: `quote-hold-${rfq.id}`,
    pick: (data) => data.quoteHold,
    stale,
    onDone: () => done(t('rfq.held')),
  });
  const withdraw = useMutationForm(QuoteWithdrawDocument, {
    form: `quote-withdraw-${rfq.id}`,
    pick: (data) => data.quoteWithdraw,
    stale,
    onDone: () => done(t('rfq.withdrawn')),
  });
  const decline = useMutationForm(RfqDeclineDocument, {
    form: `rfq-decline-${rfq.id}`,
    pick: (data) => data.rfqDecline,
    stale,
    onDone: () => done(t('rfq.declinedDone')),
  });
  const may = (name: string) => quote?.availableActions.some(({ action, allowed }) => action === name && allowed) ?? false;
  const sent = (quote?.revision ?? 0) > 0;
  const maySend = sent ? may('quoteSend') : rfq.status === 'OPEN';
  const id = quote?.id ?? '';
  const version = quote?.version ?? 0;
  return (
    <>
      <FormErrors form={hold} />
      <ConflictDialog form={hold} onReload={reload} />
      {rfq.ownDeclined && <Notice>{t('rfq.youDeclined')}</Notice>}
      {quote?.awaitsDirector && <Notice tone="warning">{t('rfq.awaitsDirector')}</Notice>}
      <Cluster>
        {maySend && (
          <LinkButton variant="primary" href={`/rfqs/${rfq.id}/quote`}>
            {t(sent ? 'rfq.doRevise' : 'rfq.doQuote')}
          </LinkButton>
        )}
        {may('quoteHold') && (
          <Button loading={hold.busy} onClick={() => void hold.submit((clientKey) => ({ input: { clientKey, id, version } }))}>
            {t('rfq.doHold')}
          </Button>
        )}
        {!sent && rfq.status === 'OPEN' && !rfq.ownDeclined && (
          <Button onClick={() => setAsking('decline')}>{t('rfq.doDecline')}</Button>
        )}
        {may('quoteWithdraw') && (
          <Button variant="quiet" onClick={() => setAsking('withdraw')}>
            {t('rfq.doWithdraw')}
          </Button>
        )}
      </Cluster>
      {rfq.awardLines.length > 0 && (
        <Section title={t('rfq.agreed')}>
          <AgreedLines lines={rfq.awardLines} />
        </Section>
      )}
      {quote && sent && (
        <Section
          title={t('rfq.quote')}
          meta={
            <>
              <StatusMark tone={quoteTone[quote.status]}>{t(`quoteStatus.${quote.status}`)}</StatusMark> {t('rfq.validUntil')}{' '}
              {f.date(quote.validUntil)}
            </>
          }
        >
          <QuoteHistory quote={quote} />
        </Section>
      )}
      <Section title={t('rfq.thread')}>
        {invitation && <ThreadTalk documentType="RFQ" documentId={invitation.id} stale={['rfqs']} tellsOpening />}
      </Section>
      <ReasonedDialog
        open={asking === 'decline'}
        onClose={() => setAsking(null)}
        title={t('rfq.doDecline')}
        action={t('rfq.doDecline')}
        choices={[t('rfq.declineReason.season'), t('rfq.declineReason.volume'), t('rfq.declineReason.spec')]}
        form={decline}
        onSend={(reason) => void decline.submit((clientKey) => ({ input: { clientKey, rfqId: rfq.id, reason } }))}
      />
      <ReasonedDialog
        open={asking === 'withdraw'}
        onClose={() => setAsking(null)}
        title={t('rfq.doWithdraw')}
        action={t('rfq.doWithdraw')}
        choices={[t('rfq.withdrawReason.goods'), t('rfq.withdrawReason.price'), t('rfq.withdrawReason.mistake')]}
        form={withdraw}
        danger
        onSend={(reason) => void withdraw.submit((clientKey) => ({ input: { clientKey, id, version, reason } }))}
      />
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Dialog, StatusMark, toast } from '@lienket/ui';
import { useState } from 'react';
import type { QuotePageFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { CounterForm } from './counter-form';
import { QuoteHistory } from './quote-history';
import { ReasonedDialog } from './reasoned-dialog';
import { quoteTone } from './rfq-tone';
import { QuoteCounterDropDocument, QuoteDocument, QuoteRejectDocument } from './sourcing.operations';

const stale = ['rfqs', 'rfq', 'rfqComparison', 'workItems'];

/** One cooperative's quote with its history, and the buyer's answers to it. */
export function QuoteDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(sourcing);
  const query = useQuery(QuoteDocument, { variables: { id } });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={query.data?.quote?.seller.name ?? t('rfq.history')}
      closeLabel={t('action.close')}
    >
      <AsyncScreen query={query} missing={(data) => !data.quote}>
        {(data) => <Bargain quote={data.quote!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </Dialog>
  );
}

function Bargain({ quote, reload }: { quote: QuotePageFragment; reload: () => void }) {
  const t = useText(sourcing);
  const [doing, setDoing] = useState<'counter' | 'reject' | null>(null);
  const may = (name: string) => quote.availableActions.some(({ action, allowed }) => action === name && allowed);
  const drop = useMutationForm(QuoteCounterDropDocument, {
    form: `counter-drop-${quote.id}`,
    pick: (data) => data.quoteCounterDrop,
    stale,
    onDone: () => toast.success(t('quote.dropped')),
  });
  const reject = useMutationForm(QuoteRejectDocument, {
    form: `quote-reject-${quote.id}`,
    pick: (data) => data.quoteReject,
    stale,
    onDone: () => {
      setDoing(null);
      toast.success(t('quote.rejected'));
    },
  });
  const { id, version } = quote;
  return (
    <>
      <FormErrors form={drop} />
      <ConflictDialog form={drop} onReload={reload} />
      <Cluster>
        <StatusMark tone={quoteTone[quote.status]}>{t(`quoteStatus.${quote.status}`)}</StatusMark>
        {may('quoteCounter') && doing !== 'counter' && (
          <Button size="small" variant="primary" onClick={() => setDoing('counter')}>
            {t('quote.doCounter')}
          </Button>
        )}
        {may('quoteCounterDrop') && (
          <Button
            size="small"
            loading={drop.busy}
            onClick={() => void drop.submit((clientKey) => ({ input: { clientKey, id, version } }))}
          >
            {t('quote.doDrop')}
          </Button>
        )}
        {may('quoteReject') && (
          <Button size="small" variant="quiet" onClick={() => setDoing('reject')}>
            {t('quote.doReject')}
          </Button>
        )}
      </Cluster>
      {doing === 'counter' && may('quoteCounter') && <CounterForm quote={quote} onDone={() => setDoing(null)} />}
      <QuoteHistory quote={quote} />
      <ReasonedDialog
        open={doing === 'reject'}
        onClose={() => setDoing(null)}
        title={t('quote.doReject')}
        action={t('quote.doReject')}
        choices={[t('rfq.reason.price'), t('rfq.reason.plan'), t('rfq.reason.later')]}
        form={reject}
        onSend={(reason) => void reject.submit((clientKey) => ({ input: { clientKey, id, version, reason } }))}
      />
    </>
  );
}

import { Button, Cluster, Notice, toast } from '@lienket/ui';
import { useState } from 'react';
import type { RfqPageFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { ReasonedDialog } from './reasoned-dialog';
import { AwardApproveDocument, AwardReturnDocument } from './sourcing.operations';

/** A choice above the limit: the manager agrees or gives it back. */
export function AwardApproval({ rfq, reload }: { rfq: RfqPageFragment; reload: () => void }) {
  const t = useText(sourcing);
  const f = useFormats();
  const [returning, setReturning] = useState(false);
  const { award } = rfq;
  const stale = ['rfqs', 'workItems'];
  const approve = useMutationForm(AwardApproveDocument, {
    form: `award-approve-${rfq.id}`,
    pick: (data) => data.awardApprove,
    stale,
    onDone: () => toast.success(t('rfq.approved')),
  });
  const back = useMutationForm(AwardReturnDocument, {
    form: `award-return-${rfq.id}`,
    pick: (data) => data.awardReturn,
    stale,
    onDone: () => {
      setReturning(false);
      toast.success(t('rfq.returnedDone'));
    },
  });
  if (award?.status !== 'PROPOSED') return null;
  const may = (name: string) => award.availableActions.some(({ action, allowed }) => action === name && allowed);
  return (
    <>
      <FormErrors form={approve} />
      <ConflictDialog form={approve} onReload={reload} />
      <Notice
        tone="warning"
        action={
          <Cluster>
            {may('awardApprove') && (
              <Button
                size="small"
                variant="primary"
                loading={approve.busy}
                onClick={() =>
                  void approve.submit((clientKey) => ({ input: { clientKey, id: award.id, version: award.version } }))
                }
              >
                {t('rfq.approve')}
              </Button>
            )}
            {may('awardReturn') && (
              <Button size="small" onClick={() => setReturning(true)}>
                {t('rfq.return')}
              </Button>
            )}
          </Cluster>
        }
      >
        {t('rfq.pending', { total: f.vnd(award.total), name: award.proposedByName ?? '' })}
      </Notice>
      <ReasonedDialog
        open={returning}
        onClose={() => setReturning(false)}
        title={t('rfq.return')}
        action={t('rfq.return')}
        choices={[t('rfq.reason.price'), t('rfq.reason.plan')]}
        form={back}
        onSend={(reason) =>
          void back.submit((clientKey) => ({ input: { clientKey, id: award.id, version: award.version, reason } }))
        }
      />
    </>
  );
}

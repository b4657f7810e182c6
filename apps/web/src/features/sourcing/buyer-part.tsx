import {
  Button,
  Cluster,
  DateField,
  Dialog,
  Field,
  LinkButton,
  Notice,
  Section,
  Stack,
  StatusMark,
  Table,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import type { RfqPageFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { ThreadTalk } from '../../shared/threads/thread-talk';
import { AwardApproval } from './award-approval';
import { ReasonedDialog } from './reasoned-dialog';
import { quoteTone } from './rfq-tone';
import { QuoteDialog } from './quote-dialog';
import { RfqCancelDocument, RfqCloseDocument, RfqExtendDocument, RfqSendDocument } from './sourcing.operations';
import s from './sourcing.module.css';

const stale = ['rfqs', 'workItems', 'rfqComparison'];

/** What the buyer does: send, close, extend, cancel, compare; and where each invited organization stands. */
export function BuyerPart({ rfq, reload }: { rfq: RfqPageFragment; reload: () => void }) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [asking, setAsking] = useState<'extend' | 'cancel' | null>(null);
  const [deadline, setDeadline] = useState('');
  const [talking, setTalking] = useState<RfqPageFragment['invitations'][number] | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const allowed = new Set(rfq.availableActions.filter((action) => action.allowed).map(({ action }) => action));
  const done = (sentence: string) => {
    setAsking(null);
    toast.success(sentence);
  };
  const send = useMutationForm(RfqSendDocument, {
    form: `rfq-send-${rfq.id}`,
    pick: (data) => data.rfqSend,
    stale,
    onDone: (sent) => done(t('rfqForm.sent', { number: sent.number })),
  });
  const close = useMutationForm(RfqCloseDocument, {
    form: `rfq-close-${rfq.id}`,
    pick: (data) => data.rfqClose,
    stale,
    onDone: () => done(t('rfq.closed')),
  });
  const extend = useMutationForm(RfqExtendDocument, {
    form: `rfq-extend-${rfq.id}`,
    pick: (data) => data.rfqExtend,
    stale,
    onDone: () => done(t('rfq.extended')),
  });
  const cancel = useMutationForm(RfqCancelDocument, {
    form: `rfq-cancel-${rfq.id}`,
    pick: (data) => data.rfqCancel,
    stale,
    onDone: () => done(t('rfq.cancelled')),
  });
  const input = (clientKey: string) => ({ input: { clientKey, id: rfq.id, version: rfq.version } });
  const quoted = rfq.invitations.some(({ quoteId }) => quoteId);
  const unused = rfq.awardLines.some(({ usedByType }) => !usedByType);
  return (
    <>
      <FormErrors form={send} />
      <FormErrors form={close} />
      <ConflictDialog form={close} onReload={reload} />
      <ConflictDialog form={send} onReload={reload} />
      <AwardApproval rfq={rfq} reload={reload} />
      <Cluster>
        {quoted && (
          <LinkButton variant={allowed.has('rfqAward') ? 'primary' : 'secondary'} href={`/rfqs/${rfq.id}/compare`}>
            {t('rfq.compare')}
          </LinkButton>
        )}
        {rfq.awardLines.length > 0 && (
          <LinkButton variant={unused ? 'primary' : 'secondary'} href={`/rfqs/${rfq.id}/agreed`}>
            {t('rfq.agreedUse')}
          </LinkButton>
        )}
        {allowed.has('rfqSend') && (
          <Button variant="primary" loading={send.busy} onClick={() => void send.submit(input)}>
            {t('rfq.doSend')}
          </Button>
        )}
        {allowed.has('rfqSave') && <LinkButton href={`/rfqs/${rfq.id}/edit`}>{t('rfq.doEdit')}</LinkButton>}
        {allowed.has('rfqExtend') && <Button onClick={() => setAsking('extend')}>{t('rfq.doExtend')}</Button>}
        {allowed.has('rfqClose') && (
          <Button loading={close.busy} onClick={() => void close.submit(input)}>
            {t('rfq.doClose')}
          </Button>
        )}
        {allowed.has('rfqCancel') && (
          <Button variant="quiet" onClick={() => setAsking('cancel')}>
            {t('rfq.doCancel')}
          </Button>
        )}
      </Cluster>
      <Section title={t('rfq.invitations')}>
        <Table
          caption={t('rfq.invitations')}
          captionHidden
          rows={rfq.invitations}
          rowKey={(invitation) => invitation.id}
          columns={[
            {
              key: 'seller',
              header: t('rfq.seller'),
              primary: true,
              cell: ({ seller, unread }) => (
                <span>
                  {seller.shortName}
                  {unread > 0 && <span className={s.late}>{t('rfqs.unread', { count: unread })}</span>}
                </span>
              ),
            },
            {
              key: 'answer',
              header: t('rfq.answer'),
              cell: (invitation) =>
                invitation.quoteStatus ? (
                  <StatusMark tone={quoteTone[invitation.quoteStatus]}>
                    {t(`quoteStatus.${invitation.quoteStatus}`)}
                    {invitation.revision > 1 && ` · ${t('quote.revision', { n: invitation.revision })}`}
                  </StatusMark>
                ) : invitation.declinedAt ? (
                  <span>
                    {t('rfqs.declined')}
                    <span className={s.under}>{invitation.declineReason}</span>
                  </span>
                ) : (
                  <span className={s.under}>{t(invitation.seenAt ? 'rfq.seen' : 'rfq.notSeen')}</span>
                ),
            },
            { key: 'valid', header: t('rfq.validUntil'), width: 128, cell: ({ validUntil }) => f.date(validUntil) },
            {
              key: 'do',
              header: t('rfq.message'),
              headerHidden: true,
              cell: (invitation) =>
                rfq.sentAt && (
                  <Cluster end>
                    {invitation.quoteId && (
                      <Button size="small" onClick={() => setReading(invitation.quoteId ?? null)}>
                        {t('rfq.history')}
                      </Button>
                    )}
                    <Button size="small" variant="quiet" onClick={() => setTalking(invitation)}>
                      {t('rfq.message')}
                    </Button>
                  </Cluster>
                ),
            },
          ]}
        />
      </Section>
      {reading && <QuoteDialog id={reading} onClose={() => setReading(null)} />}
      <Dialog
        open={talking !== null}
        onOpenChange={(open) => !open && setTalking(null)}
        title={talking ? t('rfq.threadWith', { name: talking.seller.shortName }) : ''}
        closeLabel={t('action.close')}
      >
        {talking && <ThreadTalk documentType="RFQ" documentId={talking.id} stale={['rfqs', 'rfq']} />}
      </Dialog>
      <Dialog
        open={asking === 'extend'}
        onOpenChange={(open) => !open && setAsking(null)}
        size="small"
        title={t('rfq.doExtend')}
        closeLabel={t('action.close')}
        footer={
          <Button
            variant="primary"
            loading={extend.busy}
            onClick={() =>
              extend.check({ deadlineAt: deadline ? null : t('rfqForm.err.deadline') }) &&
              void extend.submit((clientKey) => ({
                input: { clientKey, id: rfq.id, version: rfq.version, deadlineAt: `${deadline}T10:00:00.000Z` },
              }))
            }
          >
            {t('rfq.doExtend')}
          </Button>
        }
      >
        <Stack>
          <FormErrors form={extend} />
          <Field
            id="deadlineAt"
            label={t('rfq.newDeadline')}
            hint={t('rfqForm.deadlineHint')}
            error={extend.errorOf('deadlineAt')}
            required
          >
            <DateField value={deadline} onValueChange={setDeadline} min={f.today()} locale={locale} labels={dateLabels} />
          </Field>
        </Stack>
      </Dialog>
      <ReasonedDialog
        open={asking === 'cancel'}
        onClose={() => setAsking(null)}
        title={t('rfq.doCancel')}
        action={t('rfq.doCancel')}
        choices={[t('rfq.reason.plan'), t('rfq.reason.price'), t('rfq.reason.later')]}
        form={cancel}
        danger
        onSend={(reason) =>
          void cancel.submit((clientKey) => ({ input: { clientKey, id: rfq.id, version: rfq.version, reason } }))
        }
      />
      {rfq.award?.status === 'RETURNED' && rfq.award.returnReason && rfq.status === 'CLOSED' && (
        <Notice tone="warning">{t('rfq.returned', { reason: rfq.award.returnReason })}</Notice>
      )}
    </>
  );
}

import {
  Button,
  Cluster,
  ConfirmDialog,
  DescriptionList,
  Field,
  Link,
  Section,
  Stack,
  StatusMark,
  TextArea,
  toast,
  type Tone,
} from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { MandatePartsFragment, MandateState, MandateWay } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';
import { useSession } from '../../shared/session/session';
import { ASSISTANCE_LISTS, MandateCheckDocument, MandateRevokeDocument } from './assistance.operations';

const TONES: Record<MandateState, Tone> = {
  UNCHECKED: 'warning',
  PLANNED: 'info',
  LIVE: 'success',
  EXPIRED: 'neutral',
  REVOKED: 'neutral',
};
const GIVEN = {
  IN_APP: 'assistance.givenInApp',
  PHONE: 'assistance.givenByPhone',
  PAPER: 'assistance.givenOnPaper',
} as const satisfies Record<MandateWay, string>;

/** One mandate with its whole story, and what the reader may do about it. */
export function MandateCard({ mandate, named }: { mandate: MandatePartsFragment; named: boolean }) {
  const t = useText(assistance);
  const f = useFormats();
  const [revoking, setRevoking] = useState(false);
  const { recordedBy: name, givenBy: giver, checkedBy, revokedBy, revokedAt, evidence } = mandate;
  const story = [
    t(GIVEN[mandate.way], { name, giver: giver ?? '' }),
    checkedBy && t('assistance.checkedBy', { name: checkedBy }),
    revokedBy && t('assistance.revokedBy', { name: revokedBy, at: f.dateTime(revokedAt!) }),
    mandate.revokeReason,
  ];
  const items = [
    { term: t('assistance.scopes'), detail: mandate.scopes.map((scope) => t(`scope.${scope}`)).join(' · ') },
    {
      term: t('assistance.until'),
      detail: t('assistance.days', { from: f.date(mandate.startsOn), to: f.date(mandate.endsOn) }),
    },
    {
      term: mandate.reason,
      detail: (
        <>
          {story.filter(Boolean).join('. ')}
          {evidence && (
            <>
              {' · '}
              <Link href={`/files/${evidence.id}`}>{t('assistance.evidence')}</Link>
            </>
          )}
        </>
      ),
    },
    { term: t('assistance.acts'), detail: <ActCounts mandate={mandate} /> },
  ];
  return (
    <Section
      title={named ? mandate.organization.name : mandate.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}
      meta={<StatusMark tone={TONES[mandate.state]}>{t(`mandateState.${mandate.state}`)}</StatusMark>}
    >
      <Stack>
        <DescriptionList items={items} />
        <MandateActions mandate={mandate} onRevoke={() => setRevoking(true)} />
      </Stack>
      {revoking && <RevokeDialog mandate={mandate} onClose={() => setRevoking(false)} />}
    </Section>
  );
}

function ActCounts({ mandate }: { mandate: MandatePartsFragment }) {
  const t = useText(assistance);
  const parts = [
    t('assistance.done', { count: mandate.acts }),
    mandate.waitingActs > 0 && t('assistance.waiting', { count: mandate.waitingActs }),
    mandate.deniedActs > 0 && t('assistance.denied', { count: mandate.deniedActs }),
  ].filter(Boolean);
  const text = parts.join(' · ');
  return mandate.acts > 0 ? <Link href={`/assistance/acts?mandate=${mandate.id}`}>{text}</Link> : text;
}

function MandateActions({ mandate, onRevoke }: { mandate: MandatePartsFragment; onRevoke: () => void }) {
  const t = useText(assistance);
  const navigate = useNavigate();
  const { standInFor } = useSession();
  const [entering, setEntering] = useState(false);
  const check = useMutationForm(MandateCheckDocument, {
    form: `mandate-check-${mandate.id}`,
    pick: (data) => data.mandateCheck,
    stale: ASSISTANCE_LISTS,
    onDone: () => toast.success(t('mandate.checked')),
  });
  const use = () => {
    setEntering(true);
    void standInFor(mandate.id)
      .then((refusal) => (refusal === null ? navigate('/work') : toast.error(refusal || t('mandate.useFailed'))))
      .catch(() => toast.error(t('mandate.useFailed')))
      .finally(() => setEntering(false));
  };
  if (!mandate.mayUse && !mandate.mayCheck && !mandate.mayRevoke) return null;
  const target = { id: mandate.id, version: mandate.version };
  return (
    <>
      <FormErrors form={check} />
      <Cluster>
        {mandate.mayUse && (
          <Button variant="primary" loading={entering} onClick={use}>
            {t('assistance.use')}
          </Button>
        )}
        {mandate.mayCheck && (
          <Button
            variant="primary"
            loading={check.busy}
            onClick={() => void check.submit((clientKey) => ({ input: { clientKey, ...target } }))}
          >
            {t('assistance.check')}
          </Button>
        )}
        {mandate.mayRevoke && <Button onClick={onRevoke}>{t('assistance.revoke')}</Button>}
      </Cluster>
      <ConflictDialog form={check} onReload={() => check.clear()} />
    </>
  );
}

function RevokeDialog({ mandate, onClose }: { mandate: MandatePartsFragment; onClose: () => void }) {
  const t = useText(assistance);
  const [reason, setReason] = useState('');
  const form = useMutationForm(MandateRevokeDocument, {
    form: `mandate-revoke-${mandate.id}`,
    pick: (data) => data.mandateRevoke,
    stale: ASSISTANCE_LISTS,
    onDone: () => {
      toast.success(t('mandate.revoked'));
      onClose();
    },
  });
  const send = () =>
    void form.submit((clientKey) => ({
      input: { clientKey, id: mandate.id, version: mandate.version, reason: reason || null },
    }));
  return (
    <>
      <ConfirmDialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t('mandate.revokeTitle')}
        confirmLabel={t('assistance.revoke')}
        cancelLabel={t('action.cancel')}
        onConfirm={send}
        loading={form.busy}
        danger
      >
        <Stack>
          <FormErrors form={form} />
          <p>{t('mandate.revokeText')}</p>
          <Field id="reason" label={t('mandate.revokeReason')} optionalText={t('state.optional')}>
            <TextArea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </Stack>
      </ConfirmDialog>
      <ConflictDialog form={form} onReload={onClose} />
    </>
  );
}

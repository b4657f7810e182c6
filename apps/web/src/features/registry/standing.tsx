import { Button, LinkButton, Notice, Stack, toast } from '@lienket/ui';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { useFieldNames } from '../../shared/places/use-field-names';
import { OrganizationSubmitDocument } from './organization-operations';

interface Props {
  organization: MyOrganizationPartsFragment;
  onReload: () => void;
}

/** Where the organization stands, what it still lacks, and the one step that is its own to take. */
export function Standing({ organization, onReload }: Props) {
  const t = useText(organizations);
  const f = useFormats();
  const nameFields = useFieldNames();
  const reason = organization.statusReason && t('standing.reason', { reason: organization.statusReason });
  const missing = organization.gaps.length > 0 && (
    <p>
      {t('standing.gaps', { count: organization.gaps.length })}: {nameFields(organization.gaps)}.
    </p>
  );
  switch (organization.status) {
    case 'DRAFT':
      return (
        <Stack gap="small">
          <Notice tone={reason ? 'danger' : 'warning'} title={t(reason ? 'standing.returned' : 'standing.draft')}>
            {reason && <p>{reason}</p>}
            <p>{t('standing.draftDetail')}</p>
            {missing}
          </Notice>
          <Submit organization={organization} onReload={onReload} />
        </Stack>
      );
    case 'PENDING':
      return (
        <Notice tone="info" title={t('standing.pending')}>
          <p>{t('standing.pendingDetail', { at: f.dateTime(organization.statusAt) })}</p>
          {missing}
        </Notice>
      );
    case 'SUSPENDED':
      return (
        <Notice tone="danger" title={t('standing.suspended')}>
          {reason && <p>{reason}</p>}
          <p>{t('standing.suspendedDetail')}</p>
        </Notice>
      );
    case 'CLOSED':
      return (
        <Notice tone="danger" title={t('standing.closed')}>
          {reason}
        </Notice>
      );
    case 'MERGED':
      return (
        <Notice
          tone="warning"
          title={t('standing.merged', { name: organization.mergedInto?.name ?? '' })}
          action={
            organization.mergedInto && (
              <LinkButton href={`/c/${organization.mergedInto.slug}`}>{organization.mergedInto.name}</LinkButton>
            )
          }
        >
          {t('standing.mergedDetail', { name: organization.mergedInto?.name ?? '' })}
        </Notice>
      );
    default:
      return missing ? <Notice tone="info">{missing}</Notice> : null;
  }
}

function Submit({ organization, onReload }: Props) {
  const t = useText(organizations);
  const nameFields = useFieldNames();
  const form = useMutationForm(OrganizationSubmitDocument, {
    form: `organization-submit-${organization.id}`,
    pick: (data) => data.organizationSubmit,
    stale: ['organizationFiles', 'workItems'],
    onDone: () => {
      toast.success(t('standing.submitted'));
      onReload();
    },
  });
  const action = organization.availableActions.find((candidate) => candidate.action === 'submit');
  if (!action) return null;
  return (
    <Stack gap="small">
      <FormErrors form={form} />
      <div>
        <Button
          variant="primary"
          loading={form.busy}
          disabled={!action.allowed}
          onClick={() =>
            void form.submit((clientKey) => ({ input: { clientKey, id: organization.id, version: organization.version } }))
          }
        >
          {t('standing.submit')}
        </Button>
      </div>
      {!action.allowed && <p>{t('standing.needed', { fields: nameFields(organization.gapsBeforeReview) })}</p>}
      <ConflictDialog form={form} onReload={onReload} />
    </Stack>
  );
}

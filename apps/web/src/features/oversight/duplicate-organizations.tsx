import { useQuery } from '@apollo/client/react';
import { Button, DemoMark, Dialog, DialogClose, EmptyState, Link, RadioGroup, Stack, Table, toast } from '@lienket/ui';
import { useState } from 'react';
import type { DuplicateSidePartsFragment, OrganizationDuplicatesQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { DuplicatesDocument, MergeProposeDocument } from './merge-operations';
import s from './review.module.css';

type Pair = OrganizationDuplicatesQuery['organizationDuplicates'][number];

/** Registrations that look like one body, with the reason why they are shown. */
export function DuplicateOrganizations() {
  const t = useText(organizations);
  const query = useQuery(DuplicatesDocument);
  const [chosen, setChosen] = useState<Pair | null>(null);
  const side = ({ organization, people, locations, certificates }: DuplicateSidePartsFragment) => (
    <>
      <Link href={`/organizations/${organization.id}`}>{organization.name}</Link>{' '}
      {organization.isDemo && <DemoMark text={t('demo')} />}
      <div className={s.soft}>{sideWords(t, organization.status, { people, locations, certificates })}</div>
    </>
  );
  return (
    <AsyncScreen
      query={query}
      count={2}
      empty={(data) => (data.organizationDuplicates.length === 0 ? <EmptyState title={t('merge.noDuplicates')} /> : null)}
    >
      {(data) => (
        <>
          <Table
            caption={t('merge.duplicates')}
            captionHidden
            rows={data.organizationDuplicates}
            rowKey={(row) => `${row.duplicate.organization.id}-${row.survivor.organization.id}`}
            columns={[
              { key: 'first', header: t('merge.first'), primary: true, cell: (row) => side(row.survivor) },
              { key: 'second', header: t('merge.second'), cell: (row) => side(row.duplicate) },
              {
                key: 'why',
                header: t('merge.reason'),
                cell: (row) => t(`merge.${row.reason}`, { percent: row.likeness ?? 100 }),
              },
              {
                key: 'propose',
                header: t('merge.propose'),
                headerHidden: true,
                width: 168,
                cell: (row) => (
                  <Button size="small" onClick={() => setChosen(row)}>
                    {t('merge.propose')}
                  </Button>
                ),
              },
            ]}
          />
          {chosen && <ProposeDialog pair={chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </AsyncScreen>
  );
}

/** What tells two registrations of one name apart. */
const sideWords = (
  t: ReturnType<typeof useText<keyof typeof organizations>>,
  status: DuplicateSidePartsFragment['organization']['status'],
  { people, locations, certificates }: Pick<DuplicateSidePartsFragment, 'people' | 'locations' | 'certificates'>,
): string => t('merge.side', { status: t(`orgStatus.${status}`), people, locations, certificates });

/** The side with more people and papers is offered as the one that stays. */
const fuller = ({ duplicate, survivor }: Pair) => {
  const weight = (side: DuplicateSidePartsFragment) =>
    (side.organization.status === 'ACTIVE' ? 1000 : 0) + side.people + side.locations + side.certificates;
  return weight(duplicate) > weight(survivor) ? duplicate : survivor;
};

function ProposeDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const t = useText(organizations);
  const [survivorId, setSurvivorId] = useState(fuller(pair).organization.id);
  const [reason, setReason] = useState('');
  const form = useMutationForm(MergeProposeDocument, {
    form: `merge-propose-${pair.duplicate.organization.id}-${pair.survivor.organization.id}`,
    pick: (data) => data.mergePropose,
    stale: ['organizationDuplicates', 'organizationMerges', 'workItems'],
    onDone: () => {
      toast.success(t('merge.proposed'));
      onClose();
    },
  });
  const both = [pair.survivor, pair.duplicate];
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('file.reasonMissing') })) return;
    const duplicateId = both.find(({ organization }) => organization.id !== survivorId)!.organization.id;
    void form.submit((clientKey) => ({ input: { clientKey, duplicateId, survivorId, reason: reason.trim() } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('merge.proposeTitle')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('merge.propose')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <RadioGroup
          legend={t('merge.survivor')}
          name="survivorId"
          value={survivorId}
          onValueChange={setSurvivorId}
          error={form.errorOf('survivorId')}
          options={both.map(({ organization: { id, name, status }, ...side }) => ({
            value: id,
            label: name,
            hint: sideWords(t, status, side),
          }))}
        />
        <ReasonField
          id="reason"
          label={t('merge.reason')}
          value={reason}
          onValueChange={setReason}
          error={form.errorOf('reason')}
          choices={[t('merge.reason1'), t('merge.reason2')]}
        />
        <p>{t('merge.what')}</p>
      </Stack>
    </Dialog>
  );
}

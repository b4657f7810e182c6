import { phoneForDisplay } from '@lienket/domain';
import { Button, Cluster, EmptyState, Section, StatusMark, Table, toast } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { LocationPartsFragment } from '../../gql/graphql';
import { ConflictDialog } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { registry } from '../../shared/messages/vi/registry';
import { LOCATION_KINDS, LocationForm } from './location-form';
import { LocationDeactivateDocument, LocationReactivateDocument } from './organization-operations';
import s from './organization.module.css';

interface LocationsProps {
  locations: readonly LocationPartsFragment[];
  canEdit: boolean;
  onChanged: () => void;
}

type Editing = LocationPartsFragment | 'new' | null;

export function Locations({ locations, canEdit, onChanged }: LocationsProps) {
  const t = useText(registry);
  const f = useFormats();
  const [editing, setEditing] = useState<Editing>(null);
  const kindOf = (kind: string) => {
    const known = LOCATION_KINDS.find((candidate) => candidate === kind);
    return known ? t(`locationKind.${known}`) : kind;
  };
  const done = () => {
    setEditing(null);
    onChanged();
  };
  return (
    <Section
      id="locations"
      title={t('locations.title')}
      actions={
        canEdit &&
        editing === null && (
          <Button icon={<Plus />} onClick={() => setEditing('new')}>
            {t('locations.add')}
          </Button>
        )
      }
    >
      {locations.length === 0 ? (
        <EmptyState title={t('locations.none')} />
      ) : (
        <Table
          caption={t('locations.title')}
          captionHidden
          stickyHeader={false}
          rows={locations}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('locations.name'),
              primary: true,
              cell: (row) => (
                <>
                  {row.name}
                  {row.bannerName && ` (${row.bannerName})`}
                  {row.deactivatedAt && (
                    <div>
                      <StatusMark tone="neutral">{t('locations.off', { date: f.date(row.deactivatedAt) })}</StatusMark>
                    </div>
                  )}
                </>
              ),
            },
            { key: 'kind', header: t('locations.kind'), cell: (row) => kindOf(row.kind) },
            { key: 'code', header: t('locations.code'), wideOnly: true, cell: (row) => row.placeCode ?? t('organization.empty') },
            { key: 'address', header: t('locations.address'), cell: (row) => row.address },
            {
              key: 'contact',
              header: t('locations.contactName'),
              cell: (row) =>
                [row.contactName, row.contactPhone && phoneForDisplay(row.contactPhone), row.openingHours]
                  .filter(Boolean)
                  .join(' · ') || t('organization.empty'),
            },
            ...(canEdit
              ? [
                  {
                    key: 'edit',
                    header: t('locations.editShort'),
                    headerHidden: true,
                    cell: (row: LocationPartsFragment) => (
                      <Cluster>
                        <Button size="small" aria-label={t('locations.edit', { name: row.name })} onClick={() => setEditing(row)}>
                          {t('locations.editShort')}
                        </Button>
                        <OnOff location={row} onChanged={onChanged} />
                      </Cluster>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing !== null && (
        <div className={s.edit}>
          <LocationForm
            key={editing === 'new' ? 'new' : editing.id}
            location={editing === 'new' ? null : editing}
            onDone={done}
            onCancel={() => setEditing(null)}
          />
        </div>
      )}
    </Section>
  );
}

/** A place that documents name is put out of use and can come back; it is never deleted. */
function OnOff({ location, onChanged }: { location: LocationPartsFragment; onChanged: () => void }) {
  const t = useText(registry);
  const stale = ['orderPad', 'myOrganization'];
  const off = useMutationForm(LocationDeactivateDocument, {
    form: `location-off-${location.id}`,
    pick: (data) => data.locationDeactivate,
    stale,
    onDone: () => {
      toast.success(t('locations.deactivated', { name: location.name }));
      onChanged();
    },
  });
  const on = useMutationForm(LocationReactivateDocument, {
    form: `location-on-${location.id}`,
    pick: (data) => data.locationReactivate,
    stale,
    onDone: () => {
      toast.success(t('locations.reactivated', { name: location.name }));
      onChanged();
    },
  });
  const form = location.deactivatedAt ? on : off;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        loading={form.busy}
        onClick={() =>
          void form.submit((clientKey) => ({ input: { clientKey, id: location.id, version: location.version ?? 1 } }))
        }
      >
        {t(location.deactivatedAt ? 'locations.reactivate' : 'locations.deactivate')}
      </Button>
      <ConflictDialog form={form} onReload={onChanged} />
    </>
  );
}

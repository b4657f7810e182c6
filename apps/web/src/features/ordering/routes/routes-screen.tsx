import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, PageHeader, Section, Stack, toast } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { DeliveryRoutesQuery } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { routes } from '../../../shared/messages/vi/routes';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { ExportButton } from '../../../shared/screen/export-button';
import { PageTitle } from '../../../shared/screen/page-title';
import { RouteDialog } from './route-dialog';
import { DeliveryRouteRetireDocument, DeliveryRoutesDocument } from './routes.operations';
import s from './routes.module.css';

export type Route = DeliveryRoutesQuery['deliveryRoutes'][number];

const stale = ['deliveryRoutes', 'orderPad'];

/** The seller's delivery days, cut-offs and least order value, by route. */
export default function RoutesScreen() {
  const t = useText(routes);
  const query = useQuery(DeliveryRoutesDocument);
  const [editing, setEditing] = useState<Route | 'NEW' | null>(null);
  return (
    <>
      <PageTitle>{t('routes.title')}</PageTitle>
      <PageHeader
        back={{ href: '/orders', label: t('routes.back') }}
        title={t('routes.title')}
        meta={t('routes.lead')}
        actions={
          <>
            <ExportButton list="delivery-routes" />
            <Button variant="primary" icon={<Plus />} onClick={() => setEditing('NEW')}>
              {t('routes.add')}
            </Button>
          </>
        }
      />
      <AsyncScreen
        query={query}
        skeleton="rows"
        count={3}
        empty={(data) =>
          data.deliveryRoutes.length === 0 && <EmptyState title={t('routes.none')} detail={t('routes.noneDetail')} />
        }
      >
        {(data) => (
          <Stack>
            {data.deliveryRoutes.map((route) => (
              <RouteCard key={route.id} route={route} onEdit={() => setEditing(route)} reload={() => void query.refetch()} />
            ))}
          </Stack>
        )}
      </AsyncScreen>
      {editing && (
        <RouteDialog
          key={editing === 'NEW' ? 'new' : editing.id}
          route={editing === 'NEW' ? null : editing}
          places={query.data?.deliveryRoutePlaces ?? []}
          stale={stale}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function RouteCard({ route, onEdit, reload }: { route: Route; onEdit: () => void; reload: () => void }) {
  const t = useText(routes);
  const f = useFormats();
  const retire = useMutationForm(DeliveryRouteRetireDocument, {
    form: `route-retire-${route.id}`,
    pick: (data) => data.deliveryRouteRetire,
    stale,
    onDone: () => toast.success(t('routes.retired', { name: route.name })),
  });
  const days = route.weekdays.map((day) => t(`routes.day.${day}` as keyof typeof routes)).join(', ');
  return (
    <Section
      title={route.name}
      meta={route.isGeneral ? t('routes.general') : t('routes.stopCount', { count: route.stops.length })}
      actions={
        <Cluster>
          <Button size="small" onClick={onEdit}>
            {t('routes.edit')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            loading={retire.busy}
            onClick={() => void retire.submit((clientKey) => ({ input: { clientKey, id: route.id, version: route.version } }))}
          >
            {t('routes.retire')}
          </Button>
        </Cluster>
      }
    >
      <FormErrors form={retire} />
      <ConflictDialog form={retire} onReload={reload} />
      <p>
        {t('routes.runs', { days })} {t('routes.cutoffSaid', { days: route.cutoffDays, time: route.cutoffTime })}{' '}
        {route.minOrderValue != null && t('routes.minimumSaid', { amount: f.vnd(route.minOrderValue) })}{' '}
        {t(route.runsOnHolidays ? 'routes.holidaysRun' : 'routes.holidaysOff')}
      </p>
      {route.stops.length > 0 && (
        <ul className={s.stops}>
          {route.stops.map((stop) => (
            <li key={stop.locationId}>
              {stop.name} <span className={s.buyer}>{stop.buyerName}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

import { Button, ConfirmDialog, LinkButton, MoreMenu, toast } from '@lienket/ui';
import { CircleStop, Pause } from 'lucide-react';
import { useState } from 'react';
import type { StandingOrderPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { StandingOrderEndDocument, StandingOrderPauseDocument, StandingOrderResumeDocument } from './standing.operations';

const STALE = ['standingOrders', 'standingOrderDays', 'workItems'];

/** Change, pause, resume, end: what the standing order allows now. */
export function StandingMoves({ order, reload }: { order: StandingOrderPartsFragment; reload: () => void }) {
  const t = useText(standing);
  const { id, name, version } = order;
  const [asking, setAsking] = useState<'pause' | 'end' | null>(null);
  const pause = useMutationForm(StandingOrderPauseDocument, {
    form: `standing-pause-${id}`,
    pick: (data) => data.standingOrderPause,
    stale: STALE,
    onDone: () => toast.success(t('standing.paused')),
  });
  const resume = useMutationForm(StandingOrderResumeDocument, {
    form: `standing-resume-${id}`,
    pick: (data) => data.standingOrderResume,
    stale: STALE,
    onDone: () => toast.success(t('standing.resumed')),
  });
  const end = useMutationForm(StandingOrderEndDocument, {
    form: `standing-end-${id}`,
    pick: (data) => data.standingOrderEnd,
    stale: STALE,
    onDone: () => toast.success(t('standing.ended')),
  });
  const may = (action: string) => order.availableActions.some((offered) => offered.action === action && offered.allowed);
  const input = (clientKey: string) => ({ input: { clientKey, id, version } });
  const form = [pause, resume, end].find(({ failure }) => Object.keys(failure.fields).length > 0);
  return (
    <>
      {form && <FormErrors form={form} />}
      {may('standingOrderChange') && <LinkButton href={`/orders/standing/${id}/change`}>{t('standing.change')}</LinkButton>}
      <MoreMenu
        label={t('action.others')}
        loading={end.busy || pause.busy}
        items={[
          ...(may('standingOrderPause')
            ? [{ key: 'pause', icon: <Pause />, label: t('standing.pause'), onSelect: () => setAsking('pause') }]
            : []),
          ...(may('standingOrderEnd')
            ? [{ key: 'end', icon: <CircleStop />, label: t('standing.end'), danger: true, onSelect: () => setAsking('end') }]
            : []),
        ]}
      />
      {may('standingOrderResume') && (
        <Button variant="primary" loading={resume.busy} onClick={() => void resume.submit(input)}>
          {t('standing.resume')}
        </Button>
      )}
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={asking && t(`standing.${asking}Title`, { name })}
        description={asking && t(`standing.${asking}Detail`)}
        confirmLabel={t(asking === 'end' ? 'standing.end' : 'standing.pause')}
        cancelLabel={t('action.cancel')}
        danger={asking === 'end'}
        onConfirm={() => {
          void (asking === 'end' ? end : pause).submit(input);
          setAsking(null);
        }}
      />
      {[pause, resume, end].map((one, index) => (
        <ConflictDialog key={index} form={one} onReload={reload} />
      ))}
    </>
  );
}

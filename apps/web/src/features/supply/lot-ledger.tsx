import { Button, ConfirmDialog, Link, Table, toast } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import { useState } from 'react';
import type { StockLotPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { StockUndoDocument } from './supply.operations';

type Entry = StockLotPartsFragment['entries'][number];

/** Every row ever written, the newest first; a handwritten one may be undone by its opposite. */
export function LotLedger({ lot, onUndone }: { lot: StockLotPartsFragment; onUndone: () => void }) {
  const t = useText(supply);
  const f = useFormats();
  const [undoing, setUndoing] = useState<Entry | null>(null);
  const form = useMutationForm(StockUndoDocument, {
    form: `supply-undo-${undoing?.id ?? ''}`,
    pick: (data) => data.stockUndo,
    stale: ['supplyBoard', 'stockLots', 'productSupply'],
    onDone: () => {
      setUndoing(null);
      toast.success(t('supply.undone'));
      onUndone();
    },
  });
  const signed = (wire: string) => {
    const qty = quantity(wire);
    return qty.isZero ? '' : `${qty.isPositive ? '+' : ''}${f.quantity(qty.toDecimalString())}`;
  };
  return (
    <>
      <FormErrors form={form} />
      <Table
        caption={t('supply.ledger')}
        captionHidden
        density="compact"
        stickyHeader={false}
        rows={lot.entries}
        rowKey={(entry) => entry.id}
        columns={[
          {
            key: 'what',
            header: t('supply.ledgerWhat'),
            primary: true,
            cell: (entry) => (
              <>
                {t(`stockKind.${entry.kind}`)}
                {entry.reason && ` · ${t(`lossReason.${entry.reason}`)}`}
                {entry.note && ` · ${entry.note}`}
                {entry.isReversed && ` (${t('supply.isUndone')})`}
                {entry.orderId && (
                  <>
                    {' · '}
                    <Link href={`/orders/${entry.orderId}`}>{t('supply.toOrder')}</Link>
                  </>
                )}
                {entry.shipmentId && (
                  <>
                    {' · '}
                    <Link href={`/shipments/${entry.shipmentId}`}>{t('supply.toShipment')}</Link>
                  </>
                )}
              </>
            ),
          },
          { key: 'stock', header: t('supply.ledgerStock'), numeric: true, cell: (entry) => signed(entry.onHand) },
          { key: 'held', header: t('supply.ledgerHeld'), numeric: true, cell: (entry) => signed(entry.reserved) },
          { key: 'when', header: t('supply.ledgerWhen'), cell: (entry) => f.dateTime(entry.at) },
          { key: 'who', header: t('supply.ledgerWho'), cell: (entry) => entry.byName ?? '—' },
          {
            key: 'undo',
            header: t('supply.undo'),
            headerHidden: true,
            cell: (entry) =>
              entry.canUndo && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('supply.undoOf', { what: t(`stockKind.${entry.kind}`), time: f.dateTime(entry.at) })}
                  onClick={() => setUndoing(entry)}
                >
                  {t('supply.undo')}
                </Button>
              ),
          },
        ]}
      />
      <ConfirmDialog
        open={undoing !== null}
        onOpenChange={(open) => !open && setUndoing(null)}
        title={t('supply.undoTitle')}
        description={t('supply.undoDetail')}
        confirmLabel={t('supply.undo')}
        cancelLabel={t('action.cancel')}
        loading={form.busy}
        onConfirm={() =>
          undoing && void form.submit((clientKey) => ({ input: { clientKey, entryId: undoing.id } })).then(() => setUndoing(null))
        }
      />
    </>
  );
}

import { LOSS_REASONS, quantity } from '@lienket/domain';
import { Button, Field, FieldRow, NumberInput, Section, Select, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { LossReason, ShipmentPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { GoodsSettleDocument } from './fulfillment.operations';
import s from './fulfillment.module.css';

interface Typed {
  restock: string;
  writeOff: string;
  reason: string;
}
const untouched: Typed = { restock: '', writeOff: '', reason: '' };

/** Goods that came back: the seller puts them into stock again or writes them off, line by line. */
export function BackGoods({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(claims);
  const f = useFormats();
  const typed = useTypedNumbers();
  const [values, setValues] = useState<Record<string, Typed>>({});
  const of = (id: string) => values[id] ?? untouched;
  const set = (id: string, change: Partial<Typed>) =>
    setValues((all) => ({ ...all, [id]: { ...(all[id] ?? untouched), ...change } }));
  const form = useMutationForm(GoodsSettleDocument, {
    form: `goods-${shipment.receipt?.id}`,
    pick: (data) => data.goodsSettle,
    stale: ['workItems', 'supplyOverview', 'lot'],
    onDone: () => {
      toast.success(t('receipt.done'));
      setValues({});
    },
  });
  if (shipment.backGoods.length === 0) return null;
  const open = shipment.availableActions.find(({ action }) => action === 'goodsSettle');
  const lines = shipment.backGoods;
  const touched = lines.filter(({ sourceId }) => of(sourceId).restock.trim() || of(sourceId).writeOff.trim());
  const send = () => {
    const read = touched.map(({ sourceId }) => {
      const value = of(sourceId);
      const number = (text: string) => (text.trim() ? typed.quantity(text) : ({ ok: true, wire: '0' } as const));
      return { sourceId, restock: number(value.restock), writeOff: number(value.writeOff), reason: value.reason };
    });
    const sound = form.check({
      ...Object.fromEntries(read.map(({ sourceId, restock }) => [`restock-${sourceId}`, restock.ok ? null : restock.message])),
      ...Object.fromEntries(
        read.map(({ sourceId, writeOff }) => [`writeOff-${sourceId}`, writeOff.ok ? null : writeOff.message]),
      ),
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        receiptId: shipment.receipt!.id,
        goods: read.map(({ sourceId, restock, writeOff, reason }) => ({
          sourceId,
          restock: restock.ok ? restock.wire : '0',
          writeOff: writeOff.ok ? writeOff.wire : '0',
          lossReason: (reason || null) as LossReason | null,
        })),
      },
    }));
  };
  return (
    <Section title={t('back.title')}>
      <FormErrors
        form={form}
        fieldId={(field) => {
          const row = /^(\d+)\.(\w+)/.exec(field);
          return row ? `${row[2]}-${touched[Number(row[1])]?.sourceId}` : field;
        }}
      />
      <ol className={s.lines} id="goods" tabIndex={-1}>
        {lines.map((line) => {
          const isOpen = quantity(line.openQty).isPositive;
          const value = of(line.sourceId);
          const row = touched.findIndex(({ sourceId }) => sourceId === line.sourceId);
          const refused = (field: string) => form.rowErrors(row).find((one) => one.field === field)?.message;
          return (
            <li key={line.sourceId} className={s.line}>
              <p className={s.lineName}>
                <b>
                  {line.description} · {f.quantity(line.qty, line.baseUnit)}
                </b>
                <span className={s.small}>
                  {[
                    t(`back.type.${line.sourceType}`),
                    line.lotCode,
                    isOpen ? t('back.open', { qty: f.quantity(line.openQty, line.baseUnit) }) : t('back.done'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </p>
              {isOpen && open?.allowed && (
                <Stack gap="small">
                  <FieldRow>
                    {(['restock', 'writeOff'] as const).map((what) => (
                      <Field
                        key={what}
                        id={`${what}-${line.sourceId}`}
                        label={t(`back.${what}`)}
                        error={form.errorOf(`${what}-${line.sourceId}`) ?? refused(what)}
                      >
                        <NumberInput
                          unit={line.baseUnit}
                          aria-label={t('back.of', { what: t(`back.${what}`), product: line.description })}
                          value={value[what]}
                          onChange={(event) => set(line.sourceId, { [what]: event.target.value })}
                        />
                      </Field>
                    ))}
                  </FieldRow>
                  {value.writeOff.trim() && (
                    <Field id={`lossReason-${line.sourceId}`} label={t('back.reason')} error={refused('lossReason')}>
                      <Select
                        placeholder={t('back.reasonChoose')}
                        options={LOSS_REASONS.map((code) => ({ value: code, label: t(`back.loss.${code}`) }))}
                        value={value.reason}
                        onChange={(event) => set(line.sourceId, { reason: event.target.value })}
                      />
                    </Field>
                  )}
                </Stack>
              )}
            </li>
          );
        })}
      </ol>
      {touched.length > 0 && (
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('back.send')}
        </Button>
      )}
    </Section>
  );
}

import { Button, Checkbox, RadioGroup, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { SupplyRowFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { StockKeepingSetDocument } from './supply.operations';

/** Whether orders hold stock, and what buyers without a contract may see. */
export function StockSettings({ row, onSaved }: { row: SupplyRowFragment; onSaved: () => void }) {
  const t = useText(supply);
  const [stockKept, setStockKept] = useState(row.stockKept ?? false);
  const [visibility, setVisibility] = useState(row.supplyVisibility ?? 'BUYERS');
  const form = useMutationForm(StockKeepingSetDocument, {
    form: `supply-settings-${row.product.id}`,
    pick: (data) => data.stockKeepingSet,
    stale: ['supplyBoard', 'productSupply'],
    onDone: () => {
      toast.success(t('supply.settingsSaved'));
      onSaved();
    },
  });
  return (
    <Stack>
      <FormErrors form={form} fieldId={(field) => `settings-${field}`} />
      <Checkbox
        id="settings-stockKept"
        label={t('supply.keepSetting')}
        hint={t('supply.keepHint')}
        checked={stockKept}
        error={form.errorOf('stockKept')}
        onChange={(event) => setStockKept(event.target.checked)}
      />
      <RadioGroup
        legend={t('supply.visibility')}
        value={visibility}
        onValueChange={(value) => setVisibility(value as typeof visibility)}
        options={(['BUYERS', 'PARTIES'] as const).map((value) => ({ value, label: t(`supplyVisibility.${value}`) }))}
      />
      <div>
        <Button
          loading={form.busy}
          onClick={() =>
            void form.submit((clientKey) => ({
              input: { clientKey, productId: row.product.id, stockKept, supplyVisibility: visibility },
            }))
          }
        >
          {t('supply.save')}
        </Button>
      </div>
    </Stack>
  );
}

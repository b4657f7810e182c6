import { quantity } from '@lienket/domain';
import { Checkbox, Field, NumberInput, Select } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../gql';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { ProductCombobox } from '../../shared/agreements/product-combobox';
import { packLabel } from '../../shared/catalog/pack-label';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import type { ContractDraft, ContractLineDraft } from './contract-draft';
import { ContractSchedule } from './contract-schedule';
import s from './mou-form.module.css';

const PacksDocument = graphql(`
  query ContractPacks($id: ID!) {
    productById(id: $id) {
      id
      baseUnit
      packs {
        id
        name
        sizeBase
        moqPacks
      }
    }
  }
`);

interface Props {
  line: ContractLineDraft;
  /** Its place among the lines that are sent; null when left out. */
  row: number | null;
  draft: ContractDraft;
  seller: OrganizationPartsFragment | undefined;
  form: { errorOf: (field: string) => string | undefined };
  onChange: (part: Partial<ContractLineDraft>) => void;
}

/** One line of the memorandum made binding: product, pack, bounds, price, and when. */
export function ContractLineFields({ line, row, draft, seller, form, onChange }: Props) {
  const t = useText(agreements);
  const f = useFormats();
  const packs = useQuery(PacksDocument, { variables: { id: line.product?.id ?? '' }, skip: !line.product });
  const found = packs.data?.productById?.packs;
  const pack = found?.find(({ id }) => id === line.packId);
  // A product with one pack leaves nothing to choose; a pack of another product is no choice.
  useEffect(() => {
    if (found && !found.some(({ id }) => id === line.packId)) {
      const only = found.length === 1 ? found[0]!.id : '';
      if (only !== line.packId) onChange({ packId: only });
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when another product's packs arrive
  }, [found]);
  const id = (field: string) => `${row}.${field}`;
  const error = (field: string) => (row === null ? undefined : form.errorOf(id(field)));
  const amount = (field: 'minQty' | 'targetQty' | 'maxQty', label: string) => (
    <Field id={id(field)} label={label} required error={error(field)}>
      <NumberInput unit={line.baseUnit} value={line[field]} onChange={(event) => onChange({ [field]: event.target.value })} />
    </Field>
  );
  return (
    <div className={s.row} role="group" aria-label={line.description}>
      <div className={s.rowHead}>
        <h3>{line.description}</h3>
        <Checkbox
          label={t('contractForm.included')}
          checked={line.included}
          onChange={(event) => onChange({ included: event.target.checked })}
        />
      </div>
      {row !== null && (
        <>
          <div className={s.numbers}>
            <Field
              id={id('productId')}
              label={t('contractForm.product')}
              required
              error={error('productId') ?? error('mouLineId')}
            >
              <ProductCombobox
                sellers={seller ? [seller] : []}
                value={line.product}
                onChange={(product) =>
                  onChange({
                    product: product && { id: product.id, slug: product.slug, nameVi: product.nameVi },
                    packId: '',
                    ...(product && line.seasonMonths.length === 0 ? { seasonMonths: [...product.harvestMonths] } : {}),
                  })
                }
              />
            </Field>
            <Field
              id={id('packId')}
              label={t('contract.pack')}
              required
              hint={packs.error || (packs.data && !found?.length) ? t('contractForm.noPacks') : undefined}
              error={error('packId')}
            >
              <Select
                placeholder={t('contractForm.choosePack')}
                value={line.packId}
                disabled={!found?.length}
                onChange={(event) => onChange({ packId: event.target.value })}
                options={(found ?? []).map(({ id: value, name, sizeBase }) => ({
                  value,
                  label: packLabel(f, name, sizeBase, line.baseUnit),
                }))}
              />
            </Field>
          </div>
          <div className={s.numbers}>
            {amount('minQty', t('contract.min'))}
            {amount('targetQty', t('contract.target'))}
            {amount('maxQty', t('contract.max'))}
            <Field id={id('unitPrice')} label={t('contract.unitPrice')} required error={error('unitPrice')}>
              <NumberInput
                unit={`₫ / ${line.baseUnit}`}
                value={line.unitPrice}
                onChange={(event) => onChange({ unitPrice: event.target.value })}
              />
            </Field>
          </div>
          <ContractSchedule
            id={id('schedule')}
            line={line}
            draft={draft}
            packSize={pack ? quantity(pack.sizeBase) : null}
            error={error('schedule')}
            onChange={onChange}
          />
        </>
      )}
    </div>
  );
}

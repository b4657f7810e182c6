import { useQuery } from '@apollo/client/react';
import { Button, LinkButton, Notice, PageHeader, Stack, StatusMark, toast } from '@lienket/ui';
import { useMemo, useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import type { ProductForEditFragment } from '../../gql/graphql';
import { Stamps } from '../../shared/assistance/stamps';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { products } from '../../shared/messages/vi/products';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { ChangeBanner } from './change-banner';
import { ProductActions } from './product-actions';
import { ProductFields } from './product-fields';
import { errorAt, fieldIdOf } from './product-field-ids';
import { valuesOf } from './product-form-values';
import { ProductByIdDocument, productLists, ProductUpdateDocument } from './product-operations';
import { statusTones } from './product-status';
import { useProductReader } from './use-product-reader';
import s from './product-form.module.css';

const both = { ...catalog, ...products };

export default function ProductEditScreen() {
  const { id = '' } = useParams();
  const query = useQuery(ProductByIdDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} skeleton="text" missing={(data) => !data.productById}>
      {(data) => <ProductEdit key={id} product={data.productById!} onReload={() => void query.refetch()} />}
    </AsyncScreen>
  );
}

function ProductEdit({ product, onReload }: { product: ProductForEditFragment; onReload: () => void }) {
  const t = useText(both);
  const { locale } = useLanguage();
  const { me } = useSession();
  const initial = useMemo(() => valuesOf(product, locale), [product, locale]);
  const name = `product-${product.id}`;
  const { values, set, drop, savedAt } = useDraft(name, initial);
  const read = useProductReader();
  const [sending, setSending] = useState(false);
  const form = useMutationForm(ProductUpdateDocument, {
    form: name,
    pick: (data) => data.productUpdate,
    stale: productLists,
    onDone: (saved) => {
      drop(valuesOf(saved, locale));
      const waits = saved.change?.status === 'PENDING' && saved.change.version !== product.change?.version;
      toast.success(t(waits ? 'edit.savedWaits' : 'edit.saved', { name: saved.nameVi }));
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { input, errors } = read(values);
    if (!form.check(errors)) return;
    const { baseUnit: _unit, pack, ...rest } = input;
    void form.submit((clientKey) => ({
      input: {
        ...rest,
        clientKey,
        id: product.id,
        version: product.version,
        pack: { ...pack, id: product.packs[0]?.id ?? null },
      },
    }));
  };
  return (
    <>
      <PageTitle>{product.nameVi}</PageTitle>
      <PageHeader
        back={{ href: '/products', label: t('products.title') }}
        title={product.nameVi}
        meta={<StatusMark tone={statusTones[product.status]}>{t(`productStatus.${product.status}`)}</StatusMark>}
        actions={
          <>
            <LinkButton href={`/products/${product.id}/packs`}>{t('packs.open')}</LinkButton>
            {/* Lists of prices and offers in the seller's name are in no mandate. */}
            {!me?.standIn && (
              <>
                <LinkButton href={`/products/prices?product=${product.id}`}>{t('prices.open')}</LinkButton>
                <LinkButton href={`/documents/offers/${product.id}.pdf`}>{t('edit.offer')}</LinkButton>
              </>
            )}
            {product.status === 'PUBLISHED' && <LinkButton href={`/catalog/${product.slug}`}>{t('edit.asBuyer')}</LinkButton>}
          </>
        }
      />
      <Stack>
        <Stamps stamps={product.stamps} />
        <ChangeBanner product={product} onWithdrawn={(saved) => drop(valuesOf(saved, locale))} onReload={onReload} />
        {product.returnReason && product.status === 'DRAFT' && (
          <Notice tone="warning" title={t('edit.returned')}>
            {product.returnReason}
          </Notice>
        )}
        <form className={s.form} noValidate onSubmit={save}>
          <Stack>
            <FormErrors form={form} fieldId={fieldIdOf} />
            <ProductFields
              isNew={false}
              values={values}
              set={set}
              errorOf={(field) => errorAt(form.failure.fields, field)}
              onSending={setSending}
            />
          </Stack>
          <div className={s.buttons}>
            <Button
              variant={product.status === 'DRAFT' && !savedAt ? 'secondary' : 'primary'}
              type="submit"
              loading={form.busy}
              disabled={sending}
            >
              {t('action.save')}
            </Button>
            <ProductActions product={product} unsaved={savedAt !== null} onReload={onReload} />
          </div>
          <DraftNote savedAt={savedAt} onDrop={() => drop(initial)} />
        </form>
      </Stack>
      <ConflictDialog form={form} onReload={onReload} />
    </>
  );
}

import { Button, PageHeader, Stack, toast } from '@lienket/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { ProductFields } from './product-fields';
import { errorAt, fieldIdOf } from './product-field-ids';
import { newProduct } from './product-form-values';
import { ProductCreateDocument, productLists } from './product-operations';
import { useProductReader } from './use-product-reader';
import s from './product-form.module.css';

export default function ProductNewScreen() {
  const t = useText(products);
  const navigate = useNavigate();
  const name = `product-new-${useMe().organization.id}`;
  const { values, set, drop, savedAt } = useDraft(name, newProduct);
  const read = useProductReader();
  const forReview = useRef(true);
  const [sending, setSending] = useState(false);
  const form = useMutationForm(ProductCreateDocument, {
    form: name,
    pick: (data) => data.productCreate,
    stale: productLists,
    onDone: (product) => {
      drop();
      toast.success(t(forReview.current ? 'form.submitted' : 'form.draftSaved', { name: product.nameVi }));
      void navigate(`/products?status=${product.status}`);
    },
  });
  const send = (submit: boolean) => {
    forReview.current = submit;
    const { input, errors } = read(values);
    if (form.check(errors)) void form.submit((clientKey) => ({ input: { ...input, clientKey, submit } }));
  };
  return (
    <>
      <PageTitle>{t('new.title')}</PageTitle>
      <PageHeader back={{ href: '/products', label: t('products.title') }} title={t('new.title')} meta={t('new.lead')} />
      <form
        className={s.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send(true);
        }}
      >
        <Stack>
          <FormErrors form={form} fieldId={fieldIdOf} />
          <ProductFields
            isNew
            values={values}
            set={set}
            errorOf={(field) => errorAt(form.failure.fields, field)}
            onSending={setSending}
          />
        </Stack>
        <div className={s.buttons}>
          <Button variant="primary" type="submit" loading={form.busy} disabled={sending}>
            {t('form.submit')}
          </Button>
          <Button onClick={() => send(false)} loading={form.busy} disabled={sending}>
            {t('form.saveDraft')}
          </Button>
        </div>
        <DraftNote savedAt={savedAt} onDrop={() => drop()} />
      </form>
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import {
  Button,
  ConfirmDialog,
  DemoMark,
  DescriptionList,
  Dialog,
  DialogClose,
  Field,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { OrderTemplatePartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { templates } from '../../../shared/messages/vi/templates';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { useMe, useSession } from '../../../shared/session/session';
import { SheetTable } from './sheet-table';
import { templateHref } from './template-href';
import { OrderTemplateDocument, OrderTemplateRemoveDocument, OrderTemplateSaveDocument } from './templates.operations';

/** One kept sheet: what is in it, what it costs today, and the way into the order pad. */
export default function TemplateScreen() {
  const t = useText(templates);
  const { id = '' } = useParams();
  const query = useQuery(OrderTemplateDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageTitle>{query.data?.orderTemplate?.name ?? t('templates.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.orderTemplate}>
        {(data) => <TemplatePage template={data.orderTemplate!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function TemplatePage({ template, reload }: { template: OrderTemplatePartsFragment; reload: () => void }) {
  const t = useText(templates);
  const f = useFormats();
  const { organization } = useMe();
  const { may } = useSession();
  const mayPlace = may('order.place', { buyerOrgId: organization.id });
  useDemoMark(template.isDemo);
  const facts = [
    { term: t('templates.sellers'), detail: template.sellers },
    ...(template.contract ? [{ term: t('templates.contract'), detail: template.contract.number }] : []),
    { term: t('templates.place'), detail: template.deliveryPlace ?? t('templates.noPlace') },
    { term: t('templates.total'), detail: f.vnd(template.total) },
    ...(template.note ? [{ term: t('templates.note'), detail: template.note }] : []),
  ];
  return (
    <>
      <PageHeader
        back={{ href: '/orders/templates', label: t('templates.back') }}
        mark={template.isDemo && <DemoMark text={t('demo')} />}
        title={template.name}
        meta={t('templates.savedLine', { name: template.savedByName, date: f.dateTime(template.savedAt) })}
        actions={
          mayPlace && (
            <>
              <RenameTemplate template={template} reload={reload} />
              <RemoveTemplate template={template} />
              <LinkButton href={`/orders/standing/new?template=${template.id}`}>{t('templates.standing')}</LinkButton>
              <LinkButton variant="primary" href={templateHref(template)}>
                {t('templates.open')}
              </LinkButton>
            </>
          )
        }
      />
      {template.gone > 0 && <Notice tone="warning">{t('templates.goneNote', { count: template.gone })}</Notice>}
      <Section title={t('templates.lines')} meta={t('templates.count', { count: template.lineCount })}>
        <Stack>
          <DescriptionList items={facts} />
          <SheetTable lines={template.lines} total={template.total} />
        </Stack>
      </Section>
    </>
  );
}

function RenameTemplate({ template, reload }: { template: OrderTemplatePartsFragment; reload: () => void }) {
  const t = useText(templates);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(template.name);
  const form = useMutationForm(OrderTemplateSaveDocument, {
    form: `order-template-name-${template.id}`,
    pick: (data) => data.orderTemplateSave,
    stale: ['orderTemplates'],
    onDone: () => {
      toast.success(t('templates.renamed'));
      setOpen(false);
    },
  });
  const send = () => {
    if (!form.check({ name: name.trim() ? null : t('templates.nameMissing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: template.id, version: template.version, name } }));
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          setName(template.name);
        }}
        trigger={<Button>{t('templates.rename')}</Button>}
        title={t('templates.rename')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('templates.save')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <Field id="name" label={t('templates.name')} required error={form.errorOf('name')}>
            <TextInput value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}

function RemoveTemplate({ template: { id, name } }: { template: OrderTemplatePartsFragment }) {
  const t = useText(templates);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const form = useMutationForm(OrderTemplateRemoveDocument, {
    form: `order-template-remove-${id}`,
    pick: (data) => data.orderTemplateRemove,
    stale: ['orderTemplates', 'orderTemplate'],
    onDone: () => {
      toast.success(t('templates.removed', { name }));
      void navigate('/orders/templates');
    },
  });
  return (
    <>
      <FormErrors form={form} />
      <Button loading={form.busy} onClick={() => setAsking(true)}>
        {t('templates.remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('templates.removeTitle', { name })}
        description={t('templates.removeDetail')}
        confirmLabel={t('templates.remove')}
        cancelLabel={t('action.cancel')}
        danger
        onConfirm={() => {
          setAsking(false);
          void form.submit((clientKey) => ({ input: { clientKey, id } }));
        }}
      />
    </>
  );
}

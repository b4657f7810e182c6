import { Button, Dialog, DialogClose, Field, RadioGroup, Stack, TextInput, toast } from '@lienket/ui';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import type { SheetLineInput } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { templates } from '../../../shared/messages/vi/templates';
import { OrderTemplateSaveDocument } from '../templates/templates.operations';
import type { OpenTemplate } from './use-template';

interface SaveTemplateProps {
  /** The one this sheet was filled from. */
  template: OpenTemplate | null;
  sheet: { contractId: string | null; deliveryLocationId: string | null; note: string | null };
  lines: SheetLineInput[];
}

/** Keeps the sound rows of the sheet under a name, or writes them over the template that was opened. */
export function SaveTemplate({ template, sheet, lines }: SaveTemplateProps) {
  const t = useText(templates);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<BookmarkPlus />} disabled={lines.length === 0} onClick={() => setOpen(true)}>
        {t('templates.keep')}
      </Button>
      {open && <SaveDialog template={template} sheet={sheet} lines={lines} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveDialog({ template, sheet, lines, onClose }: SaveTemplateProps & { onClose: () => void }) {
  const t = useText(templates);
  const [over, setOver] = useState(template !== null);
  const [name, setName] = useState(template?.name ?? '');
  const form = useMutationForm(OrderTemplateSaveDocument, {
    form: `order-template-${over ? template!.id : 'new'}`,
    pick: (data) => data.orderTemplateSave,
    stale: ['orderTemplates', 'orderTemplate'],
    onDone: (saved) => {
      toast.success(t('templates.saved', { name: saved.name }));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ name: name.trim() ? null : t('templates.nameMissing') })) return;
    const held = over && template ? { id: template.id, version: template.version } : {};
    void form.submit((clientKey) => ({ input: { clientKey, ...held, name, ...sheet, lines } }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(still) => !still && onClose()}
        title={t('templates.keep')}
        description={t('templates.keepHint', { count: lines.length })}
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
          {template && (
            <RadioGroup
              legend={t('templates.where')}
              value={over ? 'over' : 'new'}
              onValueChange={(value) => setOver(value === 'over')}
              options={[
                { value: 'over', label: t('templates.over', { name: template.name }) },
                { value: 'new', label: t('templates.asNew') },
              ]}
            />
          )}
          <Field id="name" label={t('templates.name')} required error={form.errorOf('name')}>
            <TextInput value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={onClose} />
    </>
  );
}

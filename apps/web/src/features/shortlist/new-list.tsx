import { Button, Dialog, Field, Stack, TextInput } from '@lienket/ui';
import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../gql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';

const ShortlistCreateDocument = graphql(`
  mutation ShortlistCreate($input: ShortlistCreateInput!) {
    shortlistCreate(input: $input) {
      ...ShortlistParts
      ...RefusalParts
    }
  }
`);

export function NewList() {
  const t = useText(finding);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const form = useMutationForm(ShortlistCreateDocument, {
    form: 'shortlist-new',
    pick: (data) => data.shortlistCreate,
    stale: ['shortlists'],
    onDone: () => {
      setOpen(false);
      setName('');
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('keep.new')}
      closeLabel={t('action.close')}
      size="small"
      trigger={<Button icon={<ListPlus />}>{t('keep.new')}</Button>}
      footer={
        <Button
          variant="primary"
          loading={form.busy}
          onClick={() => void form.submit((clientKey) => ({ input: { clientKey, name } }))}
        >
          {t('keep.create')}
        </Button>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <Field id="name" label={t('keep.name')} error={form.errorOf('name')}>
          <TextInput value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
      </Stack>
    </Dialog>
  );
}

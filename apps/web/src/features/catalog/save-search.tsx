import { Button, Checkbox, Dialog, Field, Stack, TextInput, toast } from '@lienket/ui';
import { BellPlus } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../gql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import { filterFrom } from './catalog-filter';

const SavedSearchCreateDocument = graphql(`
  mutation SavedSearchCreate($input: SavedSearchCreateInput!) {
    savedSearchCreate(input: $input) {
      ... on SavedSearch {
        id
        name
      }
      ...RefusalParts
    }
  }
`);

/** Keeps the address as it stands, under a name, for the whole organization. */
export function SaveSearch({ params }: { params: URLSearchParams }) {
  const t = useText(finding);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [alert, setAlert] = useState(true);
  const address = new URLSearchParams(params);
  address.delete('saved');
  const form = useMutationForm(SavedSearchCreateDocument, {
    form: 'saved-search',
    pick: (data) => data.savedSearchCreate,
    stale: ['savedSearches'],
    onDone: () => {
      setOpen(false);
      toast.success(t('searches.saved'));
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setName(params.get('q') ?? '');
      }}
      title={t('searches.saveTitle')}
      closeLabel={t('action.close')}
      size="small"
      trigger={<Button icon={<BellPlus />}>{t('searches.save')}</Button>}
      footer={
        <Button
          variant="primary"
          loading={form.busy}
          onClick={() =>
            void form.submit((clientKey) => ({
              input: { clientKey, name, alert, address: address.toString(), filter: filterFrom(params) },
            }))
          }
        >
          {t('action.save')}
        </Button>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <Field id="name" label={t('searches.name')} error={form.errorOf('name')}>
          <TextInput value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Checkbox label={t('searches.alert')} checked={alert} onChange={(event) => setAlert(event.target.checked)} />
      </Stack>
    </Dialog>
  );
}

import { Field, FileDrop } from '@lienket/ui';
import { useUpload } from './use-upload';
import { useText } from '../i18n/use-text';

export interface ChosenFile {
  id: string;
  name: string;
  url: string;
}

interface Props {
  id: string;
  label: string;
  hint?: string;
  chooseLabel: string;
  dropLabel?: string;
  accept: string;
  required?: boolean;
  value: ChosenFile | null;
  error?: string | undefined;
  onChange: (file: ChosenFile | null) => void;
}

/** One file, sent as soon as it is chosen. */
export function FileField({ id, label, hint, chooseLabel, dropLabel, accept, required, value, error, onChange }: Props) {
  const t = useText();
  const upload = useUpload();
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      required={required}
      optionalText={required ? undefined : t('state.optional')}
      error={upload.error ?? error}
    >
      <FileDrop
        chooseLabel={upload.sending ? t('upload.sending') : chooseLabel}
        dropLabel={dropLabel}
        accept={accept}
        removeLabel={(item) => t('action.remove', { name: item.name })}
        disabled={upload.sending}
        files={value ? [{ id: value.id, name: value.name, href: value.url }] : []}
        onAdd={([file]) => {
          if (!file) return;
          void upload.send(file).then((stored) => stored && onChange({ id: stored.id, name: file.name, url: stored.url }));
        }}
        onRemove={() => onChange(null)}
      />
    </Field>
  );
}

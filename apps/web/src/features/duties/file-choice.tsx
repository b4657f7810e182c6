import { Field, FileDrop } from '@lienket/ui';
import { useUpload } from '../../shared/files/use-upload';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';

export interface ChosenFile {
  id: string;
  name: string;
}

interface Props {
  label: string;
  hint?: string;
  error?: string;
  value: ChosenFile | null;
  onChange: (file: ChosenFile | null) => void;
}

/** One paper or picture, uploaded as soon as it is chosen. */
export function FileChoice({ label, hint, error, value, onChange }: Props) {
  const t = useText(duties);
  const upload = useUpload();
  const add = async ([picked]: File[]) => {
    const stored = picked && (await upload.send(picked));
    if (stored) onChange({ id: stored.id, name: picked.name });
  };
  return (
    <Field id="fileId" label={label} hint={hint} optionalText={t('state.optional')} error={upload.error ?? error}>
      <FileDrop
        chooseLabel={t('noticeDuty.form.addFile')}
        removeLabel={(item) => t('noticeDuty.form.removeFile', { name: item.name })}
        accept="application/pdf,image/*"
        disabled={upload.sending}
        files={value ? [value] : []}
        onAdd={(picked) => void add(picked)}
        onRemove={() => onChange(null)}
      />
    </Field>
  );
}

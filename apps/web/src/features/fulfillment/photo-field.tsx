import { Field, PhotoInput } from '@lienket/ui';
import { useEffect, useMemo } from 'react';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';

interface PhotoFieldProps {
  id: string;
  label: string;
  product: string;
  files: readonly File[];
  onFiles: (files: File[]) => void;
  error?: string;
  optional?: boolean;
}

const MOST = 6;

/** Pictures as files in hand: sent with the form, so that they also wait in a phone without a network. */
export function PhotoField({ id, label, product, files, onFiles, error, optional }: PhotoFieldProps) {
  const t = useText(claims);
  const previews = useMemo(() => files.map((file) => URL.createObjectURL(file)), [files]);
  useEffect(() => () => previews.forEach((url) => URL.revokeObjectURL(url)), [previews]);
  return (
    <Field id={id} label={label} error={error} optionalText={optional ? t('state.optional') : undefined}>
      <PhotoInput
        photos={previews.map((url, index) => ({ id: String(index), url, alt: t('claim.photoAlt', { n: index + 1, product }) }))}
        max={MOST}
        takeLabel={t('claim.takePhoto')}
        chooseLabel={t('claim.choosePhoto')}
        removeLabel={() => t('claim.removePhoto')}
        onAdd={(added) => onFiles([...files, ...added].slice(0, MOST))}
        onRemove={(removed) => onFiles(files.filter((_file, index) => String(index) !== removed))}
      />
    </Field>
  );
}

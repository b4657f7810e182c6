import { Field, PhotoInput } from '@lienket/ui';
import { useEffect, useState } from 'react';
import { useUpload } from '../../shared/files/use-upload';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';
import type { ProductValues } from './product-form-values';

interface ProductPhotoProps {
  photo: ProductValues['photo'];
  onChange: (photo: ProductValues['photo']) => void;
  /** While it travels the form must wait, or it would go without its photo. */
  onSending: (sending: boolean) => void;
  error?: string;
}

/** Camera or gallery; the picture is made small here, shown at once and sent while one types on. */
export function ProductPhoto({ photo, onChange, onSending, error }: ProductPhotoProps) {
  const t = useText(products);
  const { send, sending, error: failed } = useUpload();
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);
  const add = async ([file]: File[]) => {
    if (!file) return;
    setPreview(URL.createObjectURL(file));
    onSending(true);
    const stored = await send(file);
    if (stored) onChange({ id: stored.id, url: stored.url });
    setPreview(null);
    onSending(false);
  };
  const shown = preview ?? photo?.url;
  return (
    <Field label={t('form.photo')} id="photoFileId" hint={t('form.photoHint')} error={error ?? failed ?? undefined}>
      <PhotoInput
        photos={
          shown ? [{ id: 'photo', url: shown, alt: t('form.photo'), state: sending ? t('upload.sending') : undefined }] : []
        }
        multiple={false}
        max={1}
        takeLabel={t('form.photoTake')}
        chooseLabel={t('form.photoChoose')}
        removeLabel={() => t('form.photoRemove')}
        disabled={sending}
        onAdd={(files) => void add(files)}
        onRemove={() => onChange(null)}
      />
    </Field>
  );
}

import { Button, Cluster, Field, PhotoInput } from '@lienket/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useUpload } from '../../shared/files/use-upload';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';
import type { ProductValues } from './product-form-values';

interface ProductPhotoProps {
  photos: ProductValues['photos'];
  onChange: (photos: ProductValues['photos']) => void;
  /** While one travels the form must wait, or it would go without it. */
  onSending: (sending: boolean) => void;
  error?: string;
}

const MOST = 8;

/** Camera or gallery; pictures are made small here, shown at once and sent one after another while one types on. */
export function ProductPhoto({ photos, onChange, onSending, error }: ProductPhotoProps) {
  const t = useText(products);
  const { send, error: failed } = useUpload();
  const [waiting, setWaiting] = useState<string[]>([]);
  /** Said to those who cannot see the picture move. */
  const [moved, setMoved] = useState('');
  const previews = useRef<string[]>([]);
  useEffect(() => () => previews.current.forEach((url) => URL.revokeObjectURL(url)), []);
  const add = async (files: File[]) => {
    const shown = files.map((file) => URL.createObjectURL(file));
    previews.current.push(...shown);
    setWaiting(shown);
    onSending(true);
    let kept = photos;
    for (const [index, file] of files.entries()) {
      const stored = await send(file);
      if (stored) onChange((kept = [...kept, { id: stored.id, url: stored.url }]));
      setWaiting(shown.slice(index + 1));
    }
    onSending(false);
  };
  const moveTo = (from: number, to: number) => {
    const next = photos.toSpliced(from, 1).toSpliced(to, 0, photos[from]!);
    onChange(next);
    setMoved(t('form.photoMoved', { number: to + 1, count: photos.length }));
  };
  return (
    <Field label={t('form.photo')} id="photoFileId" hint={t('form.photoHint')} error={error ?? failed ?? undefined}>
      <PhotoInput
        photos={[
          ...photos.map(({ id, url, altVi }, index) => ({
            id,
            url: `${url}?size=320`,
            alt: altVi ?? t('form.photoNumber', { number: index + 1 }),
            state: index === 0 && photos.length > 1 ? t('form.photoMain') : undefined,
            action: photos.length > 1 && (
              <Cluster>
                <Button
                  variant="quiet"
                  size="small"
                  disabled={index === 0}
                  aria-label={t('form.photoEarlier', { number: index + 1 })}
                  onClick={() => moveTo(index, index - 1)}
                  icon={<ChevronLeft />}
                />
                <Button
                  variant="quiet"
                  size="small"
                  disabled={index === photos.length - 1}
                  aria-label={t('form.photoLater', { number: index + 1 })}
                  onClick={() => moveTo(index, index + 1)}
                  icon={<ChevronRight />}
                />
                {index > 0 && (
                  <Button variant="quiet" size="small" onClick={() => moveTo(index, 0)}>
                    {t('form.photoMakeMain')}
                  </Button>
                )}
              </Cluster>
            ),
          })),
          ...waiting.map((url) => ({ id: url, url, alt: t('form.photo'), state: t('upload.sending') })),
        ]}
        max={MOST}
        takeLabel={t('form.photoTake')}
        chooseLabel={t('form.photoChoose')}
        removeLabel={() => t('form.photoRemove')}
        disabled={waiting.length > 0}
        onAdd={(files) => void add(files)}
        onRemove={(id) => onChange(photos.filter((photo) => photo.id !== id))}
      />
      <p role="status" className="visually-hidden">
        {moved}
      </p>
    </Field>
  );
}

import { Field, FileDrop, PhotoInput, Stack } from '@lienket/ui';
import { useState } from 'react';
import { useUpload } from '../../shared/files/use-upload';
import { useText } from '../../shared/i18n/use-text';
import { papers } from '../../shared/messages/vi/papers';
import type { CertificateValues } from './certificate-values';

interface CertificateScanProps {
  file: CertificateValues['file'];
  onChange: (file: CertificateValues['file']) => void;
  error?: string;
}

/** The paper itself: photographed, chosen, or a PDF. */
export function CertificateScan({ file, onChange, error }: CertificateScanProps) {
  const t = useText(papers);
  const { send, sending, error: failed } = useUpload();
  const [preview, setPreview] = useState<string | null>(null);
  const add = async ([chosen]: File[]) => {
    if (!chosen) return;
    const isPdf = chosen.type === 'application/pdf';
    if (!isPdf) setPreview(URL.createObjectURL(chosen));
    const stored = await send(chosen);
    if (stored) onChange({ id: stored.id, url: stored.url, isPdf, name: chosen.name });
    setPreview((shown) => {
      if (shown) URL.revokeObjectURL(shown);
      return null;
    });
  };
  const picture = preview ?? (file && !file.isPdf ? file.url : null);
  return (
    <Field
      label={t('certificate.file')}
      id="fileId"
      hint={t('certificate.fileHint')}
      optionalText={t('state.optional')}
      error={error ?? failed ?? undefined}
    >
      <Stack gap="small">
        {!file?.isPdf && (
          <PhotoInput
            id="fileId"
            photos={
              picture
                ? [{ id: 'scan', url: picture, alt: t('certificate.photoAlt'), state: sending ? t('upload.sending') : undefined }]
                : []
            }
            multiple={false}
            max={1}
            takeLabel={t('certificate.take')}
            chooseLabel={t('certificate.choose')}
            removeLabel={() => t('certificate.removeFile')}
            disabled={sending}
            onAdd={(files) => void add(files)}
            onRemove={() => onChange(null)}
          />
        )}
        {!picture && (
          <FileDrop
            id="file-pdf"
            chooseLabel={sending ? t('upload.sending') : t('certificate.choosePdf')}
            accept="application/pdf"
            disabled={sending}
            files={file?.isPdf ? [{ id: file.id, name: file.name, href: file.url }] : []}
            removeLabel={(item) => t('action.remove', { name: item.name })}
            onAdd={(files) => void add(files)}
            onRemove={() => onChange(null)}
          />
        )}
      </Stack>
    </Field>
  );
}

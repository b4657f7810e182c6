import { useCallback, useState } from 'react';
import { useText } from '../i18n/use-text';
import { uploadFile, UploadError, type StoredFile } from './upload';

/** One file on its way: `send(file)` resolves to what the server stored, or null with `error` set. */
export function useUpload() {
  const t = useText();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = useCallback(
    async (file: File): Promise<StoredFile | null> => {
      setSending(true);
      setError(null);
      try {
        return await uploadFile(file);
      } catch (failure) {
        const known = failure instanceof UploadError ? failure : null;
        setError(known?.message || (known?.code === 'FILE_TOO_LARGE' ? t('upload.tooLarge') : t('upload.failed')));
        return null;
      } finally {
        setSending(false);
      }
    },
    [t],
  );
  return { send, sending, error };
}

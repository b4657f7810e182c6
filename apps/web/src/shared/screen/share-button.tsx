import { Button, Dialog, Stack, TextInput, toast } from '@lienket/ui';
import { Share2 } from 'lucide-react';
import { useLocation } from 'react-router';
import { useText } from '../i18n/use-text';
import { finding } from '../messages/vi/finding';
import s from './share-button.module.css';

/** The address to copy, to hand to another app, or to scan. */
export function ShareButton({ title }: { title: string }) {
  const t = useText(finding);
  const { pathname } = useLocation();
  const address = `${window.location.origin}${pathname}`;
  const copy = () =>
    void navigator.clipboard
      .writeText(address)
      .then(() => toast.success(t('share.copied')))
      .catch(() => undefined);
  return (
    <Dialog
      title={t('share.title')}
      closeLabel={t('action.close')}
      size="small"
      trigger={<Button icon={<Share2 />}>{t('share.label')}</Button>}
    >
      <Stack>
        <TextInput readOnly aria-label={t('share.title')} value={address} onFocus={(event) => event.target.select()} />
        <div className={s.ways}>
          <Button variant="primary" onClick={copy}>
            {t('share.copy')}
          </Button>
          {'share' in navigator && (
            <Button onClick={() => void navigator.share({ title, url: address }).catch(() => undefined)}>
              {t('share.send')}
            </Button>
          )}
        </div>
        <img className={s.code} src={`/qr/page.svg?path=${encodeURIComponent(pathname)}`} alt={t('share.qr')} loading="lazy" />
      </Stack>
    </Dialog>
  );
}

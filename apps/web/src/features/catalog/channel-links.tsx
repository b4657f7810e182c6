import { Link } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import s from './catalog.module.css';

/** Where consumers buy it now: shops on other platforms, each in its own words. */
export function ChannelLinks({ links }: { links: readonly { platform: string; url: string }[] }) {
  const t = useText(finding);
  const safe = links.filter(({ url }) => url.startsWith('https://'));
  if (safe.length === 0) return null;
  return (
    <div>
      <h2 className={s.quiet}>{t('buy.channels')}</h2>
      <ul className={s.places}>
        {safe.map(({ platform, url }) => (
          <li key={url}>
            <Link href={url} target="_blank" rel="noreferrer">
              {platform}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

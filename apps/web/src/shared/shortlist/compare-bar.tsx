import { Button, LinkButton } from '@lienket/ui';
import { useText } from '../i18n/use-text';
import { finding } from '../messages/vi/finding';
import { compareList } from './local-list';
import s from './compare-bar.module.css';

/** Stands at the foot of a list while products are being gathered for a comparison. */
export function CompareBar() {
  const t = useText(finding);
  const ids = compareList.useIds();
  if (ids.length === 0) return null;
  return (
    <div className={s.bar} role="region" aria-label={t('beside.title')}>
      <LinkButton variant="primary" href={`/compare?ids=${ids.join(',')}`}>
        {t('beside.open', { count: ids.length })}
      </LinkButton>
      <Button variant="quiet" onClick={() => compareList.clear()}>
        {t('beside.clear')}
      </Button>
    </div>
  );
}

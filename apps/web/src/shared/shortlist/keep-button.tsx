import { Button, toast } from '@lienket/ui';
import { Bookmark, BookmarkCheck, Columns3 } from 'lucide-react';
import { useText } from '../i18n/use-text';
import { finding } from '../messages/vi/finding';
import { compareList } from './local-list';
import { useShortlist } from './use-shortlist';

interface Props {
  product: { id: string; name: string };
  size?: 'small' | 'normal';
}

/** Puts a product on the shortlist, or takes it off. */
export function KeepButton({ product, size = 'small' }: Props) {
  const t = useText(finding);
  const { has, toggle } = useShortlist();
  const kept = has(product.id);
  return (
    <Button
      size={size}
      variant={size === 'small' ? 'quiet' : 'secondary'}
      icon={kept ? <BookmarkCheck /> : <Bookmark />}
      aria-pressed={kept}
      aria-label={t(kept ? 'keep.takeOutNamed' : 'keep.addNamed', { name: product.name })}
      onClick={() => toggle(product.id)}
    >
      {t(kept ? 'keep.added' : 'keep.add')}
    </Button>
  );
}

/** Puts a product beside up to three others. */
export function CompareButton({ product, size = 'small' }: Props) {
  const t = useText(finding);
  const compared = compareList.useIds().includes(product.id);
  return (
    <Button
      size={size}
      variant={size === 'small' ? 'quiet' : 'secondary'}
      icon={<Columns3 />}
      aria-pressed={compared}
      aria-label={t(compared ? 'beside.takeOutNamed' : 'beside.addNamed', { name: product.name })}
      onClick={() => {
        if (!compareList.toggle(product.id)) toast.error(t('beside.full'));
      }}
    >
      {t('beside.add')}
    </Button>
  );
}

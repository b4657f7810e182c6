import { LinkButton } from '@lienket/ui';
import { Upload } from 'lucide-react';
import { useText } from '../i18n/use-text';
import { imports } from '../messages/vi/imports';
import { useSession } from '../session/session';

/** From a list to the page where a spreadsheet fills it. */
export function ImportLink({ kind }: { kind: 'PRODUCTS' | 'PRICES' | 'LOTS' | 'CERTIFICATES' }) {
  const t = useText(imports);
  const { me } = useSession();
  // Many rows at once are in no mandate.
  if (me?.standIn) return null;
  return (
    <LinkButton icon={<Upload />} href={`/imports?kind=${kind}`}>
      {t('imports.link')}
    </LinkButton>
  );
}

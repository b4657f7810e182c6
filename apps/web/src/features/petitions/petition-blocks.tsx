import { Button, Link } from '@lienket/ui';
import { useState } from 'react';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { UnblockDialog } from '../../shared/agreements/block-dialogs';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { blocked } from '../../shared/messages/vi/blocked';
import { petitions } from '../../shared/messages/vi/petitions';
import { useSession } from '../../shared/session/session';
import s from './petitions.module.css';

/** Agreements that wait; a reader who has no part in one sees only that there is one. */
export function PetitionBlocks({ petition }: { petition: PetitionPartsFragment }) {
  const t = useText({ ...petitions, ...blocked });
  const f = useFormats();
  const { may } = useSession();
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <>
      <ul className={s.list}>
        {petition.blocks.map((block) => (
          <li key={block.id}>
            {block.title ? <Link href={`/agreements/${block.mouId}`}>{block.title}</Link> : t('petition.hiddenAgreement')}
            <span className={s.under}>
              {block.endedAt
                ? t('petition.blockEnded', { day: f.dateTime(block.endedAt), reason: block.endReason ?? '' })
                : t('petition.blockedSince', { day: f.dateTime(block.since) })}
            </span>
            {block.note && <p className={s.text}>{block.note}</p>}
            {!block.endedAt && may('petition.manage') && (
              <Button size="small" variant="quiet" onClick={() => setEnding(block.mouId)}>
                {t('blocked.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && <UnblockDialog mouId={ending} petition={petition} onClose={() => setEnding(null)} />}
    </>
  );
}

import { Link } from '@lienket/ui';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import s from './petitions.module.css';

/** Agreements that wait; a reader who has no part in one sees only that there is one. */
export function PetitionBlocks({ petition }: { petition: PetitionPartsFragment }) {
  const t = useText(petitions);
  const f = useFormats();
  return (
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
        </li>
      ))}
    </ul>
  );
}

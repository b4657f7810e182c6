import { Timeline } from '@lienket/ui';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';

/** Who was asked and what the petitioner said, in the order it happened; of one moment, the word before the reopening it leads to. */
export function PetitionDiary({ petition }: { petition: PetitionPartsFragment }) {
  const t = useText(petitions);
  const f = useFormats();
  const entries = [
    ...petition.feedbacks.map(({ id, at, satisfied, note, by }) => ({
      id,
      at,
      what: t(satisfied ? 'petition.said.yes' : 'petition.said.no', { by: by.name }),
      detail: note,
    })),
    ...petition.assignments.map(({ id, at, kind, reason, department }) => ({
      id,
      at,
      what: t(`petition.did.${kind}`, { department: department.name }),
      detail: reason,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Timeline
      label={t('petition.diary')}
      entries={entries.map(({ at, ...entry }) => ({ ...entry, at: f.dateTime(at), dateTime: at }))}
    />
  );
}

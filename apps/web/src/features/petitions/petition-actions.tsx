import { Button, Cluster, Notice, Stack } from '@lienket/ui';
import { useState } from 'react';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { PETITION_DIALOGS, type PetitionActName } from './petition-dialogs';

interface Props {
  petition: PetitionPartsFragment;
  onReload: () => void;
}

const isAct = (action: string): action is PetitionActName => action in PETITION_DIALOGS;
/** The step that brings the petition on comes first. */
const FORWARD: readonly PetitionActName[] = ['petitionAssign', 'petitionIssue', 'petitionFeedback', 'petitionReopen'];

/** What the reader's side may do now; where nothing can be done, whose move it is instead. */
export function PetitionActions({ petition, onReload }: Props) {
  const t = useText(petitions);
  const [open, setOpen] = useState<PetitionActName | null>(null);
  const offered = petition.availableActions.filter(({ allowed, action }) => allowed && isAct(action));
  const blocked = petition.availableActions.find(({ allowed, action }) => !allowed && action === 'petitionReopen');
  const OpenDialog = open && PETITION_DIALOGS[open];
  return (
    <Stack>
      {offered.length === 0 && <p>{t(`petition.waits.${petition.mover}`)}</p>}
      <Cluster>
        {offered.map(({ action }) => {
          const act = action as PetitionActName;
          return (
            <Button key={act} variant={FORWARD.includes(act) ? 'primary' : 'secondary'} onClick={() => setOpen(act)}>
              {t(`petitionAct.${act}`)}
            </Button>
          );
        })}
      </Cluster>
      {petition.status === 'NOT_SATISFIED' && blocked?.reason && <Notice tone="info">{blocked.reason}</Notice>}
      {OpenDialog && (
        <OpenDialog key={`${open}-${petition.version}`} petition={petition} onClose={() => setOpen(null)} onReload={onReload} />
      )}
    </Stack>
  );
}

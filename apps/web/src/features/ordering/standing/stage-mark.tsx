import { StatusMark, type Tone } from '@lienket/ui';
import type { StandingStage } from '../../../gql/graphql';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';

const tones: Record<StandingStage, Tone> = {
  COMING: 'info',
  RUNNING: 'success',
  PAUSED: 'warning',
  OVER: 'neutral',
  ENDED: 'neutral',
};

export function StageMark({ stage }: { stage: StandingStage }) {
  const t = useText(standing);
  return <StatusMark tone={tones[stage]}>{t(`standing.stage.${stage}`)}</StatusMark>;
}

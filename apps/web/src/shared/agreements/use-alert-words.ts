import { useQuery } from '@apollo/client/react';
import type { Tone } from '@lienket/ui';
import type { AlertPartsFragment, StallLevel } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { alerts } from '../messages/vi/alerts';
import { StallReasonsDocument } from './alert-operations';

export const stallTones: Readonly<Record<StallLevel, Tone>> = { WATCH: 'neutral', RISK: 'warning', STALLED: 'danger' };

type FactKey = `alertFact.${'SIGNED' | 'CONTRACT_IN_FORCE' | 'PROMISED' | 'PLAN_DUE' | 'LAST_ACCEPTED' | 'VALID_TO'}`;
type StepKey =
  `alertStep.${'PROPOSE_CONTRACT' | 'PLACE_CALL_OFF' | 'ANSWER_ORDER' | 'DISPATCH' | 'RECEIVE' | 'AGREE_SCHEDULE' | 'RENEW_OR_CLOSE'}`;

/** The sentences of alerts: fact and clock, whose move, what would help, reasons in the reader's language. */
export function useAlertWords() {
  const t = useText(alerts);
  const f = useFormats();
  const { locale } = useLanguage();
  const reasons = useQuery(StallReasonsDocument, { fetchPolicy: 'cache-first' }).data?.stallReasons ?? [];
  const reasonName = (code: string) => {
    const reason = reasons.find((each) => each.code === code);
    return reason ? (locale === 'en' ? reason.nameEn : reason.nameVi) : code;
  };
  return {
    t,
    f,
    locale,
    reasonName,
    reasonOptions: reasons.map(({ code }) => ({ value: code, label: reasonName(code) })),
    fact: (alert: AlertPartsFragment) =>
      t(`alertFact.${alert.fact}` as FactKey, {
        date: f.date(alert.factOn),
        days: alert.days ?? 0,
        limit: alert.limitDays ?? 0,
        ref: alert.factRef ?? '',
        share: f.percentBp(alert.shareBp ?? 0),
        limitShare: f.percentBp(alert.limitBp ?? 0),
      }),
    step: (alert: AlertPartsFragment) => t('alerts.suggested', { step: t(`alertStep.${alert.step}` as StepKey) }),
    mover: (alert: AlertPartsFragment) =>
      t('alerts.moverIs', { names: alert.movers.length > 0 ? alert.movers.join(', ') : t(`alertActor.${alert.actor}`) }),
  };
}

import { Timeline } from '@lienket/ui';
import type { CreditAgreementPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';

/** Who took which step on which day, and for whom the Alliance wrote. */
export function CreditDiary({ credit }: { credit: CreditAgreementPartsFragment }) {
  const t = useText(lending);
  const f = useFormats();
  return (
    <Timeline
      label={t('lending.diary')}
      entries={credit.steps.map(({ id, step, happenedOn, amount, reason, note, docNo, by, onBehalfOf, at }) => ({
        id,
        at: f.date(happenedOn),
        dateTime: at,
        what: t(`creditDid.${step}`, {
          by: onBehalfOf ? t('lending.onBehalf', { by: by.name, side: onBehalfOf.name }) : by.name,
        }),
        detail: [
          amount !== null && amount !== undefined ? t('lending.limitOf', { amount: f.vnd(amount) }) : null,
          reason ? t(`creditReason.${reason}`) : null,
          note,
          docNo ? t('lending.docOf', { number: docNo }) : null,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}

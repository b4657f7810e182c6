import { Timeline } from '@lienket/ui';
import type { OrderPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';

const isKnown = (key: string): key is keyof typeof ordering => Object.hasOwn(ordering, key);

/** Who did what, newest first. */
export function OrderDiary({ entries }: { entries: OrderPartsFragment['diary'] }) {
  const t = useText(ordering);
  const f = useFormats();
  if (entries.length === 0) return <p>{t('order.diaryEmpty')}</p>;
  return (
    <Timeline
      label={t('order.diary')}
      entries={[...entries]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((entry, index) => {
          const key = `order.log.${entry.action}`;
          const reason = entry.data.find((datum) => datum.key === 'reason')?.value;
          return {
            id: `${entry.at}-${index}`,
            at: f.dateTime(entry.at),
            dateTime: entry.at,
            who: entry.actorName ?? entry.organizationName ?? t('order.log.system'),
            what: t(isKnown(key) ? key : 'order.log.other'),
            detail: reason && t('order.reason', { reason }),
          };
        })}
    />
  );
}

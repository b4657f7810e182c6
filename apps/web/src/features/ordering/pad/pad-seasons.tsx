import { isYearRound } from '@lienket/domain';
import { Section, SeasonStrip } from '@lienket/ui';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { useSeason } from '../../../shared/screen/use-season';
import type { RowCheck } from './pad-check';
import s from './pad.module.css';

const SHOWN = 6;

/** Seasons of the chosen goods against the day they are needed. */
export function PadSeasons({ checks, requestedOn }: { checks: readonly RowCheck[]; requestedOn: string }) {
  const t = useText(ordering);
  const season = useSeason();
  const chosen = new Map(
    checks.flatMap((check) =>
      'qty' in check && !isYearRound(check.item.harvestMonths) ? [[check.item.productId, check.item] as const] : [],
    ),
  );
  if (chosen.size === 0) return null;
  return (
    <Section title={t('pad.season')}>
      <div className={s.seasons}>
        {[...chosen.values()].slice(0, SHOWN).map((item) => (
          <div key={item.productId}>
            <p className={s.seasonName}>{item.name}</p>
            <SeasonStrip {...season(item.harvestMonths)} size="compact" deliveries={requestedOn ? [{ on: requestedOn }] : []} />
          </div>
        ))}
      </div>
    </Section>
  );
}

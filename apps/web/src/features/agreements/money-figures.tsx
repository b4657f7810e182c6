import { Figure, Figures, Section } from '@lienket/ui';
import type { MouPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';

/** Requested, paid and open, for the parties alone; nothing where there is nothing or the reader is none. */
export function MoneyFigures({ money }: { money: MouPageFragment['money'] }) {
  const t = useText(amending);
  const f = useFormats();
  if (!money) return null;
  const [invoiced, paid] = [BigInt(money.invoiced), BigInt(money.paid)];
  return (
    <Section id="money" title={t('money.title')}>
      <Figures>
        <Figure label={t('money.invoiced')} value={f.vnd(String(invoiced))} />
        <Figure label={t('money.paid')} value={f.vnd(String(paid))} />
        <Figure label={t('money.open')} value={f.vnd(String(invoiced - paid))} />
      </Figures>
    </Section>
  );
}

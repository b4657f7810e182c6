import { Section, StatusMark, Table, type TableColumn, type Tone } from '@lienket/ui';
import type { StandingOrderPartsFragment, StandingRuleHolds } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import s from '../ordering.module.css';
import { useWeekdays } from './use-weekdays';

type Rule = StandingOrderPartsFragment['rules'][number];

const tones: Record<StandingRuleHolds, Tone> = { PAST: 'neutral', NOW: 'success', COMING: 'info', NEVER: 'neutral' };

/** What a standing order said and says, each from its day on; shown once it was changed. */
export function RulesTable({ rules }: { rules: readonly Rule[] }) {
  const t = useText(standing);
  const f = useFormats();
  const weekdays = useWeekdays();
  if (rules.length < 2) return null;
  const columns: TableColumn<Rule>[] = [
    {
      key: 'when',
      header: t('standing.ruleDays'),
      primary: true,
      cell: (rule) =>
        rule.holds === 'NEVER'
          ? t('standing.ruleFrom', { date: f.date(rule.validFrom) })
          : t('standing.season', { from: f.date(rule.validFrom), to: f.date(rule.until) }),
    },
    { key: 'weekdays', header: t('standing.days'), cell: (rule) => weekdays.list(rule.weekdays) },
    {
      key: 'lead',
      header: t('standing.leadDays'),
      cell: (rule) => (rule.leadDays === 0 ? t('standing.lead.0') : t('standing.leadOf', { count: rule.leadDays })),
    },
    {
      key: 'goods',
      header: t('standing.lines'),
      cell: (rule) => (
        <span>
          {rule.sellers}
          <span className={s.under}>{t('standing.count', { count: rule.lineCount })}</span>
        </span>
      ),
    },
    {
      key: 'made',
      header: t('standing.ruleMade'),
      cell: (rule) => (
        <span>
          {rule.madeByName}
          <span className={s.under}>{f.dateTime(rule.madeAt)}</span>
        </span>
      ),
    },
    {
      key: 'holds',
      header: t('standing.state'),
      cell: (rule) => <StatusMark tone={tones[rule.holds]}>{t(`standing.holds.${rule.holds}`)}</StatusMark>,
    },
  ];
  return (
    <Section title={t('standing.rules')} meta={t('standing.rulesHint')}>
      <Table
        caption={t('standing.rules')}
        captionHidden
        density="compact"
        columns={columns}
        rows={rules}
        rowKey={(rule) => rule.id}
      />
    </Section>
  );
}

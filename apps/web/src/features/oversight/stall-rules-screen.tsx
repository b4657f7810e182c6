import { useQuery } from '@apollo/client/react';
import { STALL_LEVELS, STALL_TRANSITIONS, STALL_VARIANTS } from '@lienket/domain';
import { Button, EmptyState, Field, FieldRow, PageHeader, Section, Select, StatusMark, Table } from '@lienket/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { StallRuleBookPartsFragment } from '../../gql/graphql';
import { stallTones, useAlertWords } from '../../shared/agreements/use-alert-words';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { StallRuleBookDocument } from './alert.operations';
import { HolidayDialog } from './holiday-dialog';
import { StallRuleDialog } from './stall-rule-dialog';

export type Rule = StallRuleBookPartsFragment['rules'][number];
type Holiday = StallRuleBookPartsFragment['holidays'][number];

const place = (rule: Rule) =>
  STALL_TRANSITIONS.indexOf(rule.transition) * 100 + STALL_VARIANTS.indexOf(rule.variant) * 10 + STALL_LEVELS.indexOf(rule.level);

/** The thresholds as data, for all events or one, and the days on which the clocks stand still. */
export default function StallRulesScreen() {
  const { t, f, locale } = useAlertWords();
  const [params, setParams] = useSearchParams();
  const eventCode = params.get('event');
  const query = useQuery(StallRuleBookDocument, { variables: { eventCode } });
  const [changing, setChanging] = useState<Rule | null>(null);
  const [day, setDay] = useState<Holiday | 'new' | null>(null);
  const nameOf = (rule: Rule) =>
    rule.variant === 'ANY'
      ? t(`stallTransition.${rule.transition}`)
      : `${t(`stallTransition.${rule.transition}`)} (${t(`stallRules.${rule.variant}`)})`;
  const valueOf = (rule: Rule) => {
    const share = f.percentBp(rule.belowBp ?? 0);
    if (rule.transition === 'EXPIRY') return t('stallRules.left', { days: rule.days ?? 0, share });
    if (rule.transition !== 'PACE') return t(`stallRules.days${rule.dayCount}`, { days: rule.days ?? 0 });
    const silent = rule.intervalPct === null ? '' : ` ${t('stallRules.interval', { percent: rule.intervalPct })}`;
    return `${t('stallRules.pace', { periods: rule.periods ?? 1, share })}${silent}`;
  };
  return (
    <>
      <PageTitle>{t('stallRules.title')}</PageTitle>
      <PageHeader
        title={t('stallRules.title')}
        meta={t('stallRules.lead')}
        back={{ href: '/alerts', label: t('alerts.title') }}
      />
      <AsyncScreen query={query}>
        {({ stallRuleBook: book, events }) => (
          <>
            <FieldRow>
              <Field id="event" label={t('stallRules.event')}>
                <Select
                  value={eventCode ?? ''}
                  options={[
                    { value: '', label: t('stallRules.every') },
                    ...events.map(({ code, title }) => ({ value: code, label: title })),
                  ]}
                  onChange={(event) => setParams(event.target.value ? { event: event.target.value } : {}, { replace: true })}
                />
              </Field>
            </FieldRow>
            <Table
              caption={t('stallRules.caption')}
              captionHidden
              rows={[...book.rules].sort((a, b) => place(a) - place(b))}
              rowKey={(rule) => rule.id}
              columns={[
                { key: 'transition', header: t('stallRules.transition'), primary: true, cell: nameOf },
                {
                  key: 'level',
                  header: t('stallRules.level'),
                  cell: (rule) => <StatusMark tone={stallTones[rule.level]}>{t(`stallLevel.${rule.level}`)}</StatusMark>,
                },
                { key: 'value', header: t('stallRules.value'), cell: valueOf },
                {
                  key: 'source',
                  header: t('stallRules.source'),
                  cell: (rule) =>
                    [
                      rule.ofEvent && t('stallRules.own'),
                      t('stallRules.from', { date: f.date(rule.validFrom) }),
                      rule.setBy,
                      rule.source,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                },
                {
                  key: 'change',
                  header: t('stallRules.change'),
                  cell: (rule) => (
                    <Button
                      size="small"
                      aria-label={`${t('stallRules.change')}: ${nameOf(rule)}, ${t(`stallLevel.${rule.level}`)}`}
                      onClick={() => setChanging(rule)}
                    >
                      {t('stallRules.change')}
                    </Button>
                  ),
                },
              ]}
            />
            <Section
              id="holidays"
              title={t('holidays.caption')}
              actions={<Button onClick={() => setDay('new')}>{t('holidays.add')}</Button>}
            >
              {book.holidays.length === 0 ? (
                <EmptyState title={t('holidays.none')} />
              ) : (
                <Table
                  caption={t('holidays.caption')}
                  captionHidden
                  density="compact"
                  rows={book.holidays}
                  rowKey={(row) => row.day}
                  columns={[
                    { key: 'day', header: t('holidays.day'), primary: true, cell: (row) => f.date(row.day) },
                    { key: 'kind', header: t('holidays.kind'), cell: (row) => t(`holidays.${row.kind}`) },
                    {
                      key: 'name',
                      header: t('holidays.name'),
                      cell: (row) =>
                        `${locale === 'en' ? row.nameEn : row.nameVi}${row.isProvisional ? ` (${t('holidays.provisional')})` : ''}`,
                    },
                    { key: 'source', header: t('holidays.source'), cell: (row) => row.source },
                    {
                      key: 'remove',
                      header: t('holidays.remove'),
                      cell: (row) => (
                        <Button
                          size="small"
                          variant="quiet"
                          aria-label={t('holidays.removeNamed', { date: f.date(row.day) })}
                          onClick={() => setDay(row)}
                        >
                          {t('holidays.remove')}
                        </Button>
                      ),
                    },
                  ]}
                />
              )}
            </Section>
            {changing && (
              <StallRuleDialog
                rule={changing}
                title={t('stallRules.changeTitle', { name: `${nameOf(changing)}, ${t(`stallLevel.${changing.level}`)}` })}
                eventCode={eventCode}
                onClose={() => setChanging(null)}
              />
            )}
            {day && <HolidayDialog day={day === 'new' ? null : day} onClose={() => setDay(null)} />}
          </>
        )}
      </AsyncScreen>
    </>
  );
}

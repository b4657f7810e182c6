import { DescriptionList, Figure, Figures, Notice, Section, Stack } from '@lienket/ui';
import type { PetitionMetricsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { blocked } from '../../shared/messages/vi/blocked';

type Cohort = PetitionMetricsQuery['petitionMetrics']['cohorts'][number];

/** What the notice counts; what it does not say stays unsaid. */
export function FirstCohort({ cohort }: { cohort: Cohort }) {
  const t = useText(blocked);
  const f = useFormats();
  const { answering, answeringToday } = cohort;
  return (
    <Section title={t('petitionMetrics.cohort', { event: cohort.eventTitle })}>
      <Stack>
        <Figures>
          <Figure label={t('petitionMetrics.cohortItems')} value={f.count(cohort.itemCount)} />
          <Figure label={t('petitionMetrics.cohortPetitioners')} value={f.count(cohort.petitionerCount)} />
          <Figure
            label={t('petitionMetrics.cohortRegistered')}
            value={`${f.count(cohort.registered)}/${f.count(cohort.itemCount)}`}
          />
        </Figures>
        <DescriptionList
          columns={2}
          items={[
            {
              term: t('petitionMetrics.cohortReceived'),
              detail: `${f.date(cohort.receivedFrom)} – ${f.date(cohort.receivedTo)}`,
            },
            ...(cohort.answerBefore ? [{ term: t('petitionMetrics.cohortBefore'), detail: f.date(cohort.answerBefore) }] : []),
            ...(answering
              ? [
                  {
                    term: t('petitionMetrics.cohortAnswering'),
                    detail: answeringToday
                      ? t('petitionMetrics.cohortToday', { then: answering, now: answeringToday })
                      : answering,
                  },
                ]
              : []),
            { term: t('petitionMetrics.cohortSource'), detail: cohort.source },
          ]}
        />
        <Notice>{t('petitionMetrics.cohortNote')}</Notice>
      </Stack>
    </Section>
  );
}

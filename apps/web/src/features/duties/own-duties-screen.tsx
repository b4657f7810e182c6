import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, PageHeader, Section, Stack, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { DutyWordStep, OwnDutyPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { DutiesTabs } from './duties-tabs';
import { OwnDutiesDocument } from './duties.operations';
import { DutyTellDialog } from './duty-tell-dialog';
import { dutyTone } from './duty-tone';
import { DutyWord } from './duty-word';
import s from './duties.module.css';

/** What notices lay on the reader's body, and what it told of it: a word counts when the Alliance has confirmed it. */
export default function OwnDutiesScreen() {
  const t = useText(duties);
  const query = useQuery(OwnDutiesDocument, { fetchPolicy: 'cache-and-network' });
  useDemoMark(query.data?.ownDuties.some(({ isDemo }) => isDemo) ?? false);
  return (
    <>
      <PageTitle>{t('ownDuty.title')}</PageTitle>
      <PageHeader title={t('ownDuty.title')} meta={t('ownDuty.lead')} />
      <DutiesTabs current="duties" />
      <AsyncScreen
        query={query}
        empty={(data) => data.ownDuties.length === 0 && <EmptyState title={t('ownDuty.none')} detail={t('ownDuty.noneDetail')} />}
      >
        {({ ownDuties }) => (
          <>
            {ownDuties.map((duty) => (
              <OwnDuty key={duty.id} duty={duty} />
            ))}
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function OwnDuty({ duty }: { duty: OwnDutyPartsFragment }) {
  const t = useText(duties);
  const f = useFormats();
  const [step, setStep] = useState<DutyWordStep | null>(null);
  return (
    <Section
      title={duty.title}
      meta={
        <Cluster>
          <StatusMark tone={dutyTone[duty.state]}>{t(`dutyState.${duty.state}`)}</StatusMark>
          {duty.dayHasCome && <StatusMark tone="warning">{t('noticeDuty.dayHasCome')}</StatusMark>}
          <span>
            {t('noticeDuty.section', { section: duty.section })}
            {duty.before && ` · ${t('noticeDuty.before', { day: f.date(duty.before) })}`}
            {duty.continuing && ` · ${t('noticeDuty.continuing')}`}
          </span>
        </Cluster>
      }
    >
      <Stack gap="small">
        <blockquote className={s.quote}>{duty.quote}</blockquote>
        <p className={s.under}>
          {t(duty.isTakenOver ? 'ownDuty.takenOver' : 'ownDuty.actor', { name: duty.actorName })} · {duty.eventTitle}
        </p>
        {duty.words.length > 0 && (
          <ul className={s.list}>
            {duty.words.map((word) => (
              <DutyWord key={word.id} word={word} />
            ))}
          </ul>
        )}
        <Cluster>
          {duty.steps.map((one, index) => (
            <Button key={one} variant={index === 0 ? 'primary' : 'secondary'} onClick={() => setStep(one)}>
              {t(`dutyTell.${one}`)}
            </Button>
          ))}
        </Cluster>
      </Stack>
      {step && <DutyTellDialog duty={duty} step={step} onClose={() => setStep(null)} />}
    </Section>
  );
}

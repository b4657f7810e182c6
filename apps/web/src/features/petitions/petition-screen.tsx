import { useQuery } from '@apollo/client/react';
import { Cluster, PageHeader, Section, Stack, StatusMark } from '@lienket/ui';
import { useParams } from 'react-router';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { MoneyWaiting } from '../../shared/agreements/money-waiting';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { PetitionSources } from '../../shared/register/agreement-sources';
import { useMe } from '../../shared/session/session';
import { ThreadSection } from '../../shared/threads/thread-section';
import { PetitionActions } from './petition-actions';
import { PetitionAnswers } from './petition-answers';
import { PetitionBlocks } from './petition-blocks';
import { PetitionDiary } from './petition-diary';
import { PetitionFacts } from './petition-facts';
import { petitionTone } from './petition-tone';
import { PetitionDocument } from './petitions.operations';
import s from './petitions.module.css';

export default function PetitionScreen() {
  const { id = '' } = useParams();
  const query = useQuery(PetitionDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} missing={(data) => !data.petition}>
      {({ petition }) => <Petition petition={petition!} onReload={() => void query.refetch()} />}
    </AsyncScreen>
  );
}

function Petition({ petition, onReload }: { petition: PetitionPartsFragment; onReload: () => void }) {
  const t = useText(petitions);
  const me = useMe();
  useDemoMark(petition.isDemo);
  return (
    <>
      <PageTitle>{petition.number}</PageTitle>
      <PageHeader
        title={petition.number}
        back={{ href: '/petitions', label: t('petition.back') }}
        meta={
          <Cluster>
            <StatusMark tone={petitionTone[petition.status]}>{t(`petitionStatus.${petition.status}`)}</StatusMark>
            {petition.overdue && <StatusMark tone="danger">{t('petitions.overdue')}</StatusMark>}
            <span>{petition.petitioner?.name ?? petition.petitionerName ?? t('petitions.unknown')}</span>
          </Cluster>
        }
      />
      <Section title={t('petition.content')}>
        <Stack>
          <p className={s.text}>{petition.content ?? t('petitions.noContent')}</p>
          {petition.wantedOutcome && (
            <div>
              <strong>{t('petition.wanted')}</strong>
              <p className={s.text}>{petition.wantedOutcome}</p>
            </div>
          )}
        </Stack>
      </Section>
      <Section title={t('petition.next')}>
        <PetitionActions petition={petition} onReload={onReload} />
      </Section>
      {petition.draft && (
        <Section title={t('petition.draft')}>
          <Stack>
            <p className={s.under}>{t('petition.draftNote')}</p>
            <p className={s.text}>{petition.draft}</p>
          </Stack>
        </Section>
      )}
      <Section title={t('petition.answers')}>
        <PetitionAnswers petition={petition} />
      </Section>
      <Section title={t('petition.facts')}>
        <PetitionFacts petition={petition} />
      </Section>
      {petition.registerNo && <PetitionSources petitionId={petition.id} />}
      {petition.blocks.length > 0 && (
        <Section title={t('petition.blocking')}>
          <Stack>
            {petition.waiting.agreements > 0 && <MoneyWaiting waiting={petition.waiting} counts />}
            <PetitionBlocks petition={petition} />
          </Stack>
        </Section>
      )}
      <ThreadSection
        documentType="PETITION"
        documentId={petition.id}
        between={[
          petition.petitioner?.id,
          ...petition.assignments.map(({ department }) => department.id),
          me.organization.kind === 'ALLIANCE' ? me.organization.id : null,
        ]}
      />
      {petition.assignments.length + petition.feedbacks.length > 0 && (
        <Section title={t('petition.diary')}>
          <PetitionDiary petition={petition} />
        </Section>
      )}
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { Cluster, DescriptionList, PageHeader, Section, StatusMark, Stepper, type StepState } from '@lienket/ui';
import { CREDIT_MILESTONES } from '@lienket/domain';
import { useParams } from 'react-router';
import type { CreditAgreementPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { CreditSources } from '../../shared/register/agreement-sources';
import { CreditActions } from './credit-actions';
import { CreditDiary } from './credit-diary';
import { EvidenceSection } from './evidence-section';
import { CreditMoney } from './credit-money';
import { creditTone, promisedText, securedText } from './credit-words';
import { CreditDocument } from './credit.operations';

export default function CreditScreen() {
  const { id = '' } = useParams();
  const query = useQuery(CreditDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} missing={(data) => !data.creditAgreement}>
      {({ creditAgreement }) => <Credit credit={creditAgreement!} onReload={() => void query.refetch()} />}
    </AsyncScreen>
  );
}

function Credit({ credit, onReload }: { credit: CreditAgreementPartsFragment; onReload: () => void }) {
  const t = useText(lending);
  useDemoMark(credit.isDemo);
  return (
    <>
      <PageTitle>{credit.number}</PageTitle>
      <PageHeader
        title={credit.number}
        back={{ href: '/credits', label: t('lending.title') }}
        meta={
          <Cluster>
            <StatusMark tone={creditTone[credit.status]}>{t(`creditStatus.${credit.status}`)}</StatusMark>
            {credit.daysLate > 0 && <StatusMark tone="danger">{t('lending.daysLate', { days: credit.daysLate })}</StatusMark>}
            <span>
              {credit.bank.name} – {credit.borrower.name}
            </span>
          </Cluster>
        }
      />
      <Milestones credit={credit} />
      <Section title={t('lending.next')}>
        <CreditActions credit={credit} onReload={onReload} />
      </Section>
      <Section title={t('lending.facts')}>
        <Facts credit={credit} />
      </Section>
      <Section title={t('lending.money')}>
        <CreditMoney credit={credit} onReload={onReload} />
      </Section>
      <EvidenceSection credit={credit} />
      {credit.registerNo && <CreditSources creditId={credit.id} />}
      {credit.steps.length > 0 && (
        <Section title={t('lending.diary')}>
          <CreditDiary credit={credit} />
        </Section>
      )}
    </>
  );
}

/** The way to the money; each milestone with the day it was reached. An agreement that ended shows how far it came. */
function Milestones({ credit }: { credit: CreditAgreementPartsFragment }) {
  const t = useText(lending);
  const f = useFormats();
  const stepOf = { SIGNED: 'confirm', FILED: 'file', APPRAISING: 'appraise', APPROVED: 'approve', GRANTED: 'grant' } as const;
  const reached = CREDIT_MILESTONES.map((milestone) => credit.steps.find(({ step }) => step === stepOf[milestone]));
  const next = reached.findIndex((step) => !step);
  const paid = credit.stage !== 'NOTHING';
  const ended = ['CLOSED', 'LAPSED', 'REFUSED', 'WITHDRAWN'].includes(credit.status);
  const state = (done: boolean, isNext: boolean): StepState => (done ? 'done' : isNext && !ended ? 'current' : 'ahead');
  return (
    <Stepper
      label={t('lending.milestones')}
      stateLabels={{
        done: t('lending.done'),
        current: t('lending.current'),
        ahead: t('lending.ahead'),
        error: t('lending.current'),
      }}
      steps={[
        ...CREDIT_MILESTONES.map((milestone, index) => ({
          key: milestone,
          label: t(`creditMilestone.${milestone}`),
          state: state(Boolean(reached[index]), index === next),
          ...(reached[index] ? { detail: f.date(reached[index].happenedOn) } : {}),
        })),
        {
          key: 'MONEY',
          label: t('creditMilestone.MONEY'),
          state: state(paid, next === -1),
          ...(paid ? { detail: t(`creditStage.${credit.stage}`) } : {}),
        },
      ]}
    />
  );
}

function Facts({ credit }: { credit: CreditAgreementPartsFragment }) {
  const t = useText(lending);
  const f = useFormats();
  const or = (value: string | null | undefined) => value || t('lending.unknown');
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t('lending.bank'), detail: credit.bank.name },
        { term: t('lending.borrower'), detail: credit.borrower.name },
        { term: t('lending.amount'), detail: promisedText(credit, t, f) },
        { term: t('lending.security'), detail: securedText(credit.isSecured, t) },
        { term: t('lending.purpose'), detail: or(credit.purpose) },
        {
          term: t('lending.term'),
          detail: credit.termMonths ? t('lending.months', { count: credit.termMonths }) : t('lending.unknown'),
        },
        { term: t('lending.rate'), detail: or(credit.ratePrinciple) },
        { term: t('lending.signedOn'), detail: or(credit.signedOn && f.date(credit.signedOn)) },
        ...(credit.eventTitle
          ? [
              {
                term: t('lending.register'),
                detail: credit.registerNo
                  ? t('lending.registerNo', { event: credit.eventTitle, number: credit.registerNo })
                  : credit.eventTitle,
              },
            ]
          : []),
        { term: t('lending.recordedBy'), detail: credit.recordedBy.name },
        ...(credit.document
          ? [{ term: t('lending.paper'), detail: <a href={`/files/${credit.document.id}`}>{credit.document.name}</a> }]
          : []),
        ...(credit.endReason ? [{ term: t('lending.endReason'), detail: t(`creditReason.${credit.endReason}`) }] : []),
      ]}
    />
  );
}

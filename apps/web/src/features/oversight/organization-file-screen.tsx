import { useQuery } from '@apollo/client/react';
import {
  DemoMark,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  StatusMark,
  Table,
  Timeline,
} from '@lienket/ui';
import { useParams } from 'react-router';
import type { OrganizationFilePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { organizationTone } from '../../shared/places/organization-tone';
import { useFieldNames } from '../../shared/places/use-field-names';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { OrganizationFileDocument } from './organization-operations';
import { OrganizationSteps } from './organization-steps';
import s from './review.module.css';

type StepKey = Extract<keyof typeof organizations, `step.${string}`>;
const knownStep = (key: string): key is StepKey => key in organizations;

/** All that the Alliance compares and decides on, for one organization. */
export default function OrganizationFileScreen() {
  const { id = '' } = useParams();
  const query = useQuery(OrganizationFileDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} skeleton="text">
      {(data) => <File file={data.organizationFile} onReload={() => void query.refetch()} />}
    </AsyncScreen>
  );
}

function File({ file, onReload }: { file: OrganizationFilePartsFragment; onReload: () => void }) {
  const t = useText(organizations);
  const f = useFormats();
  const nameFields = useFieldNames();
  useDemoMark(file.ref.isDemo);
  const facts = (rows: { term: string; detail: string | null | undefined }[]) => (
    <DescriptionList columns={2} items={rows.map(({ term, detail }) => ({ term, detail: detail || t('file.empty') }))} />
  );
  const stepOf = (action: string) => {
    const key = `step.${action}`;
    return knownStep(key) ? t(key) : action;
  };
  return (
    <>
      <PageTitle>{file.ref.shortName}</PageTitle>
      <PageHeader
        back={{ href: '/organizations', label: t('orgs.title') }}
        mark={file.ref.isDemo && <DemoMark text={t('demo')} />}
        title={file.ref.name}
        meta={
          <>
            {t(`orgKind.${file.ref.kind}`)}{' '}
            <StatusMark tone={organizationTone(file.status)}>{t(`orgStatus.${file.status}`)}</StatusMark>
          </>
        }
        actions={
          ['ACTIVE', 'CLOSED', 'MERGED'].includes(file.status) && (
            <>
              <LinkButton href={`/scorecards/${file.ref.id}`}>{t('file.scorecard')}</LinkButton>
              <LinkButton href={`/c/${file.ref.slug}`}>{t('file.public')}</LinkButton>
            </>
          )
        }
      />
      <Stack>
        {file.statusReason && <Notice tone="warning">{t('standing.reason', { reason: file.statusReason })}</Notice>}
        {file.mergedInto && (
          <Notice
            title={t('standing.merged', { name: file.mergedInto.name })}
            action={<LinkButton href={`/organizations/${file.mergedInto.id}`}>{t('orgs.open')}</LinkButton>}
          />
        )}
        {file.gaps.length > 0 && file.status !== 'MERGED' && <p>{t('file.gaps', { fields: nameFields(file.gaps) })}</p>}
        <OrganizationSteps file={file} onReload={onReload} />
      </Stack>
      <Section title={t('file.papers')}>
        {facts([
          { term: t('register.taxCode'), detail: file.taxCode },
          { term: t('file.registrationNo'), detail: file.registrationNo },
          { term: t('file.registeredOn'), detail: f.date(file.registeredOn) },
          { term: t('file.representative'), detail: file.legalRepresentative },
          { term: t('file.members'), detail: file.memberCount == null ? null : f.count(file.memberCount) },
          { term: t('file.capital'), detail: file.charterCapital == null ? null : f.vnd(file.charterCapital) },
          {
            term: t('file.verification'),
            detail: file.verifiedAt
              ? [
                  t('file.verified', { date: f.date(file.verifiedAt), name: file.verifiedByName ?? '' }),
                  file.verificationMethod && t(`file.method.${file.verificationMethod}`),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : t('file.notVerified'),
          },
        ])}
      </Section>
      <Section title={t('file.contact')}>
        {facts([
          { term: t('file.phone'), detail: file.phone },
          { term: t('file.email'), detail: file.email },
          { term: t('file.website'), detail: file.website },
          { term: t('file.place'), detail: [file.communeName, file.districtName].filter(Boolean).join(', ') },
          { term: t('file.address'), detail: file.address },
          { term: t('file.bank'), detail: [file.bankName, file.bankAccountNo, file.bankAccountName].filter(Boolean).join(' · ') },
          { term: t('file.story'), detail: file.story },
        ])}
      </Section>
      <Section title={t('people.title')}>
        {file.people.length === 0 ? (
          <p className={s.soft}>{t('people.none')}</p>
        ) : (
          <Table
            caption={t('people.title')}
            captionHidden
            stickyHeader={false}
            rows={file.people}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', header: t('people.name'), primary: true, cell: (row) => row.fullName },
              { key: 'roles', header: t('people.roles'), cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(', ') },
              { key: 'contact', header: t('people.contact'), cell: (row) => [row.phone, row.email].filter(Boolean).join(' · ') },
            ]}
          />
        )}
      </Section>
      <Section title={t('file.history')}>
        {file.history.length === 0 ? (
          <p className={s.soft}>{t('file.noHistory')}</p>
        ) : (
          <Timeline
            label={t('file.history')}
            entries={file.history.map((step, index) => ({
              id: `${step.at}-${index}`,
              at: f.dateTime(step.at),
              dateTime: step.at,
              who: [step.personName, step.organizationName].filter(Boolean).join(', '),
              what: stepOf(step.action),
              detail: step.reason,
            }))}
          />
        )}
      </Section>
    </>
  );
}

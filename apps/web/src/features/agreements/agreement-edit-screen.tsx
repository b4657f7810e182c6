import { EmptyState, LinkButton, PageHeader } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { MouPageFragment } from '../../gql/graphql';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { draftOf, newDraft } from './mou-draft';
import { MouForm } from './mou-form';
import { MouPageDocument } from './mou-page';

/** Records a memorandum, or changes one that is still a draft. */
export default function AgreementEditScreen() {
  const { id } = useParams();
  return id ? <EditMou id={id} /> : <NewMou />;
}

function NewMou() {
  const t = useText(agreements);
  const { organization } = useMe();
  const [params] = useSearchParams();
  const eventCode = params.get('event') ?? '';
  const initial = useMemo(() => newDraft(organization, eventCode), [organization, eventCode]);
  return (
    <>
      <PageTitle>{t('agreement.record')}</PageTitle>
      <PageHeader
        back={{ href: '/agreements', label: t('agreements.title') }}
        title={t('agreement.record')}
        meta={t('mouForm.lead')}
      />
      <MouForm initial={initial} />
    </>
  );
}

function EditMou({ id }: { id: string }) {
  const t = useText(agreements);
  const query = useQuery(MouPageDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('mouAct.mouUpdate')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.mou}>
        {(data) => <EditForm mou={data.mou!} onReload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function EditForm({ mou, onReload }: { mou: MouPageFragment; onReload: () => void }) {
  const t = useText(agreements);
  const { locale } = useLanguage();
  const initial = useMemo(() => draftOf(mou, locale), [mou, locale]);
  const update = mou.availableActions.find(({ action }) => action === 'mouUpdate');
  return (
    <>
      <PageHeader
        back={{ href: `/agreements/${mou.id}`, label: mou.registerNo }}
        title={t('mouAct.mouUpdate')}
        meta={mou.title}
      />
      {update?.allowed ? (
        <MouForm initial={initial} mou={mou} onReload={onReload} />
      ) : (
        <EmptyState
          title={update?.reason ?? t('error.forbidden')}
          action={<LinkButton href={`/agreements/${mou.id}`}>{t('action.back')}</LinkButton>}
        />
      )}
    </>
  );
}

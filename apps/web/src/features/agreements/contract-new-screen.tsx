import { EmptyState, LinkButton, Notice, PageHeader } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { MouPageFragment } from '../../gql/graphql';
import { type UsualTerms, useContractUsual } from '../../shared/agreements/contract-usual';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { contractDraftOf } from './contract-draft';
import { ContractForm } from './contract-form';
import { MouPageDocument } from './mou-page';

/** From the words of a memorandum to quantities, prices and days that bind. */
export default function ContractNewScreen() {
  const t = useText(agreements);
  const [params] = useSearchParams();
  const id = params.get('mou') ?? '';
  const query = useQuery(MouPageDocument, { variables: { id }, skip: !id });
  const usual = useContractUsual();
  return (
    <>
      <PageTitle>{t('mouAct.contractPropose')}</PageTitle>
      {id ? (
        <AsyncScreen query={query} missing={(data) => !data.mou}>
          {(data) => (
            <AsyncScreen query={usual}>{({ contractUsual }) => <Propose mou={data.mou!} usual={contractUsual} />}</AsyncScreen>
          )}
        </AsyncScreen>
      ) : (
        <EmptyState
          title={t('contractForm.noMou')}
          detail={t('contractForm.noMouDetail')}
          action={<LinkButton href="/agreements">{t('agreements.title')}</LinkButton>}
        />
      )}
    </>
  );
}

function Propose({ mou, usual }: { mou: MouPageFragment; usual: UsualTerms }) {
  const t = useText(agreements);
  const f = useFormats();
  const { locale } = useLanguage();
  const { organization } = useMe();
  const today = f.today();
  const initial = useMemo(
    () => contractDraftOf(mou, usual, organization.id, today, locale),
    [mou, usual, organization.id, today, locale],
  );
  const propose = mou.availableActions.find(({ action }) => action === 'contractPropose');
  useDemoMark(mou.isDemo);
  return (
    <>
      <PageHeader
        back={{ href: `/agreements/${mou.id}`, label: mou.registerNo }}
        title={t('mouAct.contractPropose')}
        meta={mou.title}
      />
      {propose?.allowed ? (
        <ContractForm mou={mou} initial={initial} />
      ) : (
        <Notice tone="warning">{propose?.reason ?? t('contractForm.notYours')}</Notice>
      )}
    </>
  );
}

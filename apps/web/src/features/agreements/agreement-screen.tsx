import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { AgreementSources } from '../../shared/register/agreement-sources';
import { PageTitle } from '../../shared/screen/page-title';
import { AgreementPage } from './agreement-page';
import { MouPageDocument } from './mou-page';

export default function AgreementScreen() {
  const t = useText(agreements);
  const { id = '' } = useParams();
  const query = useQuery(MouPageDocument, { variables: { id } });
  const mou = query.data?.mou;
  return (
    <>
      <PageTitle>{mou ? `${mou.registerNo} ${mou.title}` : t('agreements.title')}</PageTitle>
      <AsyncScreen query={query} count={10} missing={(data) => !data.mou}>
        {(data) => (
          <>
            <AgreementPage mou={data.mou!} onReload={() => void query.refetch()} />
            <AgreementSources mouId={id} />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { ContractPage } from './contract-page';

const ContractDocument = graphql(`
  query ContractStory($id: ID!) {
    contract(id: $id) {
      ...ContractPage
    }
  }
`);

export default function ContractScreen() {
  const t = useText(agreements);
  const { id = '' } = useParams();
  const query = useQuery(ContractDocument, { variables: { id } });
  const contract = query.data?.contract;
  return (
    <>
      <PageTitle>{contract ? t('contract.name', { number: contract.number }) : t('agreement.contracts')}</PageTitle>
      <AsyncScreen query={query} count={8} missing={(data) => !data.contract}>
        {(data) => <ContractPage contract={data.contract!} onReload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

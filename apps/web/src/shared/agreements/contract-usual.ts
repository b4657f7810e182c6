import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql';
import type { ContractUsualQuery } from '../../gql/graphql';

export type UsualTerms = ContractUsualQuery['contractUsual'];

const ContractUsualDocument = graphql(`
  query ContractUsual {
    contractUsual {
      toleranceBp
      paymentTermDays
      noticeDays
      days
    }
  }
`);

/** What a new contract is filled in with, as the platform's dated parameters stand today. */
export const useContractUsual = () => useQuery(ContractUsualDocument);

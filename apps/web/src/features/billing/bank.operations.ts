import { graphql } from '../../gql';

export const BankLineParts = graphql(`
  fragment BankLineParts on BankLine {
    id
    bookedOn
    amount
    allocated
    memo
    bankReference
    state
    reviewReason
    ignoredReason
    paid {
      id
      number
      orderNumber
      buyerName
      amount
    }
    suggested {
      id
      number
      orderNumber
      buyerName
      amount
    }
    version
  }
`);

export const BankLinesDocument = graphql(`
  query BankLines($state: BankLineState, $first: Int, $after: String) {
    bankLines(state: $state, first: $first, after: $after) {
      edges {
        node {
          ...BankLineParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const BankLineAllocateDocument = graphql(`
  mutation BankLineAllocate($input: BankLineAllocateInput!) {
    bankLineAllocate(input: $input) {
      ... on BankLine {
        ...BankLineParts
      }
      ...RefusalParts
    }
  }
`);

export const BankLineIgnoreDocument = graphql(`
  mutation BankLineIgnore($input: BankLineIgnoreInput!) {
    bankLineIgnore(input: $input) {
      ... on BankLine {
        ...BankLineParts
      }
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../gql';

export const CreditParts = graphql(`
  fragment CreditParts on BuyerCredit {
    id
    seller {
      id
      shortName
      isDemo
    }
    buyer {
      id
      shortName
    }
    source
    amount
    allocated
    paidBack
    free
    since
    version
  }
`);

export const CreditsDocument = graphql(`
  query Credits($side: Side!, $counterpartyOrgId: ID) {
    buyerCredits(side: $side, counterpartyOrgId: $counterpartyOrgId) {
      ...CreditParts
    }
  }
`);

export const CreditAllocateDocument = graphql(`
  mutation CreditAllocate($input: CreditAllocateInput!) {
    creditAllocate(input: $input) {
      ... on BuyerCredit {
        ...CreditParts
      }
      ...RefusalParts
    }
  }
`);

export const CreditReturnDocument = graphql(`
  mutation CreditReturn($input: CreditReturnInput!) {
    creditReturn(input: $input) {
      ... on BuyerCredit {
        ...CreditParts
      }
      ...RefusalParts
    }
  }
`);

export const ExposuresDocument = graphql(`
  query Exposures {
    exposures {
      buyer {
        id
        shortName
        isDemo
      }
      unpaid
      overdue
      undelivered
      credit
      total
      openOrders
    }
  }
`);

export const PaymentTermsDocument = graphql(`
  query PaymentTerms($side: Side!, $counterpartyOrgId: ID!) {
    paymentTerms(side: $side, counterpartyOrgId: $counterpartyOrgId) {
      id
      base
      validFrom
      state
      isOwn
      version
    }
  }
`);

export const PaymentTermProposeDocument = graphql(`
  mutation PaymentTermPropose($input: PaymentTermProposeInput!) {
    paymentTermPropose(input: $input) {
      ... on PaymentTerm {
        id
        base
        validFrom
        state
        isOwn
        version
      }
      ...RefusalParts
    }
  }
`);

export const PaymentTermAnswerDocument = graphql(`
  mutation PaymentTermAnswer($input: PaymentTermAnswerInput!) {
    paymentTermAnswer(input: $input) {
      ... on PaymentTerm {
        id
        base
        validFrom
        state
        isOwn
        version
      }
      ...RefusalParts
    }
  }
`);

export const BankLinksDocument = graphql(`
  query BankLinks {
    bankLinks {
      id
      name
      address
      secret
      createdAt
      lastUsedAt
      revokedAt
    }
  }
`);

export const BankLinkCreateDocument = graphql(`
  mutation BankLinkCreate($input: BankLinkCreateInput!) {
    bankLinkCreate(input: $input) {
      ... on BankLink {
        id
        name
        address
        secret
        createdAt
        lastUsedAt
        revokedAt
      }
      ...RefusalParts
    }
  }
`);

export const BankLinkRevokeDocument = graphql(`
  mutation BankLinkRevoke($input: BankLinkRevokeInput!) {
    bankLinkRevoke(input: $input) {
      ... on BankLink {
        id
        revokedAt
      }
      ...RefusalParts
    }
  }
`);

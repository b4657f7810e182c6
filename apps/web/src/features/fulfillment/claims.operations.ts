import { graphql } from '../../gql';

export const ClaimParts = graphql(`
  fragment ClaimParts on Claim {
    id
    number
    status
    answerOverdue
    mover
    seller {
      id
      shortName
      isDemo
    }
    buyer {
      id
      shortName
    }
    orderId
    orderNumber
    shipmentId
    receiptNumber
    receiptAuto
    openedAt
    answerDueAt
    escalateAt
    closedAt
    note
    openedByName
    lines {
      id
      lineNo
      description
      lotCode
      baseUnit
      acceptedQty
      claimedQty
      reason
      wanted
      note
      photos {
        id
        url
      }
    }
    offers {
      id
      n
      side
      note
      at
      byName
      heldBySeller
      heldByBuyer
      lines {
        claimLineId
        outcome
        qty
        cutBp
        netAmount
      }
    }
    creditNotes {
      id
      number
      total
      requestNumber
      paymentRequestId
    }
    events {
      id
      kind
      at
      byName
      orgName
      note
    }
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const ClaimDocument = graphql(`
  query Claim($id: ID!) {
    claim(id: $id) {
      ...ClaimParts
    }
  }
`);

export const ClaimsDocument = graphql(`
  query Claims($open: Boolean!, $after: String) {
    claims(open: $open, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          number
          status
          answerOverdue
          mover
          seller {
            id
            shortName
            isDemo
          }
          buyer {
            id
            shortName
          }
          orderNumber
          openedAt
          answerDueAt
          escalateAt
          lineCount
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ClaimOpenDocument = graphql(`
  mutation ClaimOpen($input: ClaimOpenInput!) {
    claimOpen(input: $input) {
      ... on Claim {
        ...ClaimParts
      }
      ...RefusalParts
    }
  }
`);

export const ClaimOfferDocument = graphql(`
  mutation ClaimOffer($input: ClaimOfferInput!) {
    claimOffer(input: $input) {
      ... on Claim {
        ...ClaimParts
      }
      ...RefusalParts
    }
  }
`);

export const ClaimAgreeDocument = graphql(`
  mutation ClaimAgree($input: ClaimActionInput!) {
    claimAgree(input: $input) {
      ... on Claim {
        ...ClaimParts
      }
      ...RefusalParts
    }
  }
`);

export const ClaimEscalateDocument = graphql(`
  mutation ClaimEscalate($input: ClaimActionInput!) {
    claimEscalate(input: $input) {
      ... on Claim {
        ...ClaimParts
      }
      ...RefusalParts
    }
  }
`);

export const ClaimGiveUpDocument = graphql(`
  mutation ClaimGiveUp($input: ClaimActionInput!) {
    claimGiveUp(input: $input) {
      ... on Claim {
        ...ClaimParts
      }
      ...RefusalParts
    }
  }
`);

export const ClaimWithdrawDocument = graphql(`
  mutation ClaimWithdraw($input: ClaimActionInput!) {
    claimWithdraw(input: $input) {
      ... on Claim {
        ...ClaimParts
      }
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../gql';

export const RfqRow = graphql(`
  fragment RfqRow on RfqSummary {
    id
    number
    title
    status
    side
    buyer {
      ...OrganizationParts
    }
    deadlineAt
    sentAt
    createdAt
    lineCount
    firstLine
    invitedCount
    quotedCount
    declinedCount
    ownQuoteStatus
    ownDeclined
    unread
    isDemo
  }
`);

export const RfqsDocument = graphql(`
  query Rfqs($filter: RfqFilter, $after: String) {
    rfqs(filter: $filter, first: 30, after: $after) {
      edges {
        cursor
        node {
          ...RfqRow
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

export const RfqPage = graphql(`
  fragment RfqPage on Rfq {
    id
    number
    title
    status
    side
    buyer {
      ...OrganizationParts
    }
    deadlineAt
    sentAt
    closedAt
    awardedAt
    basis
    deliveryLocationId
    deliveryPlace
    periodFrom
    periodTo
    note
    cancelReason
    invitedCount
    quotedCount
    unread
    ownDeclined
    isDemo
    version
    lines {
      id
      lineNo
      product {
        id
        slug
        nameVi
        baseUnit
      }
      description
      productGroup
      spec
      baseUnit
      per
      perQty
      times
      askedQty
      awardedQty
      note
    }
    files {
      id
      name
      mime
    }
    invitations {
      id
      seller {
        ...OrganizationParts
      }
      seenAt
      declinedAt
      declineReason
      quoteId
      quoteStatus
      revision
      validUntil
      unread
    }
    myQuote {
      ...QuotePage
    }
    award {
      id
      status
      total
      note
      proposedAt
      proposedByName
      decidedByName
      returnReason
      version
      availableActions {
        action
        allowed
        reason
      }
    }
    awardLines {
      ...AwardLineParts
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const AwardLineParts = graphql(`
  fragment AwardLineParts on AwardLine {
    id
    rfqId
    rfqNumber
    seller {
      ...OrganizationParts
    }
    buyer {
      ...OrganizationParts
    }
    lead {
      ...OrganizationParts
    }
    product {
      id
      slug
      nameVi
      baseUnit
    }
    description
    baseUnit
    packName
    packSize
    qty
    unitPrice
    freightPerUnit
    amount
    basis
    leadDays
    usedByType
    usedById
    awardedAt
  }
`);

export const QuotePage = graphql(`
  fragment QuotePage on Quote {
    id
    rfqId
    seller {
      ...OrganizationParts
    }
    status
    revision
    validUntil
    awaitsDirector
    sentAt
    closeReason
    version
    revisions {
      id
      n
      basis
      validUntil
      note
      sentAt
      sentByName
      lines {
        ...QuoteLineParts
      }
      changes {
        kind
        description
        before
        after
      }
    }
    counters {
      id
      n
      comment
      at
      byName
      lines {
        id
        quoteLineId
        unitPrice
        qty
        wantedOn
        comment
      }
    }
    draft {
      basis
      validUntil
      note
      preparedByName
      preparedAt
      lines {
        rfqLineId
        productId
        packId
        description
        price
        pricedPer
        freightPerUnit
        offeredQty
        moqQty
        leadDays
        alternative
        note
      }
    }
    shares {
      ...PoolShareParts
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const QuoteLineParts = graphql(`
  fragment QuoteLineParts on QuoteLine {
    id
    rfqLineId
    lineNo
    product {
      id
      slug
      nameVi
      baseUnit
    }
    description
    baseUnit
    packName
    packSize
    alternative
    unitPrice
    freightPerUnit
    offeredQty
    moqQty
    leadDays
    note
    shares {
      member {
        ...OrganizationParts
      }
      qty
    }
  }
`);

export const PoolShareParts = graphql(`
  fragment PoolShareParts on PoolShare {
    id
    rfqLineId
    lead {
      ...OrganizationParts
    }
    member {
      ...OrganizationParts
    }
    buyerName
    description
    baseUnit
    status
    askedQty
    qty
    floorPrice
    note
    answerBy
    askedAt
    version
  }
`);

export const RfqDocument = graphql(`
  query Rfq($id: ID!) {
    rfq(id: $id) {
      ...RfqPage
    }
  }
`);

export const QuoteDocument = graphql(`
  query Quote($id: ID!) {
    quote(id: $id) {
      ...QuotePage
    }
  }
`);

export const RfqSaveDocument = graphql(`
  mutation RfqSave($input: RfqSaveInput!) {
    rfqSave(input: $input) {
      ... on Rfq {
        id
        version
      }
      ...RefusalParts
    }
  }
`);

export const RfqSendDocument = graphql(`
  mutation RfqSend($input: RfqActionInput!) {
    rfqSend(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const RfqCloseDocument = graphql(`
  mutation RfqClose($input: RfqActionInput!) {
    rfqClose(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const RfqExtendDocument = graphql(`
  mutation RfqExtend($input: RfqActionInput!) {
    rfqExtend(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const RfqCancelDocument = graphql(`
  mutation RfqCancel($input: RfqActionInput!) {
    rfqCancel(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const RfqDeclineDocument = graphql(`
  mutation RfqDecline($input: RfqDeclineInput!) {
    rfqDecline(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const QuoteSaveDocument = graphql(`
  mutation QuoteSave($input: QuoteInput!) {
    quoteSave(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const QuoteSendDocument = graphql(`
  mutation QuoteSend($input: QuoteInput!) {
    quoteSend(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const QuoteHoldDocument = graphql(`
  mutation QuoteHold($input: QuoteActionInput!) {
    quoteHold(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const QuoteWithdrawDocument = graphql(`
  mutation QuoteWithdraw($input: QuoteActionInput!) {
    quoteWithdraw(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const QuoteCounterDocument = graphql(`
  mutation QuoteCounterOffer($input: QuoteCounterInput!) {
    quoteCounter(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const QuoteCounterDropDocument = graphql(`
  mutation QuoteCounterDrop($input: QuoteActionInput!) {
    quoteCounterDrop(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const QuoteRejectDocument = graphql(`
  mutation QuoteReject($input: QuoteActionInput!) {
    quoteReject(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const RfqComparisonDocument = graphql(`
  query RfqComparison($id: ID!) {
    rfq(id: $id) {
      id
      number
      title
      isDemo
      availableActions {
        action
        allowed
        reason
      }
    }
    rfqComparison(rfqId: $id) {
      rfqId
      version
      status
      basis
      columns {
        quoteId
        seller {
          ...OrganizationParts
        }
        status
        revision
        validUntil
        basis
        note
        version
        joint
        answeredLines
        total
      }
      lines {
        rfqLineId
        lineNo
        description
        spec
        baseUnit
        askedQty
        lowest
        median
        cells {
          quoteId
          line {
            ...QuoteLineParts
          }
          normalizedPrice
          notComparable
          shareBp
          lowest
          aboveLowestBp
          rank
          vatCode
          readiness {
            met
            required
            missing
          }
          supply
        }
      }
    }
  }
`);

export const RfqAwardDocument = graphql(`
  mutation RfqAward($input: RfqAwardInput!) {
    rfqAward(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const AwardApproveDocument = graphql(`
  mutation AwardApprove($input: AwardActionInput!) {
    awardApprove(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const AwardReturnDocument = graphql(`
  mutation AwardReturn($input: AwardActionInput!) {
    awardReturn(input: $input) {
      ...RfqPage
      ...RefusalParts
    }
  }
`);

export const OrderFromAwardDocument = graphql(`
  mutation OrderFromAward($input: OrderFromAwardInput!) {
    orderFromAward(input: $input) {
      ... on Order {
        id
        number
      }
      ... on OrderRequest {
        id
      }
      ...RefusalParts
    }
  }
`);

export const ContractFromAwardDocument = graphql(`
  mutation ContractFromAward($input: ContractFromAwardInput!) {
    contractFromAward(input: $input) {
      ... on Contract {
        id
        number
      }
      ...RefusalParts
    }
  }
`);

export const AgreedPlacesDocument = graphql(`
  query AgreedPlaces {
    myOrganization {
      id
      locations {
        id
        name
        address
      }
    }
  }
`);

export const OwnGoodsDocument = graphql(`
  query OwnGoods {
    myProducts(first: 100) {
      edges {
        node {
          id
          nameVi
          baseUnit
          status
          packs {
            id
            name
            sizeBase
          }
        }
      }
    }
  }
`);

export const AskableProductsDocument = graphql(`
  query AskableProducts($ids: [ID!], $search: String) {
    askableProducts(ids: $ids, search: $search) {
      product {
        id
        slug
        nameVi
        baseUnit
      }
      seller {
        ...OrganizationParts
      }
    }
  }
`);

export const RfqFromDemandDocument = graphql(`
  query RfqFromDemand($id: ID!) {
    demandPost(id: $id) {
      id
      mine
      title
      product {
        id
        nameVi
      }
      productName
      spec
      baseUnit
      weeklyQty
      periodFrom
      periodTo
      basis
      deliveryLocationId
      answers {
        id
        seller {
          ...OrganizationParts
        }
      }
    }
    demandSuggestions(demandId: $id) {
      id
      seller {
        ...OrganizationParts
      }
    }
  }
`);

export const MyPoolSharesDocument = graphql(`
  query MyPoolShares {
    myPoolShares {
      ...PoolShareParts
    }
    myAwardLines {
      ...AwardLineParts
    }
  }
`);

export const PoolShareAskDocument = graphql(`
  mutation PoolShareAsk($input: PoolShareAskInput!) {
    poolShareAsk(input: $input) {
      ...QuotePage
      ...RefusalParts
    }
  }
`);

export const PoolShareAnswerDocument = graphql(`
  mutation PoolShareAnswer($input: PoolShareAnswerInput!) {
    poolShareAnswer(input: $input) {
      ...PoolShareParts
      ...RefusalParts
    }
  }
`);

export const SourcingRuleDocument = graphql(`
  query SourcingRule {
    sourcingRule {
      directorSends
      awardLimit
    }
  }
`);

export const SourcingRuleSetDocument = graphql(`
  mutation SourcingRuleSet($input: SourcingRuleInput!) {
    sourcingRuleSet(input: $input) {
      __typename
      ... on SourcingRule {
        directorSends
        awardLimit
      }
      ... on Refused {
        code
        message
        field
      }
    }
  }
`);

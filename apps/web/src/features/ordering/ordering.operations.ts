import { graphql } from '../../gql';

export const OrdersDocument = graphql(`
  query Orders($filter: OrderFilter, $after: String) {
    orders(filter: $filter, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          number
          status
          buyer {
            id
            name
            shortName
          }
          seller {
            id
            name
            shortName
          }
          contractNumber
          requestedOn
          lineCount
          orderedTotal
          acceptedTotal
          ackDueAt
          ackOverdue
          isDemo
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

/** What received orders still wait for. */
export const OpenDuesDocument = graphql(`
  query OpenDues($side: Side!) {
    paymentRequests(filter: { side: $side, status: [DUE, DECLARED, PART_PAID] }, first: 100) {
      edges {
        cursor
        node {
          id
          orderNumber
          status
          dueOn
          overdue
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const OrderParts = graphql(`
  fragment OrderParts on Order {
    stamps {
      ...AssistedStampParts
    }
    pool {
      ...OrderPoolParts
    }
    supply {
      lineId
      stockKept
      firm
      plan
      warning
    }
    id
    number
    status
    buyer {
      id
      name
      shortName
    }
    seller {
      id
      name
      shortName
    }
    contract {
      id
      number
    }
    mou {
      id
      registerNo
      title
    }
    group {
      id
      number
    }
    buyerPoNo
    requestedOn
    deliveryPlace
    note
    paymentTermDays
    paymentBase
    orderedTotal
    confirmedTotal
    acceptedTotal
    placedAt
    placedByName
    ackDueAt
    ackOverdue
    closeReason
    isDemo
    version
    availableActions {
      action
      allowed
      reason
    }
    lines {
      id
      lineNo
      description
      baseUnit
      gradeName
      packName
      packSize
      packs
      catchWeight
      weightToleranceBp
      locationId
      placeCode
      placeName
      requestedOn
      windowFrom
      windowTo
      costCenter
      orderedQty
      unitPrice
      amount
      answer
      answerReason
      confirmedQty
      promisedOn
      arrivedOn
      dispatchedQty
      acceptedQty
      rejectedQty
      missingQty
    }
    shipments {
      id
      number
      status
      expectedOn
      dispatchedAt
      vehicle
      receipt {
        id
        number
        receivedAt
      }
      lines {
        id
      }
    }
    paymentRequests {
      id
      number
      status
      total
      paidAmount
      dueOn
      overdue
    }
    cutoffAt
    revision
    changes {
      id
      kind
      status
      reason
      proposedByOrgId
      proposedByName
      proposedAt
      decidedAt
      decidedByName
      decisionNote
      revision
      lines {
        orderLineId
        qtyBefore
        qtyAfter
        dateBefore
        dateAfter
      }
    }
    diary {
      at
      action
      actorName
      organizationName
      data {
        key
        value
      }
    }
  }
`);

export const OrderDocument = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      ...OrderParts
    }
  }
`);

export const OrderAcknowledgeDocument = graphql(`
  mutation OrderAcknowledge($input: OrderAcknowledgeInput!) {
    orderAcknowledge(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderAcceptCounterDocument = graphql(`
  mutation OrderAcceptCounter($input: OrderActionInput!) {
    orderAcceptCounter(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderCancelDocument = graphql(`
  mutation OrderCancel($input: OrderActionInput!) {
    orderCancel(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderShortCloseDocument = graphql(`
  mutation OrderShortClose($input: OrderActionInput!) {
    orderShortClose(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

export const AgreementOffersDocument = graphql(`
  query AgreementOffers($orderId: ID!) {
    agreementOffers(orderId: $orderId) {
      kind
      id
      number
      title
      validTo
      others
      lines {
        lineId
        description
        qty
        unit
        remaining
      }
    }
  }
`);

export const OrderLinkDocument = graphql(`
  mutation OrderLink($input: OrderLinkInput!) {
    orderLink(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

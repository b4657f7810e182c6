import { graphql } from '../../../gql';

export const StandingOrdersDocument = graphql(`
  query StandingOrders($open: Boolean, $search: String, $after: String) {
    standingOrders(open: $open, search: $search, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          name
          stage
          sellers
          lineCount
          contract {
            id
            number
          }
          weekdays
          validFrom
          validTo
          leadDays
          nextDay
          placed
          failed
          responsibleName
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

export const StandingOrderParts = graphql(`
  fragment StandingOrderParts on StandingOrder {
    id
    name
    stage
    sellers
    lineCount
    contract {
      id
      number
    }
    weekdays
    validFrom
    validTo
    leadDays
    nextDay
    responsibleName
    isDemo
    deliveryPlace
    buyerPoNo
    note
    maxTotal
    setUpAt
    total
    gone
    rules {
      id
      number
      weekdays
      validFrom
      until
      leadDays
      maxTotal
      sellers
      lineCount
      holds
      madeAt
      madeByName
    }
    version
    lines {
      sellerOrgId
      seller
      productId
      contractLineId
      gradeId
      packId
      description
      packName
      unit
      qty
      deliveryLocationId
      placeName
      windowFrom
      windowTo
      costCenter
      standing
      unitPrice
      amount
    }
    ahead {
      day
      placesOn
      state
      canPlace
      canSkip
      canRestore
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const StandingOrderDocument = graphql(`
  query StandingOrder($id: ID!) {
    standingOrder(id: $id) {
      ...StandingOrderParts
    }
  }
`);

export const StandingOrderDaysDocument = graphql(`
  query StandingOrderDays($id: ID!, $after: String) {
    standingOrderDays(standingOrderId: $id, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          day
          state
          reasons {
            about
            text
          }
          decidedAt
          decidedByName
          orderId
          groupId
          requestId
          number
          requestState
          canPlace
          canSkip
          canRestore
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

export const StandingSourceDocument = graphql(`
  query StandingSource($templateId: ID!, $orderId: ID!, $ofTemplate: Boolean!, $ofOrder: Boolean!) {
    orderTemplate(id: $templateId) @include(if: $ofTemplate) {
      id
      name
      deliveryLocationId
      total
    }
    order(id: $orderId) @include(if: $ofOrder) {
      id
      number
      seller {
        id
        shortName
      }
      lines {
        id
        locationId
      }
    }
    myOrganization {
      id
      locations {
        id
        name
        address
        deactivatedAt
      }
    }
  }
`);

export const StandingChangeDocument = graphql(`
  query StandingChange($id: ID!) {
    standingOrderSheet(id: $id) {
      id
      number
      name
      version
      weekdays
      validFrom
      validTo
      leadDays
      maxTotal
      deliveryLocationId
      buyerPoNo
      earliest
      total
      lines {
        seller
        description
        packName
        unit
        qty
        placeName
        standing
      }
    }
    orderTemplates(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
    myOrganization {
      id
      locations {
        id
        name
        address
        deactivatedAt
      }
    }
  }
`);

export const StandingOrderChangeDocument = graphql(`
  mutation StandingOrderChange($input: StandingOrderChangeInput!) {
    standingOrderChange(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderCreateDocument = graphql(`
  mutation StandingOrderCreate($input: StandingOrderCreateInput!) {
    standingOrderCreate(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderPauseDocument = graphql(`
  mutation StandingOrderPause($input: StandingOrderMoveInput!) {
    standingOrderPause(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderResumeDocument = graphql(`
  mutation StandingOrderResume($input: StandingOrderMoveInput!) {
    standingOrderResume(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderEndDocument = graphql(`
  mutation StandingOrderEnd($input: StandingOrderMoveInput!) {
    standingOrderEnd(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderSkipDayDocument = graphql(`
  mutation StandingOrderSkipDay($input: StandingDayInput!) {
    standingOrderSkipDay(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderRestoreDayDocument = graphql(`
  mutation StandingOrderRestoreDay($input: StandingDayInput!) {
    standingOrderRestoreDay(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

export const StandingOrderPlaceDayDocument = graphql(`
  mutation StandingOrderPlaceDay($input: StandingDayInput!) {
    standingOrderPlaceDay(input: $input) {
      ... on StandingOrder {
        ...StandingOrderParts
      }
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../../gql';

export const PurchaseLimitsDocument = graphql(`
  query PurchaseLimits {
    purchaseLimits {
      id
      userId
      personName
      role
      perOrder
      perPeriod
      period
      validFrom
      validTo
      spent
      periodTo
      inForce
      version
    }
  }
`);

export const OrderingPeopleDocument = graphql(`
  query OrderingPeople {
    orderingPeople {
      userId
      name
    }
  }
`);

export const PurchaseLimitSetDocument = graphql(`
  mutation PurchaseLimitSet($input: PurchaseLimitSetInput!) {
    purchaseLimitSet(input: $input) {
      ... on PurchaseLimit {
        id
      }
      ...RefusalParts
    }
  }
`);

export const PurchaseLimitEndDocument = graphql(`
  mutation PurchaseLimitEnd($input: PurchaseLimitEndInput!) {
    purchaseLimitEnd(input: $input) {
      ... on PurchaseLimit {
        id
      }
      ...RefusalParts
    }
  }
`);

export const OrderRequestsDocument = graphql(`
  query OrderRequests($waiting: Boolean, $after: String) {
    orderRequests(waiting: $waiting, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          state
          sellers
          lineCount
          total
          requestedByName
          requestedAt
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

export const OrderRequestParts = graphql(`
  fragment OrderRequestParts on OrderRequest {
    id
    state
    sellers
    lineCount
    total
    requestedByName
    requestedAt
    decidedByName
    decidedAt
    reason
    isDemo
    orderId
    groupId
    poolId
    version
    lines {
      seller
      description
      packName
      qty
      unit
      unitPrice
      amount
      placeName
      requestedOn
    }
    breaches {
      kind
      period
      allowed
      spent
      amount
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const OrderRequestDocument = graphql(`
  query OrderRequest($id: ID!) {
    orderRequest(id: $id) {
      ...OrderRequestParts
    }
  }
`);

export const OrderRequestApproveDocument = graphql(`
  mutation OrderRequestApprove($input: OrderRequestInput!) {
    orderRequestApprove(input: $input) {
      ... on OrderRequest {
        ...OrderRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderRequestRefuseDocument = graphql(`
  mutation OrderRequestRefuse($input: OrderRequestInput!) {
    orderRequestRefuse(input: $input) {
      ... on OrderRequest {
        ...OrderRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderRequestWithdrawDocument = graphql(`
  mutation OrderRequestWithdraw($input: OrderRequestInput!) {
    orderRequestWithdraw(input: $input) {
      ... on OrderRequest {
        ...OrderRequestParts
      }
      ...RefusalParts
    }
  }
`);

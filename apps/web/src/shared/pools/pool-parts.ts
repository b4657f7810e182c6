import { graphql } from '../../gql';

export const PoolPartParts = graphql(`
  fragment PoolPartParts on PoolPart {
    id
    member {
      ...OrganizationParts
    }
    round
    qty
    priority
    weight
    usedBefore
    cap
    capBy
    capped
    divided
    among
    proportion
    added
    declined
    released
    own
    orderId
    orderNumber
    orderStatus
  }
`);

export const OrderPoolParts = graphql(`
  fragment OrderPoolParts on OrderPool {
    id
    poolId
    goods
    baseUnit
    qty
    shortage
    parts {
      ...PoolPartParts
    }
  }
`);

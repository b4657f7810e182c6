import { graphql } from '../../../gql';

export const LifeWaiverParts = graphql(`
  fragment LifeWaiverParts on LifeWaiver {
    id
    origin
    orderLineId
    lotCode
    goods
    expiresOn
    arrivesOn
    minDays
    leastDays
    status
    note
    askedByName
    askedAt
    reason
    validUntil
    decidedByName
    decidedAt
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const LifeWaiversDocument = graphql(`
  query LifeWaivers($orderId: ID!) {
    lifeWaivers(orderId: $orderId) {
      ...LifeWaiverParts
    }
  }
`);

export const OrderLineLifeDocument = graphql(`
  query OrderLineLife($orderId: ID!) {
    orderLineLife(orderId: $orderId) {
      orderLineId
      minDays
    }
  }
`);

export const LifeWaiverOfferDocument = graphql(`
  mutation LifeWaiverOffer($input: LifeWaiverOfferInput!) {
    lifeWaiverOffer(input: $input) {
      ...LifeWaiverParts
      ...RefusalParts
    }
  }
`);

export const LifeWaiverGrantDocument = graphql(`
  mutation LifeWaiverGrant($input: LifeWaiverDecideInput!) {
    lifeWaiverGrant(input: $input) {
      ...LifeWaiverParts
      ...RefusalParts
    }
  }
`);

export const LifeWaiverRefuseDocument = graphql(`
  mutation LifeWaiverRefuse($input: LifeWaiverDecideInput!) {
    lifeWaiverRefuse(input: $input) {
      ...LifeWaiverParts
      ...RefusalParts
    }
  }
`);

export const LifeWaiverEndDocument = graphql(`
  mutation LifeWaiverEnd($input: LifeWaiverDecideInput!) {
    lifeWaiverEnd(input: $input) {
      ...LifeWaiverParts
      ...RefusalParts
    }
  }
`);

export const LifeWaiverWithdrawDocument = graphql(`
  mutation LifeWaiverWithdraw($input: LifeWaiverDecideInput!) {
    lifeWaiverWithdraw(input: $input) {
      ...LifeWaiverParts
      ...RefusalParts
    }
  }
`);

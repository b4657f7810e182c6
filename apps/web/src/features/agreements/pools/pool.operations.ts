import { graphql } from '../../../gql';

/** Lists that an act on a pool changes. */
export const AFTER_POOL = ['supplyPools', 'workItems', 'orders'];

export const SupplyPoolParts = graphql(`
  fragment SupplyPoolParts on SupplyPool {
    id
    goods
    baseUnit
    caseSize
    lineQty
    state
    members
    promised
    most
    calledOff
    mayOffer
    mayAgree
    mayCallOff
    mayClose
    closedAt
    closeReason
    isDemo
    version
    lead {
      ...OrganizationParts
    }
    buyer {
      ...OrganizationParts
    }
    mou {
      id
      registerNo
      title
    }
    contract {
      id
      number
    }
    terms {
      contractNumber
      inForce
      blockedBy
      validFrom
      validTo
      unitPrice
      paymentTermDays
    }
    shares {
      id
      member {
        ...OrganizationParts
      }
      offeredBy {
        ...OrganizationParts
      }
      status
      priority
      targetQty
      maxQty
      weeklyMax
      usedQty
      productName
      packName
      note
      answerBy
      answeredAt
      agreedAt
      reason
      own
      mayAnswer
      mayRelease
      version
    }
    figures {
      memberOrgId
      ordered
      confirmed
      dispatched
      accepted
    }
    callOffs {
      id
      qty
      allocated
      shortage
      requestedOn
      placedAt
      answerDueAt
      flowedAt
      returned
      reallocated
      parts {
        ...PoolPartParts
      }
    }
  }
`);

export const PoolDocument = graphql(`
  query SupplyPoolPage($id: ID!) {
    supplyPool(id: $id) {
      ...SupplyPoolParts
    }
  }
`);

export const PoolsDocument = graphql(`
  query SupplyPools($mouId: ID, $contractId: ID) {
    supplyPools(mouId: $mouId, contractId: $contractId) {
      id
      goods
      baseUnit
      state
      members
      promised
      calledOff
      isDemo
      lead {
        ...OrganizationParts
      }
      buyer {
        ...OrganizationParts
      }
      terms {
        contractNumber
      }
    }
  }
`);

export const PoolOfferDocument = graphql(`
  mutation SupplyPoolOffer($input: SupplyPoolOfferInput!) {
    supplyPoolOffer(input: $input) {
      ...SupplyPoolParts
      ...RefusalParts
    }
  }
`);

export const ShareAnswerDocument = graphql(`
  mutation SupplyShareAnswer($input: SupplyShareAnswerInput!) {
    supplyShareAnswer(input: $input) {
      ...SupplyPoolParts
      ...RefusalParts
    }
  }
`);

export const PoolAgreeDocument = graphql(`
  mutation SupplyPoolAgree($input: SupplyPoolActInput!) {
    supplyPoolAgree(input: $input) {
      ...SupplyPoolParts
      ...RefusalParts
    }
  }
`);

export const ShareReleaseDocument = graphql(`
  mutation SupplyShareRelease($input: SupplyPoolActInput!) {
    supplyShareRelease(input: $input) {
      ...SupplyPoolParts
      ...RefusalParts
    }
  }
`);

export const PoolCloseDocument = graphql(`
  mutation SupplyPoolClose($input: SupplyPoolActInput!) {
    supplyPoolClose(input: $input) {
      ...SupplyPoolParts
      ...RefusalParts
    }
  }
`);

export const PoolCallOffDocument = graphql(`
  mutation PoolCallOff($input: PoolCallOffInput!) {
    poolCallOff(input: $input) {
      ...SupplyPoolParts
      ... on OrderRequest {
        id
      }
      ...RefusalParts
    }
  }
`);

export const PoolPreviewDocument = graphql(`
  query PoolPreview($input: PoolAskInput!) {
    poolPreview(input: $input) {
      ... on PoolPreview {
        shortage
        parts {
          ...PoolPartParts
        }
      }
      ...RefusalParts
    }
  }
`);

export const PoolPlacesDocument = graphql(`
  query PoolPlaces($contractId: ID!) {
    orderPad(contractId: $contractId) {
      locations {
        id
        name
        address
      }
    }
  }
`);

export const PoolGoodsDocument = graphql(`
  query PoolGoods {
    myProducts(status: PUBLISHED, first: 100) {
      edges {
        node {
          id
          nameVi
          baseUnit
        }
      }
    }
  }
`);

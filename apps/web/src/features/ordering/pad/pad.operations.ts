import { graphql } from '../../../gql';

export const PadParts = graphql(`
  fragment PadParts on OrderPad {
    seller {
      id
      name
      shortName
      isDemo
    }
    contract {
      id
      number
    }
    items {
      product {
        id
        slug
        nameVi
        baseUnit
      }
      harvestMonths
      variants {
        gradeId
        gradeCode
        gradeName
        packId
        packName
        packLevel
        gtin
        packSize
        moqPacks
        catchWeight
        weightToleranceBp
        priceTiers {
          minQty
          unitPrice
        }
      }
      contractLine {
        id
        contractId
        contractNumber
        unitPrice
        remaining
      }
    }
    locations {
      id
      code
      name
      address
    }
    routes {
      id
      name
      isGeneral
      weekdays
      cutoffDays
      cutoffTime
      runsOnHolidays
      minOrderValue
      stops {
        locationId
      }
    }
    holidays {
      day
      name
    }
    closures {
      firstDay
      lastDay
      message
    }
  }
`);

export const OrderPadDocument = graphql(`
  query OrderPad($sellerOrgId: ID, $contractId: ID) {
    orderPad(sellerOrgId: $sellerOrgId, contractId: $contractId) {
      ...PadParts
    }
  }
`);

export const OrderPadsDocument = graphql(`
  query OrderPads($sellerOrgIds: [ID!]!) {
    orderPads(sellerOrgIds: $sellerOrgIds) {
      ...PadParts
    }
  }
`);

export const ContractPlanDocument = graphql(`
  query ContractPlan($id: ID!) {
    contract(id: $id) {
      id
      lines {
        id
        numbers {
          calledOff
        }
        schedule {
          from
          to
          qty
        }
      }
    }
  }
`);

export const SellersDocument = graphql(`
  query Sellers($search: String) {
    organizations(
      search: $search
      kinds: [COOPERATIVE, COOPERATIVE_UNION, COOPERATIVE_GROUP, HOUSEHOLD_BUSINESS, ENTERPRISE]
      first: 20
    ) {
      id
      name
      shortName
      kind
    }
  }
`);

export const OpenContractsDocument = graphql(`
  query OpenContracts {
    contracts(status: [ACTIVE], first: 20) {
      edges {
        cursor
        node {
          id
          number
          validTo
          seller {
            id
            shortName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PadOffersDocument = graphql(`
  query PadOffers($sellerOrgId: ID!, $lines: [PadOfferLineInput!]!) {
    padOffers(sellerOrgId: $sellerOrgId, lines: $lines) {
      kind
      id
      number
      title
      validTo
      lines {
        row
        agreementLineId
        remaining
        unitPrice
      }
    }
  }
`);

export const OrderPlaceDocument = graphql(`
  mutation OrderPlace($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      ... on Order {
        id
        number
        ackDueAt
      }
      ... on OrderRequest {
        id
      }
      ...RefusalParts
    }
  }
`);

export const OrderGroupPlaceDocument = graphql(`
  mutation OrderGroupPlace($input: OrderGroupPlaceInput!) {
    orderGroupPlace(input: $input) {
      ... on OrderGroup {
        id
        number
        orderCount
      }
      ... on OrderRequest {
        id
      }
      ...RefusalParts
    }
  }
`);

export const OrderAgainDocument = graphql(`
  query OrderAgain($id: ID!) {
    order(id: $id) {
      id
      number
      lines {
        id
        product {
          id
        }
        contractLineId
        description
        gradeId
        packId
        orderedQty
        locationId
        costCenter
      }
    }
  }
`);

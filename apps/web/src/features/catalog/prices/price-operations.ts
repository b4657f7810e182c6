import { graphql } from '../../../gql';

export const ListPriceParts = graphql(`
  fragment ListPriceParts on ListPrice {
    id
    product {
      id
      slug
      nameVi
      baseUnit
    }
    gradeId
    gradeName
    buyer {
      ...OrganizationParts
    }
    basis
    validFrom
    validTo
    state
    tiers {
      minQty
      unitPrice
      netTake {
        net
        lines {
          step
          bp
          amount
        }
      }
    }
  }
`);

export const ListPricesDocument = graphql(`
  query ListPrices($productId: ID, $buyerOrgId: ID, $ended: Boolean, $after: String) {
    listPrices(productId: $productId, buyerOrgId: $buyerOrgId, ended: $ended, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...ListPriceParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PricedProductsDocument = graphql(`
  query PricedProducts {
    myProducts(first: 100) {
      edges {
        node {
          id
          nameVi
          baseUnit
          status
          grades {
            id
            name
          }
        }
      }
    }
  }
`);

export const CommercialTermsDocument = graphql(`
  query CommercialTermsList {
    commercialTerms {
      ...CommercialTermsParts
    }
  }
`);

export const CommercialTermsParts = graphql(`
  fragment CommercialTermsParts on CommercialTerms {
    id
    buyer {
      ...OrganizationParts
    }
    validFrom
    validTo
    frontBp
    rebateBp
    dcBp
    promoBp
    feePerUnit
    note
  }
`);

export const ListPriceCreateDocument = graphql(`
  mutation ListPriceCreate($input: ListPriceCreateInput!) {
    listPriceCreate(input: $input) {
      ...ListPriceParts
      ...RefusalParts
    }
  }
`);

export const ListPriceChangeDocument = graphql(`
  mutation ListPriceChange($input: ListPriceChangeInput!) {
    listPriceChange(input: $input) {
      ...ListPriceParts
      ...RefusalParts
    }
  }
`);

export const ListPriceEndDocument = graphql(`
  mutation ListPriceEnd($input: ListPriceEndInput!) {
    listPriceEnd(input: $input) {
      ...ListPriceParts
      ...RefusalParts
    }
  }
`);

export const CommercialTermsSetDocument = graphql(`
  mutation CommercialTermsSet($input: CommercialTermsInput!) {
    commercialTermsSet(input: $input) {
      ...CommercialTermsParts
      ...RefusalParts
    }
  }
`);

/** What a change of a price makes old in the cache. */
export const priceLists = ['listPrices', 'myProducts', 'productById', 'product', 'catalog', 'catalogFacets'];

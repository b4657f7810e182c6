import { graphql } from '../../gql';

export const SupplyStripParts = graphql(`
  fragment SupplyStripParts on ProductSupply {
    product {
      id
      slug
      nameVi
      baseUnit
    }
    precision
    known
    weeks {
      week
      isoWeek
      inSeason
      firm
      plan
      uncommitted
      committed
      firmBand {
        from
        below
      }
      uncommittedBand {
        from
        below
      }
      expected
      confidence
    }
  }
`);

export const SupplyStripDocument = graphql(`
  query SupplyStrip($productId: ID!, $weeks: Int) {
    productSupply(productId: $productId, weeks: $weeks) {
      ...SupplyStripParts
    }
  }
`);

import { graphql } from '../../gql';

export const ReadinessFileParts = graphql(`
  fragment ReadinessFile on ProductReadiness {
    productId
    buyer {
      id
      shortName
    }
    met
    required
    items {
      code
      name
      note
      state
      asked
      evidence
      expiresOn
      because
      nextMover
      kinds
      fact
      certificate {
        id
        kind
        kindName
        stars
        number
      }
      scanUrl
      waiver {
        id
        reason
        endsOn
        grantedByName
      }
    }
  }
`);

export const ProductReadinessDocument = graphql(`
  query ProductReadiness($productId: ID!) {
    productReadiness(productId: $productId) {
      ...ReadinessFile
    }
  }
`);

/** Where a fact of the data is filled in. */
export const placeOfFact = (fact: string, productId: string): string =>
  fact === 'BANK_ACCOUNT' || fact === 'REGISTERED' ? '/organization' : `/products/${productId}/edit`;

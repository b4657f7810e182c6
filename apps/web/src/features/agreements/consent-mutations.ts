import { graphql } from '../../gql';

export const PriceConsentGiveDocument = graphql(`
  mutation PriceConsentGive($input: PriceConsentGiveInput!) {
    priceConsentGive(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

export const PriceConsentRevokeDocument = graphql(`
  mutation PriceConsentRevoke($input: PriceConsentRevokeInput!) {
    priceConsentRevoke(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

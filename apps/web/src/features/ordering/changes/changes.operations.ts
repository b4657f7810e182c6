import { graphql } from '../../../gql';

export const OrderChangeProposeDocument = graphql(`
  mutation OrderChangePropose($input: OrderChangeProposeInput!) {
    orderChangePropose(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderChangeDecideDocument = graphql(`
  mutation OrderChangeDecide($input: OrderChangeDecideInput!) {
    orderChangeDecide(input: $input) {
      ... on Order {
        ...OrderParts
      }
      ...RefusalParts
    }
  }
`);

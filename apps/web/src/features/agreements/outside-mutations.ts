import { graphql } from '../../gql';
import type { MouPageFragment } from '../../gql/graphql';

export type Outside = MouPageFragment['outside']['deliveries'][number];

export const OutsideAnswerDocument = graphql(`
  mutation OutsideAnswer($input: OutsideAnswerInput!) {
    outsideAnswer(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

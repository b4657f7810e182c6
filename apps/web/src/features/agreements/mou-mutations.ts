import { graphql } from '../../gql';

export const CirculateDocument = graphql(`
  mutation MouCirculate($input: MouActionInput!) {
    mouCirculate(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

export const SignDocument = graphql(`
  mutation MouSign($input: MouActionInput!) {
    mouSign(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

export const RefuseDocument = graphql(`
  mutation MouRefuse($input: MouActionInput!) {
    mouRefuse(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

export const AttestDocument = graphql(`
  mutation MouAttest($input: MouAttestInput!) {
    mouAttest(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

export const CountersignDocument = graphql(`
  mutation MouCountersign($input: MouActionInput!) {
    mouCountersign(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

/** Lists that an act on a memorandum changes. */
export const AFTER_MOU = ['agreementBoard', 'boardSummary', 'workItems'] as const;

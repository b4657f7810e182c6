import { graphql } from '../../gql';

export const MandateParts = graphql(`
  fragment MandateParts on Mandate {
    id
    organization {
      ...OrganizationParts
    }
    scopes
    way
    state
    reason
    startsOn
    endsOn
    givenBy
    evidence {
      id
      name
    }
    recordedBy
    checkedBy
    revokedBy
    revokedAt
    revokeReason
    acts
    waitingActs
    deniedActs
    mayUse
    mayCheck
    mayRevoke
    version
  }
`);

export const MandatesDocument = graphql(`
  query Mandates($filter: MandateFilter, $first: Int, $after: String) {
    mandates(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...MandateParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const MandateGiveDocument = graphql(`
  mutation MandateGive($input: MandateGiveInput!) {
    mandateGive(input: $input) {
      ... on Mandate {
        ...MandateParts
      }
      ...RefusalParts
    }
  }
`);

export const MandateRecordDocument = graphql(`
  mutation MandateRecord($input: MandateRecordInput!) {
    mandateRecord(input: $input) {
      ... on Mandate {
        ...MandateParts
      }
      ...RefusalParts
    }
  }
`);

export const MandateCheckDocument = graphql(`
  mutation MandateCheck($input: MandateActInput!) {
    mandateCheck(input: $input) {
      ... on Mandate {
        ...MandateParts
      }
      ...RefusalParts
    }
  }
`);

export const MandateRevokeDocument = graphql(`
  mutation MandateRevoke($input: MandateActInput!) {
    mandateRevoke(input: $input) {
      ... on Mandate {
        ...MandateParts
      }
      ...RefusalParts
    }
  }
`);

export const AssistedActParts = graphql(`
  fragment AssistedActParts on AssistedAct {
    id
    organization {
      ...OrganizationParts
    }
    officer
    operation
    title
    link
    state
    at
    answeredBy
    answeredAt
    reason
    settledBy
    settledAt
    settledNote
    mayAnswer
    maySettle
    version
  }
`);

export const AssistedActsDocument = graphql(`
  query AssistedActs($filter: AssistedActFilter, $first: Int, $after: String) {
    assistedActs(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...AssistedActParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const AssistedActsConfirmDocument = graphql(`
  mutation AssistedActsConfirm($input: AssistedActsConfirmInput!) {
    assistedActsConfirm(input: $input) {
      ... on AssistedAct {
        ...AssistedActParts
      }
      ...RefusalParts
    }
  }
`);

export const AssistedActDenyDocument = graphql(`
  mutation AssistedActDeny($input: AssistedActWordsInput!) {
    assistedActDeny(input: $input) {
      ... on AssistedAct {
        ...AssistedActParts
      }
      ...RefusalParts
    }
  }
`);

export const AssistedActSettleDocument = graphql(`
  mutation AssistedActSettle($input: AssistedActWordsInput!) {
    assistedActSettle(input: $input) {
      ... on AssistedAct {
        ...AssistedActParts
      }
      ...RefusalParts
    }
  }
`);

/** Lists that change with a mandate or an act. */
export const ASSISTANCE_LISTS = ['mandates', 'assistedActs', 'workItems'];

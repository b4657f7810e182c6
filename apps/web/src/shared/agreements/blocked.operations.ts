import { graphql } from '../../gql';

export const MoneyWaitingParts = graphql(`
  fragment MoneyWaitingParts on MoneyWaiting {
    agreements
    quantities {
      unit
      qty
    }
    value
    valueHidden
    notQuantified
  }
`);

export const AgreementPetitionsDocument = graphql(`
  query AgreementPetitions($mouId: ID!) {
    petitionsBlocking(mouId: $mouId) {
      id
      number
      content
      status
      overdue
      answerBefore
      department {
        ...OrganizationParts
      }
      version
    }
    agreementWaiting(mouId: $mouId) {
      ...MoneyWaitingParts
    }
  }
`);

export const AgreementPartiesDocument = graphql(`
  query AgreementParties($mouId: ID!) {
    mou(id: $mouId) {
      id
      parties {
        id
        role
        organization {
          ...OrganizationParts
        }
      }
    }
  }
`);

export const OpenPetitionsDocument = graphql(`
  query OpenPetitions($search: String, $status: [PetitionStatus!]) {
    petitions(filter: { search: $search, status: $status }, first: 20) {
      edges {
        cursor
        node {
          id
          number
          content
          version
        }
      }
    }
  }
`);

export const AlertBlockDocument = graphql(`
  mutation AlertBlock($input: AlertBlockInput!) {
    alertBlock(input: $input) {
      ... on AgreementAlert {
        ...AlertParts
      }
      ...RefusalParts
    }
  }
`);

export const PetitionBlockDocument = graphql(`
  mutation PetitionBlock($input: PetitionBlockInput!) {
    petitionBlock(input: $input) {
      ... on Petition {
        id
        version
      }
      ...RefusalParts
    }
  }
`);

export const PetitionUnblockDocument = graphql(`
  mutation PetitionUnblock($input: PetitionUnblockInput!) {
    petitionUnblock(input: $input) {
      ... on Petition {
        id
        version
      }
      ...RefusalParts
    }
  }
`);

/** What a link between a petition and an agreement makes old. */
export const AFTER_BLOCK = [
  'petitions',
  'petition',
  'petitionMetrics',
  'petitionsBlocking',
  'agreementWaiting',
  'agreementBoard',
  'alerts',
  'mouAlerts',
  'stallSummary',
  'workItems',
  'caseCalendar',
];

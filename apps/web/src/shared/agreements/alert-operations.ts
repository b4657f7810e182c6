import { graphql } from '../../gql';

export const AlertParts = graphql(`
  fragment AlertParts on AgreementAlert {
    id
    mou {
      id
      registerNo
      title
    }
    transition
    level
    status
    fact
    factOn
    factRef
    days
    limitDays
    shareBp
    limitBp
    actor
    movers
    step
    raisedAt
    clearedAt
    reasonCode
    followUpOn
    answers {
      id
      kind
      reasonCode
      nextStep
      followUpOn
      answeredBy
      at
    }
    mayAnswer
    version
  }
`);

export const MouAlertsDocument = graphql(`
  query MouAlerts($mouId: ID!) {
    mouAlerts(mouId: $mouId) {
      ...AlertParts
    }
  }
`);

export const StallReasonsDocument = graphql(`
  query StallReasons {
    stallReasons {
      code
      nameVi
      nameEn
    }
  }
`);

export const AlertAcknowledgeDocument = graphql(`
  mutation AlertAcknowledge($input: AlertAcknowledgeInput!) {
    alertAcknowledge(input: $input) {
      ... on AgreementAlert {
        ...AlertParts
      }
      ...RefusalParts
    }
  }
`);

export const AlertSnoozeDocument = graphql(`
  mutation AlertSnooze($input: AlertSnoozeInput!) {
    alertSnooze(input: $input) {
      ... on AgreementAlert {
        ...AlertParts
      }
      ...RefusalParts
    }
  }
`);

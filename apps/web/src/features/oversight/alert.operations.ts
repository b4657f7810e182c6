import { graphql } from '../../gql';

export const AlertsDocument = graphql(`
  query Alerts($filter: AlertFilter, $after: String) {
    alerts(filter: $filter, first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...AlertParts
        }
      }
    }
  }
`);

export const StallSummaryDocument = graphql(`
  query StallSummary($eventCode: String) {
    stallSummary(eventCode: $eventCode) {
      agreements
      stalled
      unanswered
      byLevel {
        code
        count
      }
      byTransition {
        code
        count
      }
      byActor {
        code
        count
      }
      byReason {
        code
        count
      }
    }
  }
`);

export const StallRuleBookParts = graphql(`
  fragment StallRuleBookParts on StallRuleBook {
    id
    rules {
      id
      transition
      variant
      level
      days
      dayCount
      belowBp
      periods
      intervalPct
      validFrom
      source
      setBy
      ofEvent
    }
    holidays {
      day
      kind
      nameVi
      nameEn
      source
      isProvisional
    }
  }
`);

export const StallRuleBookDocument = graphql(`
  query StallRuleBook($eventCode: String) {
    stallRuleBook(eventCode: $eventCode) {
      ...StallRuleBookParts
    }
    events {
      code
      title
    }
  }
`);

export const StallRuleSetDocument = graphql(`
  mutation StallRuleSet($input: StallRuleSetInput!) {
    stallRuleSet(input: $input) {
      ...StallRuleBookParts
      ...RefusalParts
    }
  }
`);

export const OfficeDaySetDocument = graphql(`
  mutation OfficeDaySet($input: OfficeDaySetInput!) {
    officeDaySet(input: $input) {
      ...StallRuleBookParts
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../../gql';

export const ScorecardFragment = graphql(`
  fragment ScorecardParts on Scorecard {
    side
    from
    to
    minCases
    fullBp
    isSharedTrade
    organization {
      id
      slug
      name
      shortName
      kind
      isDemo
    }
    figures {
      code
      unit
      numerator
      denominator
      cases
      rateBp
      median
      promisedMedian
    }
  }
`);

export const ScorecardDocument = graphql(`
  query Scorecard($orgId: ID!, $side: ScorecardSide!, $months: Int!) {
    scorecard(orgId: $orgId, side: $side, months: $months) {
      ...ScorecardParts
    }
  }
`);

export const ScorecardRowsDocument = graphql(`
  query ScorecardRows($orgId: ID!, $side: ScorecardSide!, $months: Int!, $code: ScoreCode!, $unit: String, $first: Int!) {
    scorecardRows(orgId: $orgId, side: $side, months: $months, code: $code, unit: $unit, first: $first) {
      total
      rows {
        ref
        orderId
        contractId
        number
        goods
        dueOn
        numerator
        denominator
        partner {
          id
          slug
          name
        }
      }
    }
  }
`);

export const ScorecardsDocument = graphql(`
  query Scorecards($side: ScorecardSide!, $months: Int!, $search: String, $sort: ScoreCode, $first: Int!) {
    scorecards(side: $side, months: $months, search: $search, sort: $sort, first: $first) {
      total
      cards {
        ...ScorecardParts
      }
    }
  }
`);

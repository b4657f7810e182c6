import { graphql } from '../../gql';

export const ReportStartDocument = graphql(`
  query ReportStart {
    events {
      id
      code
      title
      heldOn
    }
  }
`);

export const ProgressReportsDocument = graphql(`
  query ProgressReports($after: String) {
    progressReports(first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          status
          asOf
          periodFrom
          preparedByName
          issuedOn
          isDemo
          event {
            code
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ReportFactsFragment = graphql(`
  fragment ReportFactsParts on ReportFacts {
    agreements
    minCases
    signed
    ended
    lapsed
    quantified
    lines
    pace {
      month
      plannedBp
      acceptedBp
      acceptedBpA
    }
    quantifiedLines
    rungs {
      rung
      reached
      reachedA
      outOf
      rateBp
    }
    groups {
      label
      unit
      agreements
      committed
      accepted
      acceptedA
      acceptedB
      acceptedC
      rateBpA
      rateBpAB
      rateBp
    }
    districts {
      label
      unit
      agreements
      committed
      accepted
      acceptedA
      acceptedB
      acceptedC
      rateBpA
      rateBpAB
      rateBp
    }
    communes {
      label
      unit
      agreements
      committed
      accepted
      acceptedA
      acceptedB
      acceptedC
      rateBpA
      rateBpAB
      rateBp
    }
    grades {
      unit
      a
      ab
      abc
    }
    movers {
      actor
      count
    }
    stallReasons {
      name
      alerts
      agreements
    }
    blocks {
      petition
      agreement
      department
    }
    credits {
      agreements
      quantified
      withMoney
      amount
      disbursed
      rateBp
      states {
        state
        count
      }
      rows {
        number
        bank
        borrower
        state
        since
        isQuantified
        amount
        stage
        paid
      }
    }
    corrections {
      registerNo
      lineNo
      measure
      unit
      before
      now
    }
  }
`);

export const ReportPartsFragment = graphql(`
  fragment ReportParts on ProgressReport {
    id
    number
    status
    periodFrom
    asOf
    preparedByName
    preparedAt
    issuedByName
    issuedOn
    withdrawReason
    sha256
    isDemo
    version
    event {
      code
      title
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const ReportPreviewDocument = graphql(`
  query ReportPreview($eventCode: String, $periodFrom: LocalDate!, $asOf: LocalDate!) {
    reportPreview(eventCode: $eventCode, periodFrom: $periodFrom, asOf: $asOf) {
      ...ReportFactsParts
    }
  }
`);

export const ProgressReportDocument = graphql(`
  query ProgressReport($id: ID!, $most: Int!) {
    progressReport(id: $id) {
      ...ReportParts
      facts {
        ...ReportFactsParts
      }
      annex(first: $most) {
        id
        registerNo
        title
        rung
        nextActor
        ending {
          status
          outcome
        }
        parties {
          role
          name
        }
        lines {
          lineNo
          description
          baseUnit
          committed
          ordered
          shipped
          accepted
        }
      }
    }
  }
`);

export const ReportPrepareDocument = graphql(`
  mutation ReportPrepare($input: ReportPrepareInput!) {
    reportPrepare(input: $input) {
      ...ReportParts
      ...RefusalParts
    }
  }
`);

export const ReportIssueDocument = graphql(`
  mutation ReportIssue($input: ReportActionInput!) {
    reportIssue(input: $input) {
      ...ReportParts
      ...RefusalParts
    }
  }
`);

export const ReportWithdrawDocument = graphql(`
  mutation ReportWithdraw($input: ReportWithdrawInput!) {
    reportWithdraw(input: $input) {
      ...ReportParts
      ...RefusalParts
    }
  }
`);

export const PublicResultsDocument = graphql(`
  query PublicResults {
    publicResults {
      id
      title
      number
      asOf
      issuedOn
      isDemo
      minCases
      agreements
      signed
      quantified
      rungs {
        rung
        reached
        reachedA
        outOf
        rateBp
      }
      groups {
        label
        unit
        agreements
        committed
        accepted
        acceptedA
        rateBpA
        rateBp
      }
      districts {
        label
        unit
        agreements
        committed
        accepted
        acceptedA
        rateBpA
        rateBp
      }
      credits {
        agreements
        withMoney
      }
    }
  }
`);

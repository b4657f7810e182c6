import { graphql } from '../../gql';

export const PetitionsDocument = graphql(`
  query Petitions($filter: PetitionFilter, $first: Int, $after: String) {
    petitions(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...PetitionRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  fragment PetitionRow on PetitionSummary {
    id
    number
    content
    status
    overdue
    answerBefore
    petitionerName
    petitioner {
      ...OrganizationParts
    }
    department {
      ...OrganizationParts
    }
    fields {
      code
      name
    }
    blockedAgreements
    isDemo
  }
`);

export const PetitionFieldsDocument = graphql(`
  query PetitionFields {
    petitionFields {
      code
      name
      usualDepartment {
        ...OrganizationParts
      }
    }
  }
`);

export const PetitionDocument = graphql(`
  query PetitionPage($id: ID!) {
    petition(id: $id) {
      ...PetitionParts
    }
  }
  fragment PetitionParts on Petition {
    id
    number
    registerNo
    eventTitle
    content
    wantedOutcome
    receivedOn
    status
    mover
    overdue
    answerBefore
    proposedAnswerBefore
    reopened
    reopensLeft
    registeredDocNo
    registeredDocDate
    petitionerName
    petitioner {
      ...OrganizationParts
    }
    department {
      ...OrganizationParts
    }
    namedDepartment {
      ...OrganizationParts
    }
    fields {
      code
      name
    }
    draft
    mergedInto {
      id
      number
    }
    files {
      id
      name
    }
    answers {
      id
      kind
      docNo
      docDate
      summary
      answerBefore
      onTime
      at
      department {
        ...OrganizationParts
      }
      file {
        id
        name
      }
    }
    assignments {
      id
      kind
      reason
      at
      department {
        ...OrganizationParts
      }
    }
    feedbacks {
      id
      satisfied
      note
      at
      by {
        ...OrganizationParts
      }
    }
    waiting {
      ...MoneyWaitingParts
    }
    blocks {
      id
      mouId
      title
      note
      since
      endedAt
      endReason
    }
    availableActions {
      action
      allowed
      reason
    }
    isDemo
    version
  }
`);

export const AgreementTitleDocument = graphql(`
  query AgreementTitle($id: ID!) {
    mou(id: $id) {
      id
      registerNo
      title
    }
  }
`);

export const PetitionFileDocument = graphql(`
  mutation PetitionFile($input: PetitionFileInput!) {
    petitionFile(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionClassifyDocument = graphql(`
  mutation PetitionClassify($input: PetitionClassifyInput!) {
    petitionClassify(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionAssignDocument = graphql(`
  mutation PetitionAssign($input: PetitionAssignInput!) {
    petitionAssign(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionMergeDocument = graphql(`
  mutation PetitionMerge($input: PetitionMergeInput!) {
    petitionMerge(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionTransferDocument = graphql(`
  mutation PetitionTransfer($input: PetitionTransferInput!) {
    petitionTransfer(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionReportAnswerDocument = graphql(`
  mutation PetitionAnswerInReport($input: PetitionReportAnswerInput!) {
    petitionAnswerInReport(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionDraftDocument = graphql(`
  mutation PetitionDraft($input: PetitionDraftInput!) {
    petitionDraft(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionIssueDocument = graphql(`
  mutation PetitionIssue($input: PetitionIssueInput!) {
    petitionIssue(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionFeedbackDocument = graphql(`
  mutation PetitionFeedback($input: PetitionFeedbackInput!) {
    petitionFeedback(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);
export const PetitionReopenDocument = graphql(`
  mutation PetitionReopen($input: PetitionReopenInput!) {
    petitionReopen(input: $input) {
      ...PetitionParts
      ...RefusalParts
    }
  }
`);

export const PetitionMetricsDocument = graphql(`
  query PetitionMetrics($eventCode: String) {
    petitionMetrics(eventCode: $eventCode) {
      total {
        ...PetitionMetricsParts
      }
      byField {
        ...PetitionMetricsParts
      }
      byDepartment {
        ...PetitionMetricsParts
      }
      cohorts {
        eventCode
        eventTitle
        itemCount
        petitionerCount
        receivedFrom
        receivedTo
        answerBefore
        answering
        answeringToday
        source
        registered
      }
    }
    events {
      code
      title
    }
  }
  fragment PetitionMetricsParts on PetitionMetricsRow {
    code
    name
    petitions
    open
    overdue
    rounds
    answered
    due
    onTime
    medianDays
    rated
    satisfied
    reopened
    waitingAgreements
    waitingValue
    waitingHidden
    oldestDays
  }
`);

/** What any step on a petition makes old. */
export const AFTER_PETITION = [
  'petitions',
  'workItems',
  'petitionsBlocking',
  'agreementWaiting',
  'petitionMetrics',
  'agreementBoard',
];

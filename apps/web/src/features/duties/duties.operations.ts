import { graphql } from '../../gql';

export const DutiesDocument = graphql(`
  query Duties($eventCode: String) {
    duties(eventCode: $eventCode) {
      ...DutyRow
    }
    events {
      code
      title
    }
  }
  fragment DutyRow on Duty {
    id
    section
    actorName
    actorToday
    title
    before
    continuing
    state
    dayHasCome
    mover
    nextMove
    nextOn
    isDemo
  }
`);

export const DutyDocument = graphql(`
  query DutyPage($id: ID!) {
    duty(id: $id) {
      ...DutyParts
    }
  }
  fragment DutyParts on Duty {
    ...DutyRow
    eventTitle
    quote
    recordCount
    version
    records {
      id
      step
      organization
      text
      happenedOn
      docNo
      docDate
      file {
        id
        name
      }
      by
      at
    }
    words {
      ...DutyWordParts
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const DutyWordFragment = graphql(`
  fragment DutyWordParts on DutyWord {
    id
    organization
    step
    text
    happenedOn
    docNo
    docDate
    file {
      id
      name
    }
    by
    at
    status
    reason
    version
  }
`);

export const OwnDutiesDocument = graphql(`
  query OwnDuties {
    ownDuties {
      ...OwnDutyParts
    }
  }
  fragment OwnDutyParts on OwnDuty {
    id
    eventTitle
    section
    actorName
    isTakenOver
    title
    quote
    before
    continuing
    state
    dayHasCome
    isDemo
    steps
    words {
      ...DutyWordParts
    }
  }
`);

export const DutyTellDocument = graphql(`
  mutation DutyTell($input: DutyTellInput!) {
    dutyTell(input: $input) {
      ... on OwnDuty {
        ...OwnDutyParts
      }
      ...RefusalParts
    }
  }
`);

export const DutyWordConfirmDocument = graphql(`
  mutation DutyWordConfirm($input: DutyWordConfirmInput!) {
    dutyWordConfirm(input: $input) {
      ... on Duty {
        ...DutyParts
      }
      ...RefusalParts
    }
  }
`);

export const DutyWordReturnDocument = graphql(`
  mutation DutyWordReturn($input: DutyWordReturnInput!) {
    dutyWordReturn(input: $input) {
      ... on Duty {
        ...DutyParts
      }
      ...RefusalParts
    }
  }
`);

export const DutyRecordDocument = graphql(`
  mutation DutyRecord($input: DutyRecordInput!) {
    dutyRecord(input: $input) {
      ... on Duty {
        ...DutyParts
      }
      ...RefusalParts
    }
  }
`);

export const DistributionDocument = graphql(`
  query Distribution($eventCode: String) {
    noticeDistribution(eventCode: $eventCode) {
      ...RecipientParts
    }
  }
  fragment RecipientParts on NoticeRecipient {
    id
    eventTitle
    name
    senderName
    senderToday
    sentCount
    readCount
    maySend
    isDemo
    receipts {
      id
      organization
      method
      sentOn
      sentBy
      readOn
      readBy
      readNote
      version
    }
  }
`);

export const NoticeSendDocument = graphql(`
  mutation NoticeSend($input: NoticeSendInput!) {
    noticeSend(input: $input) {
      ... on NoticeRecipient {
        ...RecipientParts
      }
      ...RefusalParts
    }
  }
`);

export const ReceivedNoticesDocument = graphql(`
  query ReceivedNotices {
    ownNotices {
      ...OwnNoticeParts
    }
  }
  fragment OwnNoticeParts on OwnNotice {
    id
    eventCode
    sourceTitle
    sentOn
    sentBy
    readOn
    isDemo
    version
  }
`);

export const NoticeConfirmDocument = graphql(`
  mutation NoticeConfirm($input: NoticeConfirmInput!) {
    noticeConfirm(input: $input) {
      ... on OwnNotice {
        ...OwnNoticeParts
      }
      ...RefusalParts
    }
  }
`);

export const IndicatorsDocument = graphql(`
  query Indicators {
    sectorIndicators {
      ...IndicatorParts
    }
  }
  fragment IndicatorParts on SectorIndicator {
    code
    name
    unit
    values {
      ...IndicatorValueParts
    }
    replaced {
      ...IndicatorValueParts
    }
  }
  fragment IndicatorValueParts on IndicatorValue {
    id
    period
    value
    qualifier
    plan
    planShareBp
    source
    revision
    reason
  }
`);

export const IndicatorEnterDocument = graphql(`
  mutation IndicatorEnter($input: IndicatorEnterInput!) {
    indicatorEnter(input: $input) {
      ... on SectorIndicator {
        ...IndicatorParts
      }
      ...RefusalParts
    }
  }
`);

export const TrainingsDocument = graphql(`
  query Trainings($after: String) {
    trainings(first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...TrainingParts
        }
      }
    }
  }
  fragment TrainingParts on TrainingSession {
    id
    kind
    topic
    heldOn
    place
    organizer
    duty
    attendees
    people
    file {
      id
      name
    }
    isDemo
  }
`);

export const DutyChoicesDocument = graphql(`
  query DutyChoices {
    duties {
      id
      section
      title
    }
  }
`);

export const TrainingRecordDocument = graphql(`
  mutation TrainingRecord($input: TrainingRecordInput!) {
    trainingRecord(input: $input) {
      ... on TrainingSession {
        ...TrainingParts
      }
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../gql';

export const EventDeskParts = graphql(`
  fragment EventDeskParts on Event {
    id
    code
    title
    heldOn
    host
    chair
    sourceTitle
    sourceNumber
    sourceSignedOn
    boothCount
    tableCount
    isDemo
    version
    slots {
      id
      startsAt
      endsAt
    }
    booths {
      position
      title
      goods
      ownerUnitName
      owner {
        id
        slug
        name
      }
    }
    programme {
      talks {
        id
        startsAt
        title
        speaker
        organization {
          id
          slug
          name
        }
      }
      commendations {
        id
        title
        issuer
        decisionNo
        decisionOn
        hasBadge
        organization {
          id
          slug
          name
        }
      }
      media {
        id
        outlet
        title
        url
        publishedOn
      }
    }
  }
`);

export const EventDeskDocument = graphql(`
  query EventDesk($code: String!) {
    event(code: $code) {
      ...EventDeskParts
    }
  }
`);

export const EventDayDocument = graphql(`
  query EventDay($code: String!) {
    event(code: $code) {
      id
      code
      title
      heldOn
      tableCount
    }
    eventDay(code: $code) {
      slots {
        id
        startsAt
        endsAt
      }
      takenSeats {
        slotId
        tableNo
      }
      meetings {
        id
        wish
        status
        tableNo
        version
        actions
        from {
          id
          name
        }
        to {
          id
          name
        }
        slot {
          id
          startsAt
          endsAt
        }
      }
      slips {
        id
        booth
        goods
        qty
        unit
        note
        mouId
        createdAt
        seller {
          id
          name
        }
        buyer {
          id
          name
        }
      }
      delegates {
        code
        fullName
        title
        orgName
        role
        attended
        organization {
          id
          name
        }
      }
    }
  }
`);

export const EventSaveDocument = graphql(`
  mutation EventSave($input: EventSaveInput!) {
    eventSave(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const BoothSaveDocument = graphql(`
  mutation BoothSave($input: BoothSaveInput!) {
    boothSave(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const TalkAddDocument = graphql(`
  mutation TalkAdd($input: TalkAddInput!) {
    talkAdd(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const SlotsPlanDocument = graphql(`
  mutation SlotsPlan($input: SlotsPlanInput!) {
    slotsPlan(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const CommendationAddDocument = graphql(`
  mutation CommendationAdd($input: CommendationAddInput!) {
    commendationAdd(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const MediaAddDocument = graphql(`
  mutation MediaAdd($input: MediaAddInput!) {
    mediaAdd(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const MeetingRequestDocument = graphql(`
  mutation MeetingRequest($input: MeetingRequestInput!) {
    meetingRequest(input: $input) {
      ... on Done {
        id
      }
      ...RefusalParts
    }
  }
`);

export const MeetingAcceptDocument = graphql(`
  mutation MeetingAccept($input: MeetingPlaceInput!) {
    meetingAccept(input: $input) {
      ... on Done {
        id
      }
      ...RefusalParts
    }
  }
`);

export const MeetingMoveDocument = graphql(`
  mutation MeetingMove($input: MeetingPlaceInput!) {
    meetingMove(input: $input) {
      ... on Done {
        id
      }
      ...RefusalParts
    }
  }
`);

export const MeetingDeclineDocument = graphql(`
  mutation MeetingDecline($input: MeetingActionInput!) {
    meetingDecline(input: $input) {
      ... on Done {
        id
      }
      ...RefusalParts
    }
  }
`);

export const MeetingCancelDocument = graphql(`
  mutation MeetingCancel($input: MeetingActionInput!) {
    meetingCancel(input: $input) {
      ... on Done {
        id
      }
      ...RefusalParts
    }
  }
`);

export const SlipLeaveDocument = graphql(`
  mutation SlipLeave($input: SlipLeaveInput!) {
    slipLeave(input: $input) {
      ... on Done {
        id
      }
      ...RefusalParts
    }
  }
`);

export const SlipDraftDocument = graphql(`
  mutation SlipDraft($input: SlipDraftInput!) {
    slipDraft(input: $input) {
      ... on SlipDraftMade {
        mouId
      }
      ...RefusalParts
    }
  }
`);

export const EventCohortsDocument = graphql(`
  query EventCohorts {
    eventCohorts {
      code
      title
      heldOn
      isDemo
      agreements
      parties
      delegates
      realisationBp
      realisationBpA
      realisationBpAB
      credits {
        agreements
        quantified
        withMoney
        amount
        rateBp
      }
      quantified {
        count
        of
        bp
      }
      rungs {
        rung
        provenByA
        share {
          count
          of
          bp
        }
      }
    }
  }
`);

export const ProgrammeRemoveDocument = graphql(`
  mutation ProgrammeRemove($input: ProgrammeRemoveInput!) {
    programmeRemove(input: $input) {
      ...EventDeskParts
      ...RefusalParts
    }
  }
`);

export const DelegateSaveDocument = graphql(`
  mutation DelegateSave($input: DelegateSaveInput!) {
    delegateSave(input: $input) {
      ... on Event {
        id
      }
      ...RefusalParts
    }
  }
`);

export const DelegateAttendedDocument = graphql(`
  mutation DelegateAttended($input: DelegateAttendedInput!) {
    delegateAttended(input: $input) {
      ... on Event {
        id
      }
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../../gql';

export const TripParts = graphql(`
  fragment TripParts on Trip {
    id
    number
    opener {
      id
      shortName
    }
    role
    standing
    state
    vehicle
    driverName
    driverPhone
    departsAt
    capacityKg
    bookedKg
    freeKg
    note
    cancelReason
    isDemo
    version
    stopCount
    members {
      org {
        id
        shortName
      }
      status
      reason
      weightKg
      onBoard
    }
    stops {
      id
      position
      kind
      placeName
      address
      expectedAt
      doneAt
      parts {
        seller {
          id
          shortName
        }
        weightKg
        state
      }
    }
    loads {
      id
      seller {
        id
        shortName
      }
      buyer {
        id
        shortName
      }
      orderId
      orderNumber
      locationId
      placeName
      weightKg
      state
      shipmentId
      shipmentNumber
      mayChange
    }
    sheetUrl
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const TripsDocument = graphql(`
  query Trips($after: String) {
    trips(first: 20, after: $after) {
      edges {
        node {
          id
          number
          opener {
            id
            shortName
          }
          state
          vehicle
          departsAt
          freeKg
          isDemo
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

export const TripDocument = graphql(`
  query Trip($id: ID!) {
    trip(id: $id) {
      ...TripParts
    }
  }
`);

export const TripCargoDocument = graphql(`
  query TripCargo {
    tripCargo {
      orderId
      orderNumber
      buyerName
      locationId
      placeName
      neededOn
      openKg
      otherLines
    }
  }
`);

export const OrderTripsDocument = graphql(`
  query OrderTrips($orderId: ID!) {
    orderTrips(orderId: $orderId) {
      tripId
      number
      vehicle
      driverName
      driverPhone
      departsAt
      placeName
      locationId
      weightKg
      expectedAt
    }
  }
`);

export const TripOpenDocument = graphql(`
  mutation TripOpen($input: TripOpenInput!) {
    tripOpen(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripInviteDocument = graphql(`
  mutation TripInvite($input: TripInviteInput!) {
    tripInvite(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripDropDocument = graphql(`
  mutation TripDrop($input: TripDropInput!) {
    tripDrop(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripArrangeDocument = graphql(`
  mutation TripArrange($input: TripArrangeInput!) {
    tripArrange(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripCancelDocument = graphql(`
  mutation TripCancel($input: TripCancelInput!) {
    tripCancel(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripAnswerDocument = graphql(`
  mutation TripAnswer($input: TripAnswerInput!) {
    tripAnswer(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripLoadPutDocument = graphql(`
  mutation TripLoadPut($input: TripLoadPutInput!) {
    tripLoadPut(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

export const TripLoadRemoveDocument = graphql(`
  mutation TripLoadRemove($input: TripLoadRemoveInput!) {
    tripLoadRemove(input: $input) {
      ... on Trip {
        ...TripParts
      }
      ...RefusalParts
    }
  }
`);

/** What of the cache any change of a trip makes old. */
export const AFTER_TRIP = ['trips', 'orderTrips', 'workItems'];

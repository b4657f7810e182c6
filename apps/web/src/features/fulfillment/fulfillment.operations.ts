import { graphql } from '../../gql';

export const ShipmentParts = graphql(`
  fragment ShipmentParts on Shipment {
    id
    number
    status
    orderId
    orderNumber
    seller {
      id
      name
      shortName
      isDemo
    }
    buyer {
      id
      name
      shortName
    }
    dispatchedAt
    expectedOn
    vehicle
    driverName
    driverPhone
    note
    lines {
      id
      lineNo
      description
      baseUnit
      packName
      packSize
      qty
      lotCode
    }
    receipt {
      id
      number
      receivedAt
      receivedByName
      note
      lines {
        id
        shipmentLineId
        acceptedQty
        rejectedQty
        missingQty
        rejectReason
        note
      }
    }
    deliveryNoteUrl
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const ShipmentDocument = graphql(`
  query Shipment($id: ID!) {
    shipment(id: $id) {
      ...ShipmentParts
    }
  }
`);

export const NoteOrderDocument = graphql(`
  query NoteOrder($id: ID!) {
    order(id: $id) {
      id
      buyerPoNo
      deliveryPlace
      isDemo
      contract {
        id
        number
      }
    }
  }
`);

export const BecameDueDocument = graphql(`
  query BecameDue($orderId: ID!) {
    order(id: $orderId) {
      id
      paymentRequests {
        id
        number
        total
        dueOn
        issuedAt
      }
    }
  }
`);

export const DispatchOrderDocument = graphql(`
  query DispatchOrder($id: ID!) {
    order(id: $id) {
      id
      number
      version
      requestedOn
      deliveryPlace
      isDemo
      buyer {
        id
        shortName
      }
      availableActions {
        action
        allowed
        reason
      }
      lines {
        id
        lineNo
        description
        baseUnit
        packName
        packSize
        confirmedQty
        dispatchedQty
        promisedOn
      }
    }
  }
`);

export const ShipmentDispatchDocument = graphql(`
  mutation ShipmentDispatch($input: ShipmentDispatchInput!) {
    shipmentDispatch(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const ReceiptPostDocument = graphql(`
  mutation ReceiptPost($input: ReceiptPostInput!) {
    receiptPost(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const DispatchLotsDocument = graphql(`
  query DispatchLots($orderId: ID!, $expectedOn: LocalDate!) {
    dispatchLots(orderId: $orderId, expectedOn: $expectedOn) {
      orderLineId
      picks {
        lotCode
        qty
        available
        expiresOn
      }
      others {
        lotCode
        qty
        available
        expiresOn
      }
      leftOut {
        lotCode
        reason
      }
      short
    }
  }
`);

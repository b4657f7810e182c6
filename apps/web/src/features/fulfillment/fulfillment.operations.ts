import { graphql } from '../../gql';

export const ShipmentParts = graphql(`
  fragment ShipmentParts on Shipment {
    stamps {
      ...AssistedStampParts
    }
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
    trip {
      id
      number
      position
      stopCount
      placeName
      expectedAt
      others {
        id
        number
        sellerName
        waits
      }
    }
    lines {
      id
      lineNo
      description
      baseUnit
      packName
      packSize
      qty
      lotCode
      expiresOn
      minLifeDays
      gradeName
      gradeSpec {
        measure
        operator
        value
        valueTo
        unit
        text
      }
      outOfGradeBp
      toleranceBp
      catchWeight
      tareWeight
      lifeWaiver {
        id
        reason
        validUntil
        decidedByName
      }
    }
    receipt {
      id
      number
      receivedAt
      receivedByName
      source
      state
      disputeUntil
      countedAt
      dispute {
        status
        reason
        openedAt
        openedByName
        answer
        answeredAt
      }
      note
      lines {
        id
        shipmentLineId
        deliveredQty
        acceptedQty
        rejectedQty
        missingQty
        rejectReason
        note
        inspection {
          samples
          outOfGrade
          outOfGradeBp
          allowedBp
          keepsGrade
          proposedRejected
          followed
          measures {
            spec {
              measure
              operator
              value
              valueTo
              unit
              text
            }
            measured
            failed
          }
        }
        photos {
          id
          url
        }
        claimUntil
        claimableQty
      }
    }
    voidedReceipts {
      id
      number
      source
      receivedAt
      voidedAt
      voidedByName
      voidReason
    }
    arrivedAt
    autoReceiptAt
    proof {
      receiverName
      signatureUrl
      photos {
        id
        url
      }
      note
      signedAt
      recordedAt
      recordedByName
    }
    backGoods {
      sourceId
      sourceType
      description
      lotCode
      baseUnit
      qty
      openQty
    }
    claims {
      id
      number
      status
      mover
      answerOverdue
    }
    labelsUrl
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

export const DeliveriesDocument = graphql(`
  query Deliveries {
    deliveries {
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
        lifeWaived
      }
      others {
        lotCode
        qty
        available
        expiresOn
        lifeWaived
      }
      leftOut {
        lotCode
        reason
        waivable
        waiver
      }
      short
    }
  }
`);

export const LifeWaiverAskDocument = graphql(`
  mutation LifeWaiverAsk($input: LifeWaiverAskInput!) {
    lifeWaiverAsk(input: $input) {
      ... on LifeWaiver {
        id
        status
      }
      ...RefusalParts
    }
  }
`);

export const DefectReasonsDocument = graphql(`
  query DefectReasons {
    defectReasons {
      code
      name
      atReceipt
      atClaim
      needsPhoto
    }
  }
`);

export const ReceiptVoidDocument = graphql(`
  mutation ReceiptVoid($input: ReceiptActionInput!) {
    receiptVoid(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const ReceiptDisputeDocument = graphql(`
  mutation ReceiptDispute($input: ReceiptActionInput!) {
    receiptDispute(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const ReceiptDisputeAnswerDocument = graphql(`
  mutation ReceiptDisputeAnswer($input: ReceiptActionInput!) {
    receiptDisputeAnswer(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const ReceiptDisputeWithdrawDocument = graphql(`
  mutation ReceiptDisputeWithdraw($input: ReceiptActionInput!) {
    receiptDisputeWithdraw(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const GoodsSettleDocument = graphql(`
  mutation GoodsSettle($input: GoodsSettleInput!) {
    goodsSettle(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

export const DeliveryProofDocument = graphql(`
  mutation RecordDeliveryProof($input: DeliveryProofInput!) {
    deliveryProof(input: $input) {
      ... on Shipment {
        ...ShipmentParts
      }
      ...RefusalParts
    }
  }
`);

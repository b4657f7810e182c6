import { graphql } from '../../gql';

export const PaymentRequestsDocument = graphql(`
  query PaymentRequests($filter: PaymentRequestFilter, $first: Int, $after: String) {
    paymentRequests(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          number
          orderNumber
          status
          total
          owed
          paidAmount
          dueOn
          overdue
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

export const BillingNoteParts = graphql(`
  fragment BillingNoteParts on BillingNote {
    id
    number
    kind
    state
    source
    total
    reason
    symbol
    invoiceNumber
    declineReason
    writtenAt
    lines {
      description
      netAmount
    }
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const PaymentRequestParts = graphql(`
  fragment PaymentRequestParts on PaymentRequest {
    id
    number
    reference
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
    status
    netAmount
    vatAmount
    total
    notedAmount
    owed
    paidAmount
    termsBase
    baseDate
    dueOn
    overdue
    issuedAt
    totalInWords
    lines {
      id
      lineNo
      invoicedQty
      notedAmount
      description
      baseUnit
      acceptedQty
      unitPrice
      amount
      vatCode
      vatAmount
    }
    bankName
    bankAccountNo
    bankAccountName
    vietQrSvgUrl
    documentUrl
    payments {
      id
      method
      status
      amount
      paidOn
      bankReference
      declaredAt
      confirmedAt
      denyReason
      refunded
      released
    }
    notes {
      ...BillingNoteParts
    }
    invoices {
      id
      state
      symbol
      number
      issuedOn
      total
    }
    cardPayment {
      state
      url
      amount
      refunded
      disputed
      startedAt
    }
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const PaymentRequestDocument = graphql(`
  query PaymentRequest($id: ID!) {
    paymentRequest(id: $id) {
      ...PaymentRequestParts
    }
  }
`);

export const PaymentDeclareDocument = graphql(`
  mutation PaymentDeclare($input: PaymentDeclareInput!) {
    paymentDeclare(input: $input) {
      ... on PaymentRequest {
        ...PaymentRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const PaymentConfirmDocument = graphql(`
  mutation PaymentConfirm($input: PaymentAnswerInput!) {
    paymentConfirm(input: $input) {
      ... on PaymentRequest {
        ...PaymentRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const PaymentDenyDocument = graphql(`
  mutation PaymentDeny($input: PaymentAnswerInput!) {
    paymentDeny(input: $input) {
      ... on PaymentRequest {
        ...PaymentRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const CardPaymentStartDocument = graphql(`
  mutation CardPaymentStart($input: CardPaymentStartInput!) {
    cardPaymentStart(input: $input) {
      ... on PaymentRequest {
        ...PaymentRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const CardPaymentCancelDocument = graphql(`
  mutation CardPaymentCancel($input: CardPaymentCancelInput!) {
    cardPaymentCancel(input: $input) {
      ... on PaymentRequest {
        ...PaymentRequestParts
      }
      ...RefusalParts
    }
  }
`);

export const CardRefundDocument = graphql(`
  mutation CardRefund($input: CardRefundInput!) {
    cardRefund(input: $input) {
      ... on PaymentRequest {
        ...PaymentRequestParts
      }
      ...RefusalParts
    }
  }
`);

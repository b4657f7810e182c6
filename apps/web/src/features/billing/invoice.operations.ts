import { graphql } from '../../gql';

export const InvoicesDocument = graphql(`
  query Invoices($filter: InvoiceFilter, $first: Int, $after: String) {
    invoices(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          symbol
          number
          issuedOn
          state
          total
          requestOwed
          requestPaid
          requestNumber
          dueOn
          overdue
          seller {
            id
            shortName
            isDemo
          }
          buyer {
            id
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

export const InvoiceParts = graphql(`
  fragment InvoiceParts on Invoice {
    id
    paymentRequestId
    requestNumber
    orderId
    orderNumber
    receiptNumber
    receivedOn
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
    state
    symbol
    number
    lookupCode
    authorityCode
    issuedOn
    netAmount
    vatAmount
    total
    requestOwed
    requestPaid
    dueOn
    overdue
    differences {
      field
      lineNo
      expected
      actual
      tolerated
    }
    lines {
      id
      lineNo
      description
      baseUnit
      qty
      unitPrice
      amount
      vatCode
    }
    replacesId
    replacedById
    xmlUrl
    recordedAt
    decidedAt
    decisionReason
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const InvoiceDocument = graphql(`
  query Invoice($id: ID!) {
    invoice(id: $id) {
      ...InvoiceParts
    }
  }
`);

export const InvoiceRecordDocument = graphql(`
  mutation InvoiceRecord($input: InvoiceRecordInput!) {
    invoiceRecord(input: $input) {
      ... on Invoice {
        ...InvoiceParts
      }
      ...RefusalParts
    }
  }
`);

export const InvoiceApproveDocument = graphql(`
  mutation InvoiceApprove($input: InvoiceDecideInput!) {
    invoiceApprove(input: $input) {
      ... on Invoice {
        ...InvoiceParts
      }
      ...RefusalParts
    }
  }
`);

export const InvoiceReturnDocument = graphql(`
  mutation InvoiceReturn($input: InvoiceDecideInput!) {
    invoiceReturn(input: $input) {
      ... on Invoice {
        ...InvoiceParts
      }
      ...RefusalParts
    }
  }
`);

export const NoteIssueDocument = graphql(`
  mutation NoteIssue($input: NoteIssueInput!) {
    noteIssue(input: $input) {
      ... on BillingNote {
        ...BillingNoteParts
      }
      ...RefusalParts
    }
  }
`);

export const NoteAcceptDocument = graphql(`
  mutation NoteAccept($input: NoteAnswerInput!) {
    noteAccept(input: $input) {
      ... on BillingNote {
        ...BillingNoteParts
      }
      ...RefusalParts
    }
  }
`);

export const NoteDeclineDocument = graphql(`
  mutation NoteDecline($input: NoteAnswerInput!) {
    noteDecline(input: $input) {
      ... on BillingNote {
        ...BillingNoteParts
      }
      ...RefusalParts
    }
  }
`);

export const NoteWithdrawDocument = graphql(`
  mutation NoteWithdraw($input: NoteAnswerInput!) {
    noteWithdraw(input: $input) {
      ... on BillingNote {
        ...BillingNoteParts
      }
      ...RefusalParts
    }
  }
`);

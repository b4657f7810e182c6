import { graphql } from '../../gql';

export const CreditAgreementsDocument = graphql(`
  query CreditAgreements($filter: CreditFilter, $first: Int, $after: String) {
    creditAgreements(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...CreditRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  fragment CreditRow on CreditSummary {
    id
    number
    registerNo
    eventTitle
    amount
    isAmountHidden
    isQuantified
    isSecured
    purpose
    signedOn
    status
    stage
    mover
    sinceOn
    dueOn
    daysLate
    isDemo
    bank {
      ...OrganizationParts
    }
    borrower {
      ...OrganizationParts
    }
  }
`);

export const CreditTotalsDocument = graphql(`
  query CreditTotals {
    creditTotals {
      agreements
      open
      late
      unsecured
      quantified
      withMoney
      amount
      disbursed
      rateBp
    }
  }
`);

export const CreditDocument = graphql(`
  query CreditPage($id: ID!) {
    creditAgreement(id: $id) {
      ...CreditAgreementParts
    }
  }
  fragment CreditAgreementParts on CreditAgreement {
    id
    number
    registerNo
    eventTitle
    amount
    isAmountHidden
    isQuantified
    isSecured
    purpose
    termMonths
    ratePrinciple
    signedOn
    status
    stage
    mover
    sinceOn
    dueOn
    daysLate
    limit
    disbursed
    endReason
    recordedSide
    recordedBy {
      ...OrganizationParts
    }
    bank {
      ...OrganizationParts
    }
    borrower {
      ...OrganizationParts
    }
    document {
      id
      name
    }
    steps {
      id
      step
      happenedOn
      amount
      reason
      note
      docNo
      at
      by {
        ...OrganizationParts
      }
      onBehalfOf {
        ...OrganizationParts
      }
    }
    disbursements {
      id
      amount
      paidOn
      docNo
      note
      isUndone
      by {
        ...OrganizationParts
      }
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

export const CreditRecordDocument = graphql(`
  mutation CreditRecord($input: CreditRecordInput!) {
    creditRecord(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditAttachDocument = graphql(`
  mutation CreditAttach($input: CreditAttachInput!) {
    creditAttach(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditConfirmDocument = graphql(`
  mutation CreditConfirm($input: CreditActInput!) {
    creditConfirm(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditFileDocument = graphql(`
  mutation CreditFile($input: CreditStepInput!) {
    creditFile(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditDecideDocument = graphql(`
  mutation CreditDecide($input: CreditDecideInput!) {
    creditDecide(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditDisburseDocument = graphql(`
  mutation CreditDisburse($input: CreditDisburseInput!) {
    creditDisburse(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditUndoDocument = graphql(`
  mutation CreditUndoDisbursement($input: CreditUndoInput!) {
    creditUndoDisbursement(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);
export const CreditEndDocument = graphql(`
  mutation CreditEnd($input: CreditEndInput!) {
    creditEnd(input: $input) {
      ...CreditAgreementParts
      ...RefusalParts
    }
  }
`);

/** What any step on a credit agreement makes old. */
export const AFTER_CREDIT = ['creditAgreements', 'creditTotals', 'workItems'];

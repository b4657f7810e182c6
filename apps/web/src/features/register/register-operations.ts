import { graphql } from '../../gql';

export const RegisterStartDocument = graphql(`
  query RegisterStart {
    events {
      id
      code
      title
      heldOn
    }
  }
`);

export const RegisterBatchesDocument = graphql(`
  query RegisterBatches($after: String) {
    registerBatches(first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          fileName
          status
          createdByName
          createdAt
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

export const RegisterPartsFragment = graphql(`
  fragment RegisterParts on RegisterBatch {
    id
    fileName
    status
    mode
    refusal
    returnReason
    createdByName
    createdAt
    submittedByName
    submittedAt
    approvedByName
    approvedAt
    committedAt
    revertUntil
    revertedAt
    matchesOpen
    version
    event {
      code
      title
    }
    sheets {
      sheet
      label
      title
      ignoredHeaders
      total
      creates
      updates
      same
      waiting
      held
      errors
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const RegisterBatchDocument = graphql(`
  query RegisterBatch($id: ID!) {
    registerBatch(id: $id) {
      ...RegisterParts
    }
  }
`);

export const RegisterMatchesDocument = graphql(`
  query RegisterMatches($id: ID!) {
    registerBatch(id: $id) {
      id
      version
      matches {
        id
        row
        code
        name
        taxCode
        basis
        decision
        orgId
        candidates {
          score
          taxCode
          address
          organization {
            id
            name
          }
        }
      }
    }
  }
`);

export const RegisterProblemsDocument = graphql(`
  query RegisterProblems($id: ID!, $after: String) {
    registerBatch(id: $id) {
      id
      problems(first: 20, after: $after) {
        totalCount
        edges {
          cursor
          node {
            sheet
            sheetTitle
            row
            cell
            key
            label
            code
            found
            message
            holds
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const RegisterDecideDocument = graphql(`
  mutation RegisterDecide($input: RegisterDecideInput!) {
    registerDecide(input: $input) {
      ...RegisterParts
      ...RefusalParts
    }
  }
`);

export const RegisterSubmitDocument = graphql(`
  mutation RegisterSubmit($input: RegisterSubmitInput!) {
    registerSubmit(input: $input) {
      ...RegisterParts
      ...RefusalParts
    }
  }
`);

export const RegisterApproveDocument = graphql(`
  mutation RegisterApprove($input: RegisterActionInput!) {
    registerApprove(input: $input) {
      ...RegisterParts
      ...RefusalParts
    }
  }
`);

export const RegisterReturnDocument = graphql(`
  mutation RegisterReturn($input: RegisterReturnInput!) {
    registerReturn(input: $input) {
      ...RegisterParts
      ...RefusalParts
    }
  }
`);

export const RegisterWithdrawDocument = graphql(`
  mutation RegisterWithdraw($input: RegisterActionInput!) {
    registerWithdraw(input: $input) {
      ...RegisterParts
      ...RefusalParts
    }
  }
`);

export const RegisterRevertDocument = graphql(`
  mutation RegisterRevert($input: RegisterActionInput!) {
    registerRevert(input: $input) {
      ...RegisterParts
      ...RefusalParts
    }
  }
`);

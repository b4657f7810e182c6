import { graphql } from '../../gql';

export const ImportKindsDocument = graphql(`
  query ImportKinds {
    importKinds {
      kind
      label
    }
  }
`);

export const ImportsDocument = graphql(`
  query Imports($after: String) {
    imports(first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          kind
          fileName
          status
          rowsTotal
          createdAt
          createdByName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ImportPartsFragment = graphql(`
  fragment ImportParts on ImportBatch {
    id
    kind
    fileName
    status
    rowsTotal
    rowsDone
    toCreate
    toUpdate
    toSkip
    withErrors
    cancelAsked
    refusal
    missing
    createdAt
    committedAt
    undoUntil
    version
    headers {
      letter
      header
      sample
      column
    }
    columns {
      key
      label
      isRequired
      help
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const ImportBatchDocument = graphql(`
  query ImportBatch($id: ID!) {
    importBatch(id: $id) {
      ...ImportParts
    }
  }
`);

export const ImportProblemsDocument = graphql(`
  query ImportProblems($id: ID!, $after: String) {
    importBatch(id: $id) {
      id
      problemGroups {
        code
        column
        label
        message
        count
        cells
      }
      rows(outcome: ERROR, first: 20, after: $after) {
        totalCount
        edges {
          cursor
          node {
            row
            key
            problems {
              label
              cell
              code
              found
              message
            }
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

export const ImportUndoDocument = graphql(`
  query ImportUndoResult($id: ID!) {
    importBatch(id: $id) {
      id
      undo {
        undone
        kept {
          row
          name
          reason
        }
      }
    }
  }
`);

export const ImportMatchDocument = graphql(`
  mutation ImportMatch($input: ImportMatchInput!) {
    importMatch(input: $input) {
      ...ImportParts
      ...RefusalParts
    }
  }
`);

export const ImportCommitDocument = graphql(`
  mutation ImportCommit($input: ImportCommitInput!) {
    importCommit(input: $input) {
      ...ImportParts
      ...RefusalParts
    }
  }
`);

export const ImportCancelDocument = graphql(`
  mutation ImportCancel($input: ImportActionInput!) {
    importCancel(input: $input) {
      ...ImportParts
      ...RefusalParts
    }
  }
`);

export const ImportRevertDocument = graphql(`
  mutation ImportRevert($input: ImportActionInput!) {
    importRevert(input: $input) {
      ...ImportParts
      ...RefusalParts
    }
  }
`);

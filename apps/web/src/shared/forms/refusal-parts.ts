import { graphql } from '../../gql';

/** Spread in every mutation whose answer is a union: `...RefusalParts`. */
export const RefusalParts = graphql(`
  fragment RefusalParts on DomainError {
    code
    message
    field
    ... on VersionConflict {
      currentVersion
    }
    ... on RowsRefused {
      rows {
        row
        field
        code
        message
        suggestion
      }
    }
  }
`);

import { graphql } from '../../gql';

export const ChecklistParts = graphql(`
  fragment Checklist on BuyerChecklist {
    id
    isTemplate
    version
    items {
      code
      evidence
      onlyGroups
      note
    }
  }
`);

export const ChecklistDocument = graphql(`
  query Checklist {
    requirementTypes {
      code
      name
      levels
      groups
      isUsual
      usualEvidence
    }
    myChecklist {
      ...Checklist
    }
  }
`);

export const ChecklistSaveDocument = graphql(`
  mutation ChecklistSave($input: ChecklistSaveInput!) {
    checklistSave(input: $input) {
      ...Checklist
      ...RefusalParts
    }
  }
`);

export const ReadinessTableDocument = graphql(`
  query ReadinessTable($sellerOrgId: ID, $after: String) {
    readinessTable(sellerOrgId: $sellerOrgId, first: 30, after: $after) {
      columns {
        code
        name
      }
      rows {
        product {
          id
          slug
          nameVi
        }
        seller {
          ...OrganizationParts
        }
        met
        required
        cells {
          code
          state
          nextMover
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

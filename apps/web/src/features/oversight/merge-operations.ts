import { graphql } from '../../gql';

export const DuplicateSideParts = graphql(`
  fragment DuplicateSideParts on DuplicateSide {
    organization {
      ...OrganizationRowParts
    }
    taxCode
    people
    locations
    certificates
  }
`);

export const DuplicatesDocument = graphql(`
  query OrganizationDuplicates {
    organizationDuplicates(first: 20) {
      duplicate {
        ...DuplicateSideParts
      }
      survivor {
        ...DuplicateSideParts
      }
      reason
      likeness
    }
  }
`);

export const MergeParts = graphql(`
  fragment MergeParts on OrganizationMerge {
    id
    duplicate {
      ...OrganizationRowParts
    }
    survivor {
      ...OrganizationRowParts
    }
    reason
    status
    proposedById
    proposedByName
    proposedAt
    decidedByName
    decidedAt
    decisionNote
    membersAdded
    version
  }
`);

export const MergesDocument = graphql(`
  query OrganizationMerges {
    organizationMerges(first: 20) {
      ...MergeParts
    }
  }
`);

export const MergeProposeDocument = graphql(`
  mutation MergePropose($input: MergeProposeInput!) {
    mergePropose(input: $input) {
      ...MergeParts
      ...RefusalParts
    }
  }
`);

export const MergeApproveDocument = graphql(`
  mutation MergeApprove($input: MergeDecideInput!) {
    mergeApprove(input: $input) {
      ...MergeParts
      ...RefusalParts
    }
  }
`);

export const MergeRefuseDocument = graphql(`
  mutation MergeRefuse($input: MergeDecideInput!) {
    mergeRefuse(input: $input) {
      ...MergeParts
      ...RefusalParts
    }
  }
`);

export const MergeWithdrawDocument = graphql(`
  mutation MergeWithdraw($input: MergeDecideInput!) {
    mergeWithdraw(input: $input) {
      ...MergeParts
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../gql';

export const OrganizationRowParts = graphql(`
  fragment OrganizationRowParts on OrganizationRow {
    id
    name
    shortName
    kind
    isDemo
    status
    statusReason
    statusAt
    verifiedAt
    communeName
  }
`);

export const OrganizationFilesDocument = graphql(`
  query OrganizationFiles($status: OrganizationStatus, $search: String, $after: String) {
    organizationFiles(status: $status, search: $search, first: 30, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...OrganizationRowParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const OrganizationFileParts = graphql(`
  fragment OrganizationFileParts on OrganizationFile {
    id
    ref {
      ...OrganizationParts
    }
    status
    statusReason
    statusAt
    verificationMethod
    verifiedAt
    verifiedByName
    taxCode
    registrationNo
    registeredOn
    legalRepresentative
    memberCount
    charterCapital
    phone
    email
    website
    communeName
    districtName
    address
    story
    bankName
    bankAccountNo
    bankAccountName
    mergedInto {
      ...OrganizationParts
    }
    people {
      id
      fullName
      roles
      email
      phone
    }
    history {
      at
      action
      personName
      organizationName
      reason
    }
    gaps
    availableActions {
      action
      allowed
    }
    version
  }
`);

export const OrganizationFileDocument = graphql(`
  query OrganizationFile($id: ID!) {
    organizationFile(id: $id) {
      ...OrganizationFileParts
    }
  }
`);

export const StandingParts = graphql(`
  fragment StandingParts on OrganizationStanding {
    id
    status
    version
  }
`);

export const SubmitForDocument = graphql(`
  mutation OrganizationSubmitFor($input: OrganizationStepInput!) {
    organizationSubmit(input: $input) {
      ...StandingParts
      ...RefusalParts
    }
  }
`);

export const VerifyOrganizationDocument = graphql(`
  mutation OrganizationVerify($input: OrganizationVerifyInput!) {
    organizationVerify(input: $input) {
      ...StandingParts
      ...RefusalParts
    }
  }
`);

export const ReturnOrganizationDocument = graphql(`
  mutation OrganizationReturn($input: OrganizationStepInput!) {
    organizationReturn(input: $input) {
      ...StandingParts
      ...RefusalParts
    }
  }
`);

export const SuspendOrganizationDocument = graphql(`
  mutation OrganizationSuspend($input: OrganizationStepInput!) {
    organizationSuspend(input: $input) {
      ...StandingParts
      ...RefusalParts
    }
  }
`);

export const RestoreOrganizationDocument = graphql(`
  mutation OrganizationRestore($input: OrganizationStepInput!) {
    organizationRestore(input: $input) {
      ...StandingParts
      ...RefusalParts
    }
  }
`);

export const CloseOrganizationDocument = graphql(`
  mutation OrganizationClose($input: OrganizationStepInput!) {
    organizationClose(input: $input) {
      ...StandingParts
      ...RefusalParts
    }
  }
`);

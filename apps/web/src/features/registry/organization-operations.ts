import { graphql } from '../../gql';

export const MyOrganizationParts = graphql(`
  fragment MyOrganizationParts on MyOrganization {
    id
    name
    shortName
    kind
    taxCode
    status
    statusReason
    statusAt
    verifiedAt
    mergedInto {
      id
      name
      slug
    }
    gaps
    gapsBeforeReview
    availableActions {
      action
      allowed
      reason
    }
    openFields
    registrationNo
    registeredOn
    legalRepresentative
    communeCode
    address
    phone
    email
    website
    story
    memberCount
    charterCapital
    bankBin
    bankName
    bankAccountNo
    bankAccountName
    bankHoldHours
    people {
      id
      fullName
      roles
      email
      phone
    }
    locations {
      ...LocationParts
    }
    certificates {
      ...CertificateRow
    }
    version
  }
`);

export const LocationParts = graphql(`
  fragment LocationParts on Location {
    id
    kind
    placeCode: code
    name
    address
    communeCode
    bannerName
    openingHours
    contactName
    contactPhone
    deactivatedAt
    version
  }
`);

export const MyOrganizationDocument = graphql(`
  query MyOrganization {
    myOrganization {
      ...MyOrganizationParts
    }
  }
`);

export const OrganizationUpdateDocument = graphql(`
  mutation OrganizationUpdate($input: OrganizationUpdateInput!) {
    organizationUpdate(input: $input) {
      ...MyOrganizationParts
      ...RefusalParts
    }
  }
`);

export const LocationAddDocument = graphql(`
  mutation LocationAdd($input: LocationAddInput!) {
    locationAdd(input: $input) {
      ...LocationParts
      ...RefusalParts
    }
  }
`);

export const LocationUpdateDocument = graphql(`
  mutation LocationUpdate($input: LocationUpdateInput!) {
    locationUpdate(input: $input) {
      ...LocationParts
      ...RefusalParts
    }
  }
`);

export const LocationDeactivateDocument = graphql(`
  mutation LocationDeactivate($input: LocationStepInput!) {
    locationDeactivate(input: $input) {
      ...LocationParts
      ...RefusalParts
    }
  }
`);

export const LocationReactivateDocument = graphql(`
  mutation LocationReactivate($input: LocationStepInput!) {
    locationReactivate(input: $input) {
      ...LocationParts
      ...RefusalParts
    }
  }
`);

export const OrganizationSubmitDocument = graphql(`
  mutation OrganizationSubmit($input: OrganizationStepInput!) {
    organizationSubmit(input: $input) {
      ... on OrganizationStanding {
        id
        status
        version
      }
      ...RefusalParts
    }
  }
`);

import { graphql } from '../../gql';

export const MyOrganizationParts = graphql(`
  fragment MyOrganizationParts on MyOrganization {
    id
    name
    shortName
    kind
    taxCode
    registrationNo
    legalRepresentative
    communeCode
    address
    phone
    story
    memberCount
    bankName
    bankAccountNo
    bankAccountName
    locations {
      id
      kind
      code
      name
      address
    }
    certificates {
      ...CertificateRow
    }
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
      ... on Location {
        id
        name
      }
      ...RefusalParts
    }
  }
`);

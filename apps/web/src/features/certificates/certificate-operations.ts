import { graphql } from '../../gql';

export const PaperParts = graphql(`
  fragment Paper on Certificate {
    ...CertificateRow
    score
    criteriaVersion
    decidedOn
    issuerLevel
    legalBasis
    daysLeft
    returnReason
    revokedOn
    revokeReason
    revokeFileUrl
    productName
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const MyCertificatesDocument = graphql(`
  query MyCertificates {
    myCertificates {
      ...Paper
    }
  }
`);

export const CertificateKindsDocument = graphql(`
  query CertificateKinds {
    certificateKinds {
      code
      name
      scope
      months
      isTermFixed
    }
    myProducts(first: 100) {
      edges {
        cursor
        node {
          id
          nameVi
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CertificateDeclareDocument = graphql(`
  mutation CertificateDeclare($input: CertificateDeclareInput!) {
    certificateDeclare(input: $input) {
      ...Paper
      ...RefusalParts
    }
  }
`);

export const CertificateCorrectDocument = graphql(`
  mutation CertificateCorrect($input: CertificateCorrectInput!) {
    certificateCorrect(input: $input) {
      ...Paper
      ...RefusalParts
    }
  }
`);

export const CertificateWithdrawDocument = graphql(`
  mutation CertificateWithdraw($input: CertificateActionInput!) {
    certificateWithdraw(input: $input) {
      ...Paper
      ...RefusalParts
    }
  }
`);

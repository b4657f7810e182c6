import { graphql } from '../../gql';

export const DemandPostsDocument = graphql(`
  query DemandPosts($filter: DemandFilter, $first: Int, $after: String) {
    demandPosts(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...DemandRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  fragment DemandRow on DemandSummary {
    id
    number
    title
    status
    mine
    buyer {
      ...OrganizationParts
    }
    baseUnit
    weeklyQty
    periodFrom
    periodTo
    openUntil
    isDemo
    answerCount
    ownAnswer {
      id
      weeklyQty
      withdrawnAt
    }
  }
`);

export const DemandPostDocument = graphql(`
  query DemandPost($id: ID!) {
    demandPost(id: $id) {
      ...DemandParts
    }
  }
  fragment DemandParts on DemandPost {
    id
    number
    title
    status
    mine
    buyer {
      ...OrganizationParts
    }
    productName
    productGroup
    spec
    baseUnit
    weeklyQty
    periodFrom
    periodTo
    basis
    deliveryPlace
    deliveryLocationId
    certificateKinds
    visibility
    openUntil
    note
    closeReason
    isDemo
    version
    ceilingPrice
    chosen {
      ...OrganizationParts
    }
    answers {
      ...DemandAnswerParts
    }
    ownAnswer {
      ...DemandAnswerParts
    }
    availableActions {
      action
      allowed
      reason
    }
  }
  fragment DemandAnswerParts on DemandAnswer {
    id
    seller {
      ...OrganizationParts
    }
    product {
      id
      slug
      nameVi
    }
    weeklyQty
    note
    answeredAt
    withdrawnAt
    version
  }
`);

export const DemandChoicesDocument = graphql(`
  query DemandChoices {
    certificateKinds {
      code
      name
    }
    myOrganization {
      id
      locations {
        id
        name
        address
        deactivatedAt
      }
    }
  }
`);

export const DemandKindsDocument = graphql(`
  query DemandKinds {
    certificateKinds {
      code
      name
    }
  }
`);

export const DemandSuggestionsDocument = graphql(`
  query DemandSuggestions($id: ID!) {
    demandSuggestions(demandId: $id) {
      id
      seller {
        ...OrganizationParts
      }
      product {
        id
        slug
        nameVi
      }
      score
      unknown
      missing
      parts {
        part
        weight
        value
        reason
      }
    }
  }
`);

export const DemandSaveDocument = graphql(`
  mutation DemandSave($input: DemandSaveInput!) {
    demandSave(input: $input) {
      ...DemandParts
      ...RefusalParts
    }
  }
`);

export const DemandPublishDocument = graphql(`
  mutation DemandPublish($input: DemandActionInput!) {
    demandPublish(input: $input) {
      ...DemandParts
      ...RefusalParts
    }
  }
`);

export const DemandCloseDocument = graphql(`
  mutation DemandClose($input: DemandActionInput!) {
    demandClose(input: $input) {
      ...DemandParts
      ...RefusalParts
    }
  }
`);

export const DemandAnswerDocument = graphql(`
  mutation DemandAnswerSend($input: DemandAnswerInput!) {
    demandAnswer(input: $input) {
      ...DemandParts
      ...RefusalParts
    }
  }
`);

export const DemandWithdrawDocument = graphql(`
  mutation DemandWithdraw($input: DemandActionInput!) {
    demandWithdraw(input: $input) {
      ...DemandParts
      ...RefusalParts
    }
  }
`);

export const OwnProductsDocument = graphql(`
  query DemandOwnProducts {
    myProducts(first: 100, status: PUBLISHED) {
      edges {
        node {
          id
          nameVi
        }
      }
    }
  }
`);

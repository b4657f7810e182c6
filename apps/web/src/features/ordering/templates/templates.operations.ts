import { graphql } from '../../../gql';

export const OrderTemplatesDocument = graphql(`
  query OrderTemplates($search: String, $after: String) {
    orderTemplates(search: $search, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          name
          sellers
          sellerCount
          lineCount
          contract {
            id
            number
          }
          savedByName
          savedAt
          isDemo
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const OrderTemplateParts = graphql(`
  fragment OrderTemplateParts on OrderTemplate {
    id
    name
    sellers
    sellerCount
    lineCount
    contract {
      id
      number
    }
    savedByName
    savedAt
    isDemo
    deliveryLocationId
    deliveryPlace
    note
    total
    gone
    version
    lines {
      sellerOrgId
      seller
      productId
      contractLineId
      gradeId
      packId
      description
      packName
      unit
      qty
      deliveryLocationId
      placeName
      windowFrom
      windowTo
      costCenter
      standing
      unitPrice
      amount
    }
  }
`);

export const OrderTemplateDocument = graphql(`
  query OrderTemplate($id: ID!) {
    orderTemplate(id: $id) {
      ...OrderTemplateParts
    }
  }
`);

export const OrderTemplateSaveDocument = graphql(`
  mutation OrderTemplateSave($input: OrderTemplateSaveInput!) {
    orderTemplateSave(input: $input) {
      ... on OrderTemplate {
        ...OrderTemplateParts
      }
      ...RefusalParts
    }
  }
`);

export const OrderTemplateRemoveDocument = graphql(`
  mutation OrderTemplateRemove($input: OrderTemplateRemoveInput!) {
    orderTemplateRemove(input: $input) {
      ... on Removed {
        id
      }
      ...RefusalParts
    }
  }
`);

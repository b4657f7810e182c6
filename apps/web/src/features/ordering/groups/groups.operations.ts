import { graphql } from '../../../gql';

export const OrderGroupsDocument = graphql(`
  query OrderGroups($search: String, $after: String) {
    orderGroups(search: $search, first: 30, after: $after) {
      edges {
        cursor
        node {
          id
          number
          buyerPoNo
          placedAt
          requestedOn
          orderCount
          lineCount
          waiting
          ended
          orderedTotal
          confirmedTotal
          acceptedTotal
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

export const OrderGroupDocument = graphql(`
  query OrderGroup($id: ID!) {
    orderGroup(id: $id) {
      id
      number
      buyerPoNo
      note
      placedAt
      placedByName
      requestedOn
      orderCount
      lineCount
      waiting
      ended
      orderedTotal
      confirmedTotal
      acceptedTotal
      isDemo
      orders {
        id
        number
        status
        buyer {
          id
          name
          shortName
        }
        seller {
          id
          name
          shortName
        }
        contractNumber
        requestedOn
        lineCount
        orderedTotal
        acceptedTotal
        ackDueAt
        ackOverdue
        isDemo
      }
    }
  }
`);

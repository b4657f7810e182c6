import { graphql } from '../../../gql';

export const DeliveryRoutesDocument = graphql(`
  query DeliveryRoutes {
    deliveryRoutes {
      id
      name
      isGeneral
      weekdays
      cutoffDays
      cutoffTime
      runsOnHolidays
      minOrderValue
      stops {
        locationId
        name
        buyerName
      }
      version
    }
    deliveryRoutePlaces {
      locationId
      name
      buyerName
    }
  }
`);

export const DeliveryRouteSaveDocument = graphql(`
  mutation DeliveryRouteSave($input: DeliveryRouteSaveInput!) {
    deliveryRouteSave(input: $input) {
      ... on DeliveryRoute {
        id
      }
      ...RefusalParts
    }
  }
`);

export const DeliveryRouteRetireDocument = graphql(`
  mutation DeliveryRouteRetire($input: DeliveryRouteRetireInput!) {
    deliveryRouteRetire(input: $input) {
      ... on DeliveryRoute {
        id
      }
      ...RefusalParts
    }
  }
`);

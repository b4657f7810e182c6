import { graphql } from '../../gql';

export const SupplyRowParts = graphql(`
  fragment SupplyRow on ProductSupply {
    ...SupplyStripParts
    windows {
      from
      to
      weeklyQty
    }
    stockKept
    supplyVisibility
    onHand
    reserved
    shortfall
    shelfLifeDays
    accuracy {
      wapeBp
      weeks
      weeksWithout
    }
  }
`);

export const StockLotRow = graphql(`
  fragment StockLotRow on StockLot {
    id
    code
    product {
      id
      slug
      nameVi
      baseUnit
    }
    harvestedOn
    expiresOn
    daysLeft
    state
    onHand
    reserved
    free
    isDemo
  }
`);

export const StockLotParts = graphql(`
  fragment StockLotParts on StockLot {
    ...StockLotRow
    tracePath
    qrUrl
    gradeName
    locationName
    origin
    goodFrom
    initialQty
    note
    entries {
      id
      kind
      onHand
      reserved
      at
      byName
      reason
      note
      orderId
      shipmentId
      isReversed
      canUndo
    }
    stages {
      id
      stage
      place
      on
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const SupplyBoardDocument = graphql(`
  query SupplyBoard {
    supplyBoard(weeks: 12) {
      ...SupplyRow
    }
  }
`);

export const SupplyProductDocument = graphql(`
  query SupplyProduct($productId: ID!) {
    productSupply(productId: $productId, weeks: 12) {
      ...SupplyRow
    }
  }
`);

export const StockLotsDocument = graphql(`
  query StockLots($productId: ID, $withEmpty: Boolean, $after: String) {
    stockLots(productId: $productId, withEmpty: $withEmpty, first: 20, after: $after) {
      edges {
        node {
          ...StockLotRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const StockLotDocument = graphql(`
  query StockLot($id: ID!) {
    stockLot(id: $id) {
      ...StockLotParts
    }
  }
`);

export const LotTraceDocument = graphql(`
  query LotTrace($code: String!) {
    lotTrace(code: $code) {
      traceCode
      lotCode
      product {
        id
        slug
        nameVi
        baseUnit
      }
      photoUrl
      gtin
      gradeName
      cooperativeName
      cooperativeSlug
      cooperativeAddress
      origin
      harvestedOn
      expiresOn
      shelfLifeDays
      storage
      standards
      stages {
        stage
        place
        placeCode
        on
      }
      isDemo
    }
  }
`);

export const HarvestRecordDocument = graphql(`
  mutation HarvestRecord($input: HarvestRecordInput!) {
    harvestRecord(input: $input) {
      ... on StockLot {
        ...StockLotParts
      }
      ...RefusalParts
    }
  }
`);

export const StockLossDocument = graphql(`
  mutation StockLoss($input: StockLossInput!) {
    stockLoss(input: $input) {
      ... on StockLot {
        ...StockLotParts
      }
      ...RefusalParts
    }
  }
`);

export const StockCountDocument = graphql(`
  mutation StockCount($input: StockCountInput!) {
    stockCount(input: $input) {
      ... on StockLot {
        ...StockLotParts
      }
      ...RefusalParts
    }
  }
`);

export const StockUndoDocument = graphql(`
  mutation StockUndo($input: StockUndoInput!) {
    stockUndo(input: $input) {
      ... on StockLot {
        ...StockLotParts
      }
      ...RefusalParts
    }
  }
`);

export const LotStageAddDocument = graphql(`
  mutation LotStageAdd($input: LotStageAddInput!) {
    lotStageAdd(input: $input) {
      ... on StockLot {
        ...StockLotParts
      }
      ...RefusalParts
    }
  }
`);

export const ForecastRecordDocument = graphql(`
  mutation ForecastRecord($input: ForecastRecordInput!) {
    forecastRecord(input: $input) {
      ... on ProductSupply {
        ...SupplyRow
      }
      ...RefusalParts
    }
  }
`);

export const HarvestCalendarSaveDocument = graphql(`
  mutation HarvestCalendarSave($input: HarvestCalendarSaveInput!) {
    harvestCalendarSave(input: $input) {
      ... on ProductSupply {
        ...SupplyRow
      }
      ...RefusalParts
    }
  }
`);

export const StockKeepingSetDocument = graphql(`
  mutation StockKeepingSet($input: StockKeepingSetInput!) {
    stockKeepingSet(input: $input) {
      ... on ProductSupply {
        ...SupplyRow
      }
      ...RefusalParts
    }
  }
`);

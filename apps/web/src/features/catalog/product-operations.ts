import { graphql } from '../../gql';

export const ProductForEdit = graphql(`
  fragment ProductForEdit on Product {
    stamps {
      ...AssistedStampParts
    }
    id
    slug
    nameVi
    nameEn
    group
    description
    baseUnit
    netContent
    harvestMonths
    shelfLifeDays
    storage
    vatClass
    priceVisibility
    status
    returnReason
    photos {
      id
      fileId
      url
      altVi
    }
    subgroup
    storageTempMin
    storageTempMax
    minRemainingDays
    origin
    originCommuneCode
    story
    traceabilityUrl
    hsCode
    isDemo
    grades {
      ...GradeRow
    }
    packs {
      ...PackRow
    }
    change {
      id
      status
      fields
      reason
      version
      requestedAt
      after {
        nameVi
        nameEn
        group
        subgroup
        description
        story
        origin
        originCommuneCode
        traceabilityUrl
        photoFileId
        photoUrl
        grades {
          code
          name
          spec {
            ...SpecParts
          }
        }
      }
    }
    priceTiers {
      minQty
      unitPrice
      basis
      validFrom
    }
    version
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const SpecParts = graphql(`
  fragment SpecParts on GradeSpec {
    measure
    operator
    value
    valueTo
    unit
    text
  }
`);

export const GradeRow = graphql(`
  fragment GradeRow on Grade {
    id
    code
    name
    spec {
      ...SpecParts
    }
  }
`);

export const PackRow = graphql(`
  fragment PackRow on Pack {
    id
    gradeId
    name
    level
    innerPackId
    sizeBase
    moqPacks
    gtin
    netWeight
    tareWeight
    catchWeight
    weightToleranceBp
  }
`);

export const ProductByIdDocument = graphql(`
  query ProductById($id: ID!) {
    productById(id: $id) {
      ...ProductForEdit
    }
  }
`);

export const ProductCreateDocument = graphql(`
  mutation ProductCreate($input: ProductCreateInput!) {
    productCreate(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductUpdateDocument = graphql(`
  mutation ProductUpdate($input: ProductUpdateInput!) {
    productUpdate(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductSubmitDocument = graphql(`
  mutation ProductSubmit($input: ProductActionInput!) {
    productSubmit(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductPauseDocument = graphql(`
  mutation ProductPause($input: ProductActionInput!) {
    productPause(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductResumeDocument = graphql(`
  mutation ProductResume($input: ProductActionInput!) {
    productResume(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductArchiveDocument = graphql(`
  mutation ProductArchive($input: ProductActionInput!) {
    productArchive(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductGradesSetDocument = graphql(`
  mutation ProductGradesSet($input: ProductGradesSetInput!) {
    productGradesSet(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductPacksSetDocument = graphql(`
  mutation ProductPacksSet($input: ProductPacksSetInput!) {
    productPacksSet(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

export const ProductChangeWithdrawDocument = graphql(`
  mutation ProductChangeWithdraw($input: ProductChangeActionInput!) {
    productChangeWithdraw(input: $input) {
      ...ProductForEdit
      ...RefusalParts
    }
  }
`);

/** What a change of a product makes old in the cache. */
export const productLists = ['myProducts', 'catalog', 'catalogFacets', 'product', 'workItems'];

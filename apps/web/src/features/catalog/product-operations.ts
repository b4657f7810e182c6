import { graphql } from '../../gql';

export const ProductForEdit = graphql(`
  fragment ProductForEdit on Product {
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
    photoUrl
    isDemo
    packs {
      id
      name
      sizeBase
      moqPacks
      gtin
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

/** What a change of a product makes old in the cache. */
export const productLists = ['myProducts', 'catalog', 'catalogFacets', 'product', 'workItems'];

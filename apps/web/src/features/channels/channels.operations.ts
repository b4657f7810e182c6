import { graphql } from '../../gql';

export const MyChannelsDocument = graphql(`
  query MyChannels($productId: ID) {
    myChannels(productId: $productId) {
      ...ChannelParts
    }
    channelPlatforms {
      code
      name
    }
    myProducts(first: 100) {
      edges {
        node {
          id
          nameVi
        }
      }
    }
  }
  fragment ChannelParts on ChannelListing {
    id
    productId
    productName
    baseUnit
    cooperative {
      ...OrganizationParts
    }
    platform {
      code
      name
    }
    url
    state
    lastCheckedOn
    lastCheckedBy
    lastCheckNote
    movedAt
    stalledDays
    steps {
      code
      text
      doneAt
    }
    sales {
      month
      qty
      note
    }
    calls {
      id
      note
      calledBy
      calledAt
    }
    actions
    isDemo
    version
  }
`);

export const ChannelAddDocument = graphql(`
  mutation ChannelAdd($input: ChannelAddInput!) {
    channelAdd(input: $input) {
      ...ChannelParts
      ...RefusalParts
    }
  }
`);

export const ChannelChangeDocument = graphql(`
  mutation ChannelChange($input: ChannelChangeInput!) {
    channelChange(input: $input) {
      ...ChannelParts
      ...RefusalParts
    }
  }
`);

export const ChannelStepDocument = graphql(`
  mutation ChannelStep($input: ChannelStepInput!) {
    channelStepTick(input: $input) {
      ...ChannelParts
      ...RefusalParts
    }
  }
`);

export const ChannelCheckDocument = graphql(`
  mutation ChannelCheckSave($input: ChannelCheckInput!) {
    channelCheck(input: $input) {
      ...ChannelParts
      ...RefusalParts
    }
  }
`);

export const ChannelSaleDocument = graphql(`
  mutation ChannelSaleSave($input: ChannelSaleInput!) {
    channelSaleRecord(input: $input) {
      ...ChannelParts
      ...RefusalParts
    }
  }
`);

export const ChannelCallDocument = graphql(`
  mutation ChannelCallSave($input: ChannelCallInput!) {
    channelCallNote(input: $input) {
      ...ChannelParts
      ...RefusalParts
    }
  }
`);

export const FollowUpsDocument = graphql(`
  query ChannelFollowUps($filter: ChannelFollowUpFilter, $first: Int, $after: String) {
    channelFollowUps(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...ChannelParts
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

export const PlatformsDocument = graphql(`
  query ChannelPlatforms {
    channelPlatforms {
      code
      name
    }
  }
`);

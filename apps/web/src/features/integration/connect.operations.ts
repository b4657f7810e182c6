import { graphql } from '../../gql';

export const ApiTokensDocument = graphql(`
  query ApiTokens {
    apiTokens {
      id
      name
      prefix
      scopes
      expiresOn
      createdAt
      createdByName
      lastUsedAt
      revokedAt
    }
  }
`);

export const ApiTokenCreateDocument = graphql(`
  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {
    apiTokenCreate(input: $input) {
      ... on ApiToken {
        id
        name
        prefix
        scopes
        expiresOn
        createdAt
        createdByName
        lastUsedAt
        revokedAt
        key
      }
      ...RefusalParts
    }
  }
`);

export const ApiTokenRevokeDocument = graphql(`
  mutation ApiTokenRevoke($input: ApiTokenRevokeInput!) {
    apiTokenRevoke(input: $input) {
      ... on ApiToken {
        id
        revokedAt
      }
      ...RefusalParts
    }
  }
`);

export const WebhooksDocument = graphql(`
  query Webhooks {
    webhookEvents
    webhooks {
      id
      url
      events
      createdAt
      endedAt
      waiting
      failed
    }
  }
`);

export const WebhookCreateDocument = graphql(`
  mutation WebhookCreate($input: WebhookCreateInput!) {
    webhookCreate(input: $input) {
      ... on Webhook {
        id
        url
        events
        createdAt
        endedAt
        waiting
        failed
        secret
      }
      ...RefusalParts
    }
  }
`);

export const WebhookEndDocument = graphql(`
  mutation WebhookEnd($input: WebhookActionInput!) {
    webhookEnd(input: $input) {
      ... on Webhook {
        id
        endedAt
      }
      ...RefusalParts
    }
  }
`);

export const WebhookDeliveriesDocument = graphql(`
  query WebhookDeliveries($first: Int, $after: String) {
    webhookDeliveries(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          url
          event
          state
          tries
          lastStatus
          lastError
          lastTriedAt
          nextTryAt
          createdAt
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

export const WebhookResendDocument = graphql(`
  mutation WebhookResend($input: WebhookActionInput!) {
    webhookResend(input: $input) {
      ... on WebhookDelivery {
        id
        state
        tries
      }
      ...RefusalParts
    }
  }
`);

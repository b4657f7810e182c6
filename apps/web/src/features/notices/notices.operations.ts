import { graphql } from '../../gql';

export const NotificationsDocument = graphql(`
  query Notifications($filter: NotificationFilter, $first: Int, $after: String) {
    notifications(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...NotificationParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  fragment NotificationParts on Notification {
    id
    group
    title
    text
    link
    urgent
    createdAt
    readAt
  }
`);

export const MarkReadDocument = graphql(`
  mutation NotificationsMarkRead($ids: [ID!]!) {
    notificationsMarkRead(ids: $ids)
  }
`);

export const MarkAllReadDocument = graphql(`
  mutation NotificationsMarkAllRead($until: Instant!, $group: NoticeGroup) {
    notificationsMarkAllRead(until: $until, group: $group)
  }
`);

export const NoticeSettingsDocument = graphql(`
  query NoticeSettings {
    noticeSettings {
      ...NoticeSettingsParts
    }
  }
  fragment NoticeSettingsParts on NoticeSettings {
    id
    email
    quietFrom
    quietTo
    digestAt
    groups {
      group
      way
      mandatory
    }
  }
`);

export const NoticeSettingsSaveDocument = graphql(`
  mutation NoticeSettingsSave($input: NoticeSettingsSaveInput!) {
    noticeSettingsSave(input: $input) {
      ...NoticeSettingsParts
      ...RefusalParts
    }
  }
`);

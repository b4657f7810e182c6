import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import type { NoticeGroup, NotificationPartsFragment } from '../../gql/graphql';
import { UnreadDocument } from '../../shared/session/unread';
import { MarkAllReadDocument, MarkReadDocument } from './notices.operations';

type Told = Pick<NotificationPartsFragment, 'id' | 'createdAt'>;

function showRead(client: ApolloClient, ids: readonly string[]) {
  const readAt = new Date().toISOString();
  for (const id of ids)
    client.cache.modify({
      id: client.cache.identify({ __typename: 'Notification', id }),
      fields: { readAt: (before: string | null) => before ?? readAt },
    });
}

const showUnread = (client: ApolloClient, count: number | undefined) => {
  if (count !== undefined)
    client.writeQuery({ query: UnreadDocument, data: { __typename: 'Query', unreadNotifications: count } });
};

/** Marks as read, on the screen at once and at the bell when the server has answered. */
export function useReading() {
  const client = useApolloClient();
  return {
    read: async (ids: readonly string[]) => {
      if (ids.length === 0) return;
      showRead(client, ids);
      const { data } = await client.mutate({ mutation: MarkReadDocument, variables: { ids: [...ids] } });
      showUnread(client, data?.notificationsMarkRead);
    },
    /** Only what stands on the screen: what arrives meanwhile stays unread. */
    readAll: async (shown: readonly Told[], group: NoticeGroup | null) => {
      const newest = shown.reduce((latest, { createdAt }) => (createdAt > latest ? createdAt : latest), '');
      if (!newest) return;
      const { data } = await client.mutate({ mutation: MarkAllReadDocument, variables: { until: newest, group } });
      showRead(
        client,
        shown.map(({ id }) => id),
      );
      showUnread(client, data?.notificationsMarkAllRead);
    },
  };
}

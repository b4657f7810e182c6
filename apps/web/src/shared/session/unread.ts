import { graphql } from '../../gql';

/** The bell's number; the page of notifications keeps it right after reading. */
export const UnreadDocument = graphql(`
  query Unread {
    unreadNotifications
  }
`);

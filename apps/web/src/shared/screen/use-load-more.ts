import { useState } from 'react';

interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

type FetchMore = (options: { variables: { after: string | null | undefined } }) => Promise<unknown>;

/** The rows of a connection and the way to the next page: `useLoadMore(data?.orders, fetchMore)`. */
export function useLoadMore<Node>(connection: Connection<Node> | undefined, fetchMore: FetchMore) {
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  return {
    items: connection?.edges.map((edge) => edge.node) ?? [],
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loading,
    failed,
    loadMore: () => {
      if (!connection || loading) return;
      setLoading(true);
      setFailed(false);
      fetchMore({ variables: { after: connection.pageInfo.endCursor } })
        .catch(() => setFailed(true))
        .finally(() => setLoading(false));
    },
  };
}

import { useMutation, useQuery } from '@apollo/client/react';
import { toast } from '@lienket/ui';
import { graphql } from '../../gql';
import { useText } from '../i18n/use-text';
import { useSession } from '../session/session';
import { visitorList } from './local-list';

export const ShortlistParts = graphql(`
  fragment ShortlistParts on Shortlist {
    id
    name
    changedAt
    items {
      productId
      productName
      note
      product {
        ...CatalogCard
      }
    }
  }
`);

export const ShortlistsDocument = graphql(`
  query Shortlists {
    shortlists {
      ...ShortlistParts
    }
  }
`);

export const ShortlistAddDocument = graphql(`
  mutation ShortlistAdd($input: ShortlistAddInput!) {
    shortlistAdd(input: $input) {
      ...ShortlistParts
      ...RefusalParts
    }
  }
`);

const ShortlistTakeOutDocument = graphql(`
  mutation ShortlistTakeOut($input: ShortlistItemInput!) {
    shortlistTakeOut(input: $input) {
      ...ShortlistParts
      ...RefusalParts
    }
  }
`);

/** What is kept: of the organization when signed in, else of this browser. */
export function useShortlist() {
  const t = useText();
  const { me } = useSession();
  const mine = visitorList.useIds();
  const { data } = useQuery(ShortlistsDocument, { skip: !me, fetchPolicy: 'cache-first' });
  const [add] = useMutation(ShortlistAddDocument, { refetchQueries: [ShortlistsDocument] });
  const [takeOut] = useMutation(ShortlistTakeOutDocument, { refetchQueries: [ShortlistsDocument] });
  const lists = data?.shortlists ?? [];
  const holding = (id: string) => lists.find((list) => list.items.some((item) => item.productId === id));
  const failed = () => toast.error(t('error.title'));

  return {
    has: (id: string): boolean => (me ? Boolean(holding(id)) : mine.includes(id)),
    count: me ? new Set(lists.flatMap((list) => list.items.map((item) => item.productId))).size : mine.length,
    toggle(id: string): void {
      if (!me) return void visitorList.toggle(id);
      const list = holding(id);
      const clientKey = crypto.randomUUID();
      if (list) void takeOut({ variables: { input: { clientKey, shortlistId: list.id, productId: id } } }).catch(failed);
      else
        void add({ variables: { input: { clientKey, productIds: [id] } } })
          .then(({ data: answer }) => {
            if (answer && answer.shortlistAdd.__typename !== 'Shortlist') toast.error(answer.shortlistAdd.message);
          })
          .catch(failed);
    },
  };
}

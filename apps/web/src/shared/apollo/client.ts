import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { relayStylePagination } from '@apollo/client/utilities';
import { storedLocale } from '../i18n/stored-locale';
import { connectionLost, connectionRestored } from './connection';
import { possibleTypes } from './possible-types';

interface Handlers {
  /** The session ended on the server, or there never was one. */
  onUnauthenticated: () => void;
}

const codesOf = (error: unknown): unknown[] =>
  CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.['code']) : [];

export function makeClient({ onUnauthenticated }: Handlers): ApolloClient {
  const errors = new ErrorLink(({ error, operation }) => {
    if (codesOf(error).includes('UNAUTHENTICATED') && !operation.getContext()['quiet']) onUnauthenticated();
    if (!CombinedGraphQLErrors.is(error) && error.name !== 'AbortError') connectionLost();
  });
  const watch = new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
      headers: { ...headers, 'accept-language': storedLocale(), 'apollo-require-preflight': 'true' },
    }));
    return forward(operation);
  });
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    fetch: async (address, options) => {
      const response = await fetch(address, options);
      if (response.status < 500) connectionRestored();
      return response;
    },
  });
  return new ApolloClient({
    link: ApolloLink.from([errors, watch, http]),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Query: {
          // `first` is a key too: eight cards on the first page are not the head of the catalogue's list.
          fields: {
            catalog: relayStylePagination(['filter', 'first']),
            myProducts: relayStylePagination(['status', 'search', 'first']),
            productsToReview: relayStylePagination(['first']),
            agreementBoard: relayStylePagination(['filter', 'first']),
            contracts: relayStylePagination(['mouId', 'status', 'first']),
            channelFollowUps: relayStylePagination(['filter', 'first']),
            demandPosts: relayStylePagination(['filter', 'first']),
            notifications: relayStylePagination(['filter', 'first']),
            orders: relayStylePagination(['filter', 'first']),
            organizationFiles: relayStylePagination(['status', 'search', 'first']),
            paymentRequests: relayStylePagination(['filter', 'first']),
          },
        },
        Me: { keyFields: ['userId'] },
        AdministrativeUnit: { keyFields: ['code'] },
        Event: { keyFields: ['code'] },
      },
    }),
    // Other people act all the time: show what is known at once, and ask again on every visit.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

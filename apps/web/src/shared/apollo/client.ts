import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { relayStylePagination } from '@apollo/client/utilities';
import { storedLocale } from '../i18n/stored-locale';
import { connectionLost, connectionRestored } from './connection';
import { pagedLists } from './paged-lists';
import { possibleTypes } from './possible-types';

interface Handlers {
  /** The session ended on the server, or there never was one. */
  onUnauthenticated: () => void;
}

const codesOf = (error: unknown): unknown[] =>
  CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.['code']) : [];

const pagination = Object.fromEntries(
  Object.entries(pagedLists).map(([type, fields]) => [
    type,
    { fields: Object.fromEntries(Object.entries(fields).map(([field, keys]) => [field, relayStylePagination([...keys])])) },
  ]),
);

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
        ...pagination,
        Me: { keyFields: ['userId'] },
        AdministrativeUnit: { keyFields: ['code'] },
        Event: { keyFields: ['code'] },
      },
    }),
    // Other people act all the time: show what is known at once, and ask again on every visit.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

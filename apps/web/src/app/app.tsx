import { ApolloProvider } from '@apollo/client/react';
import { LinkProvider } from '@lienket/ui';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { makeClient } from '../shared/apollo/client';
import { LanguageProvider } from '../shared/i18n/language';
import { SessionDocument, SessionProvider } from '../shared/session/session';
import { RouterLink } from './router-link';
import { AppRoutes } from './routes';

function makeAppClient() {
  const client = makeClient({
    // The guard then leads to the sign-in and remembers the way back; public pages just go on as a visitor.
    onUnauthenticated: () => client.writeQuery({ query: SessionDocument, data: { __typename: 'Query', me: null } }),
  });
  return client;
}

export function App() {
  const [client] = useState(makeAppClient);
  return (
    <ApolloProvider client={client}>
      <LanguageProvider>
        <BrowserRouter>
          <LinkProvider component={RouterLink}>
            <SessionProvider>
              <AppRoutes />
            </SessionProvider>
          </LinkProvider>
        </BrowserRouter>
      </LanguageProvider>
    </ApolloProvider>
  );
}

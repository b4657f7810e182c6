import { may as mayAct, type Parties, type PolicyAction } from '@lienket/domain';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { createContext, useCallback, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { graphql } from '../../gql';
import type { SessionPartsFragment } from '../../gql/graphql';
import { useLanguage } from '../i18n/language';
import { chosenLocale, type Locale } from '../i18n/stored-locale';
import { forgetDrafts } from '../forms/draft-store';
import { failureOf } from '../apollo/errors';
import { noteStandingIn } from './standing-in';
import { forgetMe, rememberedMe, rememberMe } from './remembered-me';
import { markSignedIn, wasSignedIn } from './signed-in-hint';

export const SessionDocument = graphql(`
  query Session {
    me {
      ...SessionParts
    }
  }
`);

export const SessionParts = graphql(`
  fragment SessionParts on Me {
    userId
    fullName
    email
    phone
    locale
    workplace
    roles
    standIn {
      mandateId
      home {
        ...OrganizationParts
      }
      scopes
      endsOn
    }
    organization {
      ...OrganizationParts
    }
    memberships {
      roles
      organization {
        ...OrganizationParts
      }
    }
  }
`);

export const OrganizationParts = graphql(`
  fragment OrganizationParts on OrganizationRef {
    id
    slug
    name
    shortName
    kind
    isDemo
  }
`);

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

const SignOutEverywhereDocument = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

const SwitchOrganizationDocument = graphql(`
  mutation SwitchOrganization($orgId: ID!) {
    switchOrganization(orgId: $orgId) {
      ...SessionParts
      ...RefusalParts
    }
  }
`);

const MandateUseDocument = graphql(`
  mutation MandateUse($id: ID!) {
    mandateUse(id: $id) {
      ...SessionParts
      ...RefusalParts
    }
  }
`);

const SetLocaleDocument = graphql(`
  mutation SetLocale($locale: Locale!) {
    setLocale(locale: $locale)
  }
`);

export type Me = SessionPartsFragment;

export interface Session {
  /** Null for a visitor, and while the first answer is on its way. */
  me: Me | null;
  /** The first answer has not come: screens behind the sign-in wait for it. */
  pending: boolean;
  /** The session could not be asked for at all. */
  failed: boolean;
  retry: () => void;
  /** What the policy of the domain allows the acting organization; the API decides again. */
  may: (action: PolicyAction, parties?: Parties) => boolean;
  signOut: (everywhere?: boolean) => Promise<void>;
  /** Resolves to the refusal's sentence, or null when done. */
  switchOrganization: (orgId: string) => Promise<string | null>;
  /** Assisted mode: from here on in the name of the organization that gave the mandate. Resolves as `switchOrganization` does. */
  standInFor: (mandateId: string) => Promise<string | null>;
  /** Changes the language here and, for a signed-in person, in e-mails and messages too. */
  setLocale: (locale: Locale) => void;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const { locale, setLocale: showLocale } = useLanguage();
  const { data, loading, error, refetch } = useQuery(SessionDocument, { fetchPolicy: 'cache-first' });
  const [runSignOut] = useMutation(SignOutDocument);
  const [runSignOutEverywhere] = useMutation(SignOutEverywhereDocument);
  const [runSwitch] = useMutation(SwitchOrganizationDocument);
  const [runMandateUse] = useMutation(MandateUseDocument);
  const [runSetLocale] = useMutation(SetLocaleDocument);
  // Without a network the app opens for whom it last knew: only what the phone keeps can be seen, and the server decides again.
  const offline = Boolean(error) && !data && failureOf(error).kind === 'network' && wasSignedIn();
  const remembered = useMemo(() => (offline ? rememberedMe() : null), [offline]);
  const me = data?.me ?? remembered;
  const fresh = data?.me;
  useEffect(() => {
    // In another's name nothing is done without a network.
    if (fresh && !fresh.standIn) rememberMe(fresh);
    if (fresh) noteStandingIn(fresh.standIn ? fresh.organization.shortName : null);
  }, [fresh]);
  useEffect(() => {
    if (!offline) return;
    const again = () => void refetch().catch(() => undefined);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [offline, refetch]);

  const saveLocale = useCallback(
    (next: Locale) => void runSetLocale({ variables: { locale: next } }).catch(() => undefined),
    [runSetLocale],
  );
  useEffect(() => {
    if (loading || offline) return;
    markSignedIn(Boolean(me));
    if (!me || me.locale === locale) return;
    // A choice made in this browser wins and is told to the server; without one the person's own setting holds.
    if (chosenLocale()) saveLocale(locale);
    else showLocale(me.locale);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another person appears
  }, [me?.userId, loading]);

  const session = useMemo<Session>(
    () => ({
      me,
      pending: loading && !data,
      failed: Boolean(error) && !data && !remembered,
      retry: () => void refetch(),
      may: (action, parties) =>
        me !== null &&
        mayAct(
          { userId: me.userId, orgId: me.organization.id, orgKind: me.organization.kind, roles: me.roles, standIn: me.standIn },
          action,
          parties,
        ),
      signOut: async (everywhere = false) => {
        await (everywhere ? runSignOutEverywhere() : runSignOut());
        noteStandingIn(null);
        forgetDrafts();
        forgetMe();
        markSignedIn(false);
        // The guarded screens leave first, so that nothing asks for what it may no longer see.
        client.writeQuery({ query: SessionDocument, data: { __typename: 'Query', me: null } });
        await new Promise((resolve) => setTimeout(resolve));
        await client.resetStore().catch(() => undefined);
      },
      switchOrganization: async (orgId) => {
        const answer = (await runSwitch({ variables: { orgId } })).data?.switchOrganization;
        if (answer?.__typename !== 'Me') return answer?.message ?? '';
        await client.resetStore().catch(() => undefined);
        return null;
      },
      standInFor: async (id) => {
        const answer = (await runMandateUse({ variables: { id } })).data?.mandateUse;
        if (answer?.__typename !== 'Me') return answer?.message ?? '';
        // What the screen left behind may ask for is not for a stand-in to see.
        await client.resetStore().catch(() => undefined);
        return null;
      },
      setLocale: (next) => {
        showLocale(next);
        if (me) saveLocale(next);
      },
    }),
    [
      me,
      loading,
      data,
      error,
      remembered,
      refetch,
      runSignOut,
      runSignOutEverywhere,
      runSwitch,
      runMandateUse,
      client,
      showLocale,
      saveLocale,
    ],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above');
  return session;
}

/** For screens behind the sign-in, which the router shows to nobody else. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('This screen stands behind the sign-in');
  return me;
}

export { wasSignedIn };

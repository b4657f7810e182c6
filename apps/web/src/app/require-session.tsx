import { EmptyState, Skeleton } from '@lienket/ui';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Workplace } from '../gql/graphql';
import { FailureState } from '../shared/screen/async-screen';
import { useSession } from '../shared/session/session';
import { useText } from '../shared/i18n/use-text';

/** Screens behind the sign-in; after it one comes back to the same address. */
export function RequireSession({ workplaces }: { workplaces?: readonly Workplace[] }) {
  const t = useText();
  const { pathname, search } = useLocation();
  const { me, pending, failed, retry } = useSession();
  if (pending) return <Skeleton kind="rows" label={t('state.loading')} />;
  if (failed) return <FailureState error={null} onRetry={retry} />;
  if (!me) return <Navigate replace to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} />;
  if (workplaces && !workplaces.includes(me.workplace)) {
    return <EmptyState title={t('error.forbidden')} detail={t('error.forbiddenDetail')} />;
  }
  return <Outlet />;
}

import { EmptyState, ErrorState, LinkButton, Skeleton } from '@lienket/ui';
import type { ReactNode } from 'react';
import { failureOf } from '../apollo/errors';
import { useText } from '../i18n/use-text';

interface QueryLike<Data> {
  data?: Data | undefined;
  loading: boolean;
  error?: unknown;
  refetch: () => unknown;
}

interface AsyncScreenProps<Data> {
  query: QueryLike<Data>;
  /** Shaped like what is coming. */
  skeleton?: 'text' | 'rows' | 'cards' | 'block';
  count?: number;
  /** True when the thing asked for is not there, or not for this reader. */
  missing?: (data: Data) => boolean;
  /** Shown instead of the children when it gives something: an EmptyState. */
  empty?: (data: Data) => ReactNode;
  children: (data: Data) => ReactNode;
}

/** The states that every screen goes through: loading, failure with a way out, not found, empty, and the thing itself. */
export function AsyncScreen<Data>({ query, skeleton = 'rows', count = 5, missing, empty, children }: AsyncScreenProps<Data>) {
  const t = useText();
  const { data, loading, error } = query;
  if (data !== undefined) {
    if (missing?.(data)) return loading ? <Skeleton kind={skeleton} count={count} label={t('state.loading')} /> : <NotFound />;
    return <>{empty?.(data) || children(data)}</>;
  }
  if (error) return <FailureState error={error} onRetry={() => void query.refetch()} retrying={loading} />;
  return <Skeleton kind={skeleton} count={count} label={t('state.loading')} />;
}

export function NotFound() {
  const t = useText();
  return (
    <EmptyState
      wholePage
      title={t('error.notFound')}
      detail={t('error.notFoundDetail')}
      action={<LinkButton href="/">{t('error.home')}</LinkButton>}
    />
  );
}

/** A failure in words that say what can be done. */
export function FailureState({ error, onRetry, retrying }: { error: unknown; onRetry?: () => void; retrying?: boolean }) {
  const t = useText();
  const { kind, requestId } = failureOf(error);
  if (kind === 'notFound') return <NotFound />;
  if (kind === 'forbidden') return <EmptyState title={t('error.forbidden')} detail={t('error.forbiddenDetail')} />;
  return (
    <ErrorState
      title={kind === 'network' ? t('error.network') : t('error.title')}
      detail={kind === 'network' ? t('error.networkDetail') : t('error.detail')}
      requestId={requestId}
      requestIdLabel={t('error.requestId')}
      retryLabel={t('action.retry')}
      onRetry={onRetry}
      retrying={retrying}
    />
  );
}

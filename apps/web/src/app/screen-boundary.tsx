import { ErrorState } from '@lienket/ui';
import { Component, type ReactNode } from 'react';
import { app } from '../shared/messages/vi/app';
import { useText } from '../shared/i18n/use-text';
import { ScreenLoadError } from './lazy-screen';

interface State {
  error: unknown;
}

/** Keeps the frame standing when one screen fails. */
export class ScreenBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}

function Broken({ error }: { error: unknown }) {
  const t = useText(app);
  const missing = error instanceof ScreenLoadError;
  return (
    <ErrorState
      title={t(missing ? 'app.chunkTitle' : 'app.crashTitle')}
      detail={t(missing ? 'app.chunkDetail' : 'app.crashDetail')}
      retryLabel={t('action.reload')}
      onRetry={() => window.location.reload()}
    />
  );
}

import { lazy, type ComponentType } from 'react';

const PAUSE_MS = 700;

/** The part of the app that was asked for did not arrive. */
export class ScreenLoadError extends Error {}

/** A screen fetched when first visited; a weak network gets a second chance before the reader is asked. */
export const lazyScreen = (load: () => Promise<{ default: ComponentType }>) =>
  lazy(() =>
    load()
      .catch(() => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)).then(load))
      .catch((cause: unknown) => {
        throw new ScreenLoadError('A screen could not be fetched', { cause });
      }),
  );

import { useEffect } from 'react';
import { useMe } from '../../../shared/session/session';
import { useOutbox } from './use-outbox';

const AGAIN_MS = 30_000;

/** Sends what waits as soon as there is a network again, wherever in the app one is; and keeps the app itself in the phone. */
export function OutboxKeeper() {
  const { userId } = useMe();
  const { waiting, send } = useOutbox(userId);
  useEffect(() => {
    void keepShell();
  }, []);
  useEffect(() => {
    if (waiting === 0) return;
    const go = () => void send();
    go();
    window.addEventListener('online', go);
    const timer = setInterval(go, AGAIN_MS);
    return () => {
      window.removeEventListener('online', go);
      clearInterval(timer);
    };
  }, [waiting, send]);
  return null;
}

async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('refresh-shell');
  } catch {
    // A browser without service workers opens the app on line only.
  }
}

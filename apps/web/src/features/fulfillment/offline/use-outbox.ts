import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { actsOf, type KeptAct, onActsChanged } from './offline-store';
import { sendWaiting } from './send-act';

/** This person's acts on this phone, and the way to send what waits now. */
export function useOutbox(userId: string) {
  const client = useApolloClient();
  const [acts, setActs] = useState<KeptAct[]>([]);
  const [sending, setSending] = useState(false);
  useEffect(() => {
    let gone = false;
    const read = () => void actsOf(userId).then((found) => !gone && setActs(found));
    read();
    const stop = onActsChanged(read);
    return () => {
      gone = true;
      stop();
    };
  }, [userId]);
  const send = useCallback(async () => {
    setSending(true);
    await sendWaiting(client, await actsOf(userId)).finally(() => setSending(false));
  }, [client, userId]);
  return { acts, sending, send, waiting: acts.filter(({ state }) => state === 'WAITING').length };
}

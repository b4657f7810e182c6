import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { failureFrom, type FormFailure, type RowRefusal } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { useMe } from '../../../shared/session/session';
import { dropAct, type KeptAct, putAct } from './offline-store';
import { sendAct } from './send-act';

const nothing: FormFailure = { fields: {}, rows: [], conflict: null };

/**
 * A form whose act is written down in the phone before it is sent. `submit` resolves to SENT, to WAITING when no answer came (the act
 * stays and is sent later under the same key), or to null with the server's refusal beside the fields. In another's name nothing waits:
 * the mandate may be over by the time there is a network.
 */
export function useKeptForm() {
  const t = useText();
  const client = useApolloClient();
  const { standIn } = useMe();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FormFailure>(nothing);
  const [attempt, setAttempt] = useState(0);
  const flying = useRef(false);
  const refuse = (next: Partial<FormFailure>) => {
    setFailure({ ...nothing, ...next });
    setAttempt((count) => count + 1);
  };
  const submit = async (act: KeptAct): Promise<'SENT' | 'WAITING' | null> => {
    if (flying.current) return null;
    flying.current = true;
    setBusy(true);
    setFailure(nothing);
    try {
      const kept = await putAct(act);
      const sent = navigator.onLine ? await sendAct(client, act) : ({ state: 'WAITING' } as const);
      if (sent.state === 'SENT') {
        await dropAct(act.key);
        return 'SENT';
      }
      if (sent.state === 'WAITING') {
        if (kept && !standIn) return 'WAITING';
        if (kept) await dropAct(act.key);
        refuse({ fields: { '': t('error.network') } });
        return null;
      }
      await dropAct(act.key);
      if (sent.state === 'FAILED') refuse({ fields: { '': sent.message || t('form.unexpected') } });
      else refuse(failureFrom(sent.refusal, t('form.row', { row: '{row}', message: '{message}' })));
      return null;
    } finally {
      flying.current = false;
      setBusy(false);
    }
  };
  return {
    submit,
    busy,
    failure,
    attempt,
    check: (fields: Record<string, string | null | undefined>): boolean => {
      const found = Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1]));
      if (found.length) refuse({ fields: Object.fromEntries(found) });
      else setFailure(nothing);
      return found.length === 0;
    },
    errorOf: (field: string): string | undefined => failure.fields[field],
    rowErrors: (row: number): RowRefusal[] => failure.rows.filter((refusal) => refusal.row === row),
    clear: () => setFailure(nothing),
  };
}

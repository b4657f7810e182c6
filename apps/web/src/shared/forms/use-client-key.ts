import { useCallback, useState } from 'react';
import { readClientKey, renewClientKey } from './draft-store';

/** `form` names the document being made ("product-new", `order-ack-${id}`). Renew it after every success. */
export function useClientKey(form: string) {
  const [held, setHeld] = useState({ form, key: '' });
  const key = held.form === form && held.key ? held.key : readClientKey(form);
  const renew = useCallback(() => setHeld({ form, key: renewClientKey(form) }), [form]);
  return { clientKey: key, renew };
}

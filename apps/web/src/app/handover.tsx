import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { visitorList } from '../shared/shortlist/local-list';
import { ShortlistAddDocument, ShortlistsDocument } from '../shared/shortlist/use-shortlist';

/** What a visitor chose comes along at the sign-in, once; what is no longer on sale stays behind. */
export default function Handover() {
  const [add] = useMutation(ShortlistAddDocument, { refetchQueries: [ShortlistsDocument] });
  useEffect(() => {
    const ids = visitorList.read();
    if (ids.length === 0) return;
    visitorList.clear();
    for (const id of ids)
      void add({ variables: { input: { clientKey: crypto.randomUUID(), productIds: [id] } } }).catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each sign-in
  }, []);
  return null;
}

import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { DefectReasonsQuery } from '../../../gql/graphql';
import { useMe } from '../../../shared/session/session';
import { DefectReasonsDocument } from '../fulfillment.operations';
import { keepList, keptList } from './offline-store';

type Reason = DefectReasonsQuery['defectReasons'][number];

/** The reasons of the server's list; without a network as they were last seen. */
export function useReasons(which: (reason: Reason) => boolean): Reason[] {
  const { userId } = useMe();
  const { data, error } = useQuery(DefectReasonsDocument);
  const [kept, setKept] = useState<Reason[]>([]);
  const fresh = data?.defectReasons;
  useEffect(() => {
    if (fresh) void keepList(userId, 'reasons', fresh);
  }, [fresh, userId]);
  useEffect(() => {
    if (error && !fresh) void keptList<Reason>(userId, 'reasons').then((rows) => rows && setKept(rows));
  }, [error, fresh, userId]);
  return (fresh ?? kept).filter(which);
}

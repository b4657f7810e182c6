import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useCallback, useRef, useState } from 'react';
import { failureOf } from '../apollo/errors';
import { useText } from '../i18n/use-text';
import { useClientKey } from './use-client-key';

export interface RowRefusal {
  row: number;
  field: string;
  code: string;
  message: string;
  suggestion?: string | null;
}

export interface RefusalShape {
  __typename: 'Refused' | 'VersionConflict' | 'RowsRefused';
  code: string;
  message: string;
  field?: string | null;
  currentVersion?: number;
  rows?: readonly RowRefusal[];
}

type RefusalName = RefusalShape['__typename'];
type Accepted<Answer> = Exclude<NonNullable<Answer>, { __typename: RefusalName }>;

export interface FormFailure {
  /** By field of the input; what belongs to none stands under "". */
  fields: Readonly<Record<string, string>>;
  rows: readonly RowRefusal[];
  /** Somebody saved first. */
  conflict: { message: string; currentVersion: number } | null;
  requestId?: string;
}

const nothing: FormFailure = { fields: {}, rows: [], conflict: null };

interface MutationFormOptions<Data, Answer extends { __typename: string }> {
  /** Names the document being made: its client key is kept under it. */
  form: string;
  /** The mutation's answer out of the data. */
  pick: (data: Data) => Answer;
  /** Only after the server has accepted. */
  onDone?: (accepted: Accepted<Answer>) => void;
  /** When single rows are refused: for sheets that show the sentence in the cell. */
  onRowsRefused?: (rows: readonly RowRefusal[]) => void;
  /** Lists of the cache that this changes: query fields such as 'orders' or 'workItems', fetched anew when next shown. */
  stale?: readonly string[];
}

/**
 * Sends a form once. Refusals become sentences beside the fields and in the summary (`<FormErrors form={form} />`),
 * a version conflict a dialog (`<ConflictDialog form={form} />`); nothing typed is lost.
 */
export function useMutationForm<Data, Variables extends OperationVariables, Answer extends { __typename: string }>(
  mutation: TypedDocumentNode<Data, Variables>,
  { form, pick, onDone, onRowsRefused, stale = [] }: MutationFormOptions<Data, Answer>,
) {
  const t = useText();
  const client = useApolloClient();
  const { clientKey, renew } = useClientKey(form);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FormFailure>(nothing);
  const [attempt, setAttempt] = useState(0);
  const flying = useRef(false);

  const refuse = useCallback((next: Partial<FormFailure>) => {
    setFailure({ ...nothing, ...next });
    setAttempt((count) => count + 1);
  }, []);

  const submit = useCallback(
    async (variables: (clientKey: string) => Variables): Promise<Accepted<Answer> | null> => {
      if (flying.current) return null;
      flying.current = true;
      setBusy(true);
      setFailure(nothing);
      try {
        const { data } = await client.mutate<Data, Variables>({
          mutation,
          variables: variables(clientKey),
        } as ApolloClient.MutateOptions<Data, Variables>);
        if (!data) throw new Error('The server answered without data');
        const answer = pick(data);
        const refusal = refusalIn(answer);
        if (refusal) {
          refuse(failureFrom(refusal, t('form.row', { row: '{row}', message: '{message}' })));
          if (refusal.rows) onRowsRefused?.(refusal.rows);
          return null;
        }
        renew();
        for (const fieldName of stale) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
        if (stale.length) client.cache.gc();
        onDone?.(answer as Accepted<Answer>);
        return answer as Accepted<Answer>;
      } catch (error) {
        const { kind, message, requestId } = failureOf(error);
        if (kind === 'mismatch') renew();
        const sentence = kind === 'network' ? t('error.network') : kind === 'mismatch' ? t('form.mismatch') : message;
        refuse({ fields: { '': sentence ?? t('form.unexpected') }, requestId });
        return null;
      } finally {
        flying.current = false;
        setBusy(false);
      }
    },
    [mutation, clientKey, pick, renew, stale, client, onDone, onRowsRefused, refuse, t],
  );

  return {
    submit,
    clientKey,
    busy,
    failure,
    attempt,
    /** Shows what the screen itself found wrong, before sending; true when there is nothing. */
    check: (fields: Record<string, string | null | undefined>): boolean => {
      const found = Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1]));
      if (found.length) refuse({ fields: Object.fromEntries(found) });
      else setFailure(nothing);
      return found.length === 0;
    },
    /** The sentence beside one field. */
    errorOf: (field: string): string | undefined => failure.fields[field],
    rowErrors: (row: number): RowRefusal[] => failure.rows.filter((refusal) => refusal.row === row),
    clear: () => setFailure(nothing),
  };
}

export type MutationForm = Pick<ReturnType<typeof useMutationForm>, 'failure' | 'attempt' | 'clear'>;

const refusalNames: readonly string[] = ['Refused', 'VersionConflict', 'RowsRefused'] satisfies RefusalName[];

/** The refusal inside a mutation's answer, or null when it was accepted. */
export const refusalIn = (answer: { __typename: string }): RefusalShape | null =>
  refusalNames.includes(answer.__typename) ? (answer as RefusalShape) : null;

/** A refusal as a form shows it; `rowPattern` has the places {row} and {message}. */
export function failureFrom(refusal: RefusalShape, rowPattern: string): Partial<FormFailure> {
  if (refusal.__typename === 'VersionConflict') {
    return { conflict: { message: refusal.message, currentVersion: refusal.currentVersion ?? 0 } };
  }
  if (refusal.__typename === 'RowsRefused') {
    const rows = refusal.rows ?? [];
    const fields = rows.map((row) => [
      `${row.row}.${row.field}`,
      rowPattern.replace('{row}', String(row.row + 1)).replace('{message}', row.message),
    ]);
    return { rows, fields: rows.length ? Object.fromEntries(fields) : { '': refusal.message } };
  }
  return { fields: { [refusal.field ?? '']: refusal.message } };
}

import { CombinedGraphQLErrors } from '@apollo/client';

interface Failure {
  kind: 'network' | 'forbidden' | 'notFound' | 'signIn' | 'mismatch' | 'input' | 'unexpected';
  /** The server's sentence, when it is meant for the reader. */
  message?: string;
  /** Finds the failure in the server's logs. */
  requestId?: string;
}

const kinds: Record<string, Failure['kind']> = {
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  UNAUTHENTICATED: 'signIn',
  IDEMPOTENCY_MISMATCH: 'mismatch',
  BAD_USER_INPUT: 'input',
};

/** What went wrong, told apart by what the reader can do about it. */
export function failureOf(error: unknown): Failure {
  if (!CombinedGraphQLErrors.is(error)) return { kind: 'network' };
  const first = error.errors[0];
  const code = String(first?.extensions?.['code'] ?? '');
  const requestId = first?.extensions?.['requestId'];
  return {
    kind: kinds[code] ?? 'unexpected',
    message: kinds[code] ? first?.message : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { NotFoundError } from '../errors.js';
import { logger } from '../logger.js';

/** Codes that were meant for the client; everything else is masked behind a request id that the log knows. */
const MEANT = new Set([
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'IDEMPOTENCY_MISMATCH',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** PostgreSQL's answers that a second try can cure: deadlock, lock timeout, serialization, too many connections. */
const BUSY = new Set(['40P01', '55P03', '40001', '53300', '57014']);

/** PostgreSQL's answer to an id that is no UUID: such a thing does not exist. */
const NO_UUID = '22P02';

export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR');
  if (MEANT.has(code)) {
    const field = formatted.extensions?.['field'];
    return {
      message: formatted.message,
      path: formatted.path,
      extensions: { code, ...(field ? { field } : {}) },
    } as GraphQLFormattedError;
  }
  const cause = unwrapResolverError(error) as { code?: string; driverError?: { code?: string } } | undefined;
  const sqlState = cause?.driverError?.code ?? cause?.code;
  if (sqlState === NO_UUID) {
    const { message, extensions } = new NotFoundError();
    return { message, path: formatted.path, extensions } as GraphQLFormattedError;
  }
  const requestId = randomUUID();
  logger.error({ requestId, path: formatted.path, err: cause }, 'request failed');
  if (sqlState && BUSY.has(sqlState)) {
    return {
      message: 'Hệ thống đang bận. Hãy thử lại sau vài giây.',
      path: formatted.path,
      extensions: { code: 'BUSY', requestId },
    } as GraphQLFormattedError;
  }
  return {
    message: `Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo cho Liên minh mã ${requestId}.`,
    path: formatted.path,
    extensions: { code: 'INTERNAL', requestId },
  } as GraphQLFormattedError;
}

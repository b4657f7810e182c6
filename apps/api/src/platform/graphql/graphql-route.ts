import { Readable } from 'node:stream';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryExecutor } from './executor.js';

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<object>;

/** Shorter answers travel as they are. */
const WORTH_PACKING = 2048;
const MOST_ACCEPTS = 50;
const JSON_TYPE = /^application\/json\b/i;

interface Body {
  readonly query?: unknown;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
  readonly extensions?: unknown;
}

/**
 * POST and GET /graphql. A query that Apollo Server has let through before, word for word, takes the short way: the same
 * context, guards and resolvers, but no second parsing, validation and plugin round. Whatever is unusual goes Apollo's way,
 * errors too, so that they are worded in one place; a query asked twice changes nothing.
 */
export class GraphqlRoute {
  /** The content type that Apollo Server chose for an `accept` header. */
  private readonly chosen = new Map<string, string>();

  constructor(
    private readonly server: ApolloServer,
    private readonly executor: QueryExecutor,
    private readonly contextOf: ContextOf,
  ) {}

  /** A reply is a promise of its own end: an async function that returned it would wait for the last byte. */
  readonly handle = (request: FastifyRequest, reply: FastifyReply): void => {
    this.answer(request, reply).catch((error: unknown) => reply.send(error));
  };

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!(await this.shortWay(request, reply))) await this.apolloWay(request, reply);
  }

  private async shortWay(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const type = this.chosen.get(request.headers.accept ?? '');
    const body = request.body as Body | null | undefined;
    if (!type || request.method !== 'POST' || !JSON_TYPE.test(request.headers['content-type'] ?? '')) return false;
    if (typeof body?.query !== 'string' || typeof (body.variables ?? {}) !== 'object' || body.extensions !== undefined)
      return false;
    const compiled = this.executor.compiledOf(body.query, body.operationName);
    if (!compiled) return false;
    const context = await this.contextOf(request, reply).catch(() => null);
    if (!context) return false;
    const { data, errors } = await compiled.query(undefined, context, body.variables ?? {});
    if (errors || data === undefined) return false;
    void reply.header('content-type', type);
    send(request, reply, `${JSON.stringify({ data })}\n`);
    return true;
  }

  private async apolloWay(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const queryAt = request.url.indexOf('?');
    const { status, headers, body } = await this.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: queryAt < 0 ? '' : request.url.slice(queryAt),
        body: request.body,
      },
      context: () => this.contextOf(request, reply),
    });
    void reply.code(status ?? 200);
    for (const [name, value] of headers) void reply.header(name, value);
    if (body.kind === 'chunked') {
      void reply.send(Readable.from(body.asyncIterator));
      return;
    }
    const type = headers.get('content-type');
    if (type && reply.statusCode === 200 && request.method === 'POST' && this.chosen.size < MOST_ACCEPTS)
      this.chosen.set(request.headers.accept ?? '', type);
    send(request, reply, body.string);
  }
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function send(request: FastifyRequest, reply: FastifyReply, text: string): void {
  if (text.length >= WORTH_PACKING && request.headers['accept-encoding'] !== undefined) reply.compress(text);
  else void reply.send(text);
}

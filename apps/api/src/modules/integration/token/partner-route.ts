import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLSchema,
  GraphQLError,
  parse,
  printSchema,
  specifiedRules,
  validate,
} from 'graphql';
import { formatError } from '../../../platform/graphql/format-error.js';
import { requestLimits } from '../../../platform/graphql/request-limits.js';
import { PartnerLimiter } from './partner-limiter.js';
import { scopeRule } from './scope-rule.js';
import { TokenReader, type TokenHolder } from './token-reader.js';

const LARGEST = 256 * 1024;

interface Body {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

/**
 * POST /partner/graphql with `Authorization: Bearer lk_…`: the same schema, guards and walls as everywhere, cut down to what the
 * key's scopes allow before anything runs. GET /partner/schema.graphql gives the schema to whoever holds a key.
 */
@Injectable()
export class PartnerRoute implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly modules: ModuleRef,
    private readonly tokens: TokenReader,
    private readonly limiter: PartnerLimiter,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance | undefined = this.http.httpAdapter?.getInstance();
    // Absent while the schema is printed.
    if (!fastify?.register) return;
    void fastify.register((scope, _options, done) => {
      scope.post('/partner/graphql', { bodyLimit: LARGEST }, (request, reply) => this.answer(request, reply));
      scope.get('/partner/schema.graphql', (request, reply) => this.schema(request, reply));
      done();
    });
  }

  private async schema(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const holder = await this.holder(request, reply);
    if (!holder) return reply;
    return reply.header('content-type', 'text/plain; charset=utf-8').send(printSchema(this.schemaOf()));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const holder = await this.holder(request, reply);
    if (!holder) return reply;
    const { query, variables, operationName } = (request.body ?? {}) as Body;
    if (typeof query !== 'string' || (variables != null && typeof variables !== 'object'))
      return reply.code(400).send(problem('BAD_REQUEST', 'Gửi JSON {query, variables} (send JSON {query, variables}).'));
    const schema = this.schemaOf();
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: 4000 });
    } catch (error) {
      return reply.code(400).send(problem('GRAPHQL_PARSE_FAILED', (error as Error).message));
    }
    const errors = validate(schema, document, [...specifiedRules, ...requestLimits, scopeRule(holder.scopes)]);
    if (errors.length > 0) return reply.code(400).send({ errors: errors.map(plain) });
    const result = await execute({
      schema,
      document,
      contextValue: { actor: holder.actor, req: request, reply },
      variableValues: (variables ?? {}) as Record<string, unknown>,
      operationName: typeof operationName === 'string' ? operationName : null,
    });
    return reply.send(masked(result));
  }

  /** The GraphQL module keeps its host to itself; by the time a request comes, it is there. */
  private schemaOf(): GraphQLSchema {
    return this.modules.get(GraphQLSchemaHost, { strict: false }).schema;
  }

  /** Null when the answer has been given already. */
  private async holder(request: FastifyRequest, reply: FastifyReply): Promise<TokenHolder | null> {
    const holder = await this.tokens.holderOf(request.headers.authorization);
    const wait = holder ? await this.limiter.secondsToWait(holder.tokenId) : await this.limiter.wrongKey(request.ip);
    if (wait > 0) {
      void reply
        .code(429)
        .header('retry-after', String(wait))
        .send(problem('TOO_MANY_REQUESTS', `Hãy đợi ${wait} giây (wait ${wait} seconds).`));
      return null;
    }
    if (!holder)
      void reply.code(401).send(problem('UNAUTHENTICATED', 'Khoá thiếu, sai, hết hạn hoặc đã thu hồi (no valid key).'));
    return holder;
  }
}

const problem = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

const plain = ({ message, locations, extensions }: GraphQLError) => ({
  message,
  locations,
  extensions: { code: extensions['code'] ?? 'GRAPHQL_VALIDATION_FAILED' },
});

const masked = ({ data, errors }: ExecutionResult) => ({
  ...(data === undefined ? {} : { data }),
  ...(errors ? { errors: errors.map((error) => formatError(error.toJSON(), error)) } : {}),
});

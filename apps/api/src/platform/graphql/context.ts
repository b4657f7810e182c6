import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.js';
import { UnauthenticatedError } from '../errors.js';

export interface GraphqlContext {
  readonly actor: Actor | null;
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

const contextOf = (context: ExecutionContext): GraphqlContext => GqlExecutionContext.create(context).getContext<GraphqlContext>();

/** The signed-in actor; a field that uses it answers visitors with UNAUTHENTICATED. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = contextOf(context);
  if (!actor) throw new UnauthenticatedError();
  return actor;
});

/** The actor of a public field, or null for a visitor. */
export const MaybeActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | null => contextOf(context).actor,
);

export const Http = createParamDecorator((_data: unknown, context: ExecutionContext): GraphqlContext => contextOf(context));

/** Language of sentences for this reader: the person's, else the browser's, else Vietnamese. */
export const localeOf = (context: GraphqlContext): 'vi' | 'en' =>
  context.actor?.locale ?? (/^en\b/i.test(String(context.req.headers['accept-language'] ?? '')) ? 'en' : 'vi');
export const ReaderLocale = createParamDecorator((_data: unknown, context: ExecutionContext): 'vi' | 'en' =>
  localeOf(contextOf(context)),
);

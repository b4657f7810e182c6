import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthorityGuard } from '../auth/authority.guard.js';
import { CONFIG, type Config } from '../config.js';
import { formatError } from './format-error.js';
import { GraphqlDriver } from './graphql-driver.js';
import { plainFields } from './plain-fields.js';
import { standInFields } from './stand-in-fields.js';
import { requestLimits } from './request-limits.js';
import { ACTOR_SOURCE, type ActorSource } from './actor-source.js';

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: GraphqlDriver,
      inject: [CONFIG, ACTOR_SOURCE],
      useFactory: (config: Config, actors: ActorSource) => ({
        path: '/graphql',
        autoSchemaFile: true,
        // The contract's file is made from this schema and checked there; each start would ask the whole introspection again.
        buildSchemaOptions: { skipCheck: true },
        sortSchema: true,
        transformSchema: (schema) => standInFields(plainFields(schema)),
        graphiql: !config.production,
        introspection: !config.production,
        csrfPrevention: true,
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: config.production,
        validationRules: requestLimits,
        plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
        preserveHttpStatusForExecutionErrors: false,
        formatError,
        context: async (req: FastifyRequest, reply: FastifyReply) => ({ req, reply, actor: await actors.actorOf(req) }),
      }),
    }),
  ],
  providers: [{ provide: APP_GUARD, useClass: AuthorityGuard }],
})
export class GraphqlModule {}

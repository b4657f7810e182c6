import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { QueryExecutor } from './executor.js';
import { type ContextOf, GraphqlRoute } from './graphql-route.js';

/** Nest's Apollo driver with an executor and a route of our own. */
@Injectable()
export class GraphqlDriver extends ApolloDriver {
  constructor(modules: ModulesContainer) {
    super(modules);
  }

  override async registerFastify(
    options: ApolloDriverConfig,
    { preStartHook }: { preStartHook?: () => void } = {},
  ): Promise<void> {
    const fastify: FastifyInstance = this.httpAdapterHost!.httpAdapter.getInstance();
    const { schema, typeDefs: _typeDefs, resolvers: _resolvers, context, path, ...rest } = options;
    preStartHook?.();
    const executor = new QueryExecutor(schema!);
    const server = new ApolloServer({
      ...(rest as object),
      gateway: executor.gateway,
      plugins: [...(options.plugins ?? []), fastifyApolloDrainPlugin(fastify)],
    });
    await server.start();
    const route = new GraphqlRoute(server, executor, context as ContextOf);
    fastify.route({
      url: path!,
      method: ['GET', 'POST', 'OPTIONS'],
      handler: route.handle,
    });
    this.apolloServer = server;
  }
}

import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from '../app.module.js';

/** Writes the contract from the code, without a database. Usage: node dist/commands/print-schema.js libs/contract/schema.graphql */
@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

/** Resolvers of a module and of those it imports, by the name's ending that every resolver here has. */
function resolversOf(module: Type, seen = new Set<unknown>()): Type[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const providers = (Reflect.getMetadata('providers', module) ?? []) as unknown[];
  const imports = (Reflect.getMetadata('imports', module) ?? []) as unknown[];
  const own = providers.filter(
    (provider): provider is Type => typeof provider === 'function' && provider.name.endsWith('Resolver'),
  );
  return [
    ...imports
      .filter((imported): imported is Type => typeof imported === 'function')
      .flatMap((imported) => resolversOf(imported, seen)),
    ...own,
  ];
}

const app = await NestFactory.createApplicationContext(SchemaModule, { logger: false });
const schema = await app.get(GraphQLSchemaFactory).create(resolversOf(AppModule));
writeFileSync(
  process.argv[2]!,
  `# Written by the API (npm run codegen); reviewed like code.\n${printSchema(lexicographicSortSchema(schema))}\n`,
);
await app.close();

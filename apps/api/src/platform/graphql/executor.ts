import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { execute, type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { compileQuery, type CompiledQuery, isCompiledQuery } from 'graphql-jit';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Execute = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** A query is compiled when it comes for this time: compiling costs some milliseconds, more than running it once. */
const WORTH_COMPILING = 3;
const MOST_KEPT = 500;

interface Known {
  asked: number;
  compiled?: CompiledQuery;
}

const keyOf = (source: string, operationName: string | null | undefined): string => `${operationName ?? ''} ${source}`;

/** Queries that come again and again run as compiled functions; mutations and rare queries run through graphql-js. */
export class QueryExecutor {
  private readonly known = new Map<string, Known>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The compiled function of a query that Apollo Server has parsed and validated, word for word, several times before. */
  compiledOf(source: string, operationName: string | null | undefined): CompiledQuery | undefined {
    return this.known.get(keyOf(source, operationName))?.compiled;
  }

  readonly execute: Execute = async ({ source, document, operation, request, context }) => {
    const { operationName, variables = {} } = request;
    if (operation.operation === OperationTypeNode.QUERY) {
      const query = this.knownQuery(keyOf(source, operationName));
      query.asked += 1;
      if (query.asked === WORTH_COMPILING) {
        const compiled = compileQuery(this.schema, document, operationName ?? undefined);
        if (isCompiledQuery(compiled)) query.compiled = compiled;
      }
      if (query.compiled) {
        const result = await query.compiled.query(undefined, context, variables);
        // Without data the variables were refused: graphql-js words that the standard way.
        if (result.data !== undefined) return withStandardErrors(result);
      }
    }
    return execute({ schema: this.schema, document, contextValue: context, variableValues: variables, operationName });
  };

  /** Apollo Server lets a gateway bring its own executor; this one brings the schema that Nest made and the one above. */
  readonly gateway: Gateway = {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: this.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor: this.execute }),
    stop: async () => undefined,
  };

  private knownQuery(key: string): Known {
    const found = this.known.get(key);
    if (found) return found;
    if (this.known.size >= MOST_KEPT) this.known.delete(this.known.keys().next().value!);
    const fresh: Known = { asked: 0 };
    this.known.set(key, fresh);
    return fresh;
  }
}

/** The compiler's errors cannot be written to, as Apollo Server does while it formats them. */
function withStandardErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, path, originalError, extensions }) => new GraphQLError(message, { path, originalError, extensions }),
  );
  return { data: result.data, errors };
}

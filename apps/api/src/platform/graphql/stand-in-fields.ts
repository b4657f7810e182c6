import { defaultFieldResolver, getNullableType, isListType, isObjectType, type GraphQLSchema } from 'graphql';
import { STAND_IN_NESTED } from '../auth/stand-in-reach.js';
import type { GraphqlContext } from './context.js';

/**
 * The wall of assisted mode below the root: the guard sees root fields only, and row-level security takes a stand-in for the
 * organization itself. A closed field answers an empty list and asks no resolver, so that a page which selects it still opens.
 */
export function standInFields(schema: GraphQLSchema): GraphQLSchema {
  for (const [path, scopes] of Object.entries(STAND_IN_NESTED)) {
    const [typeName, fieldName] = path.split('.') as [string, string];
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field || !isListType(getNullableType(field.type))) throw new Error(`${path} is no list of the schema`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (parent, args, context: GraphqlContext, info) => {
      const standIn = context.actor?.standIn;
      return standIn && !standIn.scopes.some((scope) => scopes.includes(scope)) ? [] : resolve(parent, args, context, info);
    };
  }
  return schema;
}

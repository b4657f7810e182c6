/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, type GraphQLField, isObjectType } from 'graphql';
import { pagedLists } from './paged-lists';

const isPaged = ({ args, type }: GraphQLField<unknown, unknown>) => {
  const named = getNamedType(type);
  return args.some(({ name }) => name === 'after') && isObjectType(named) && 'edges' in named.getFields();
};

test('the cache joins the pages of every list of the contract that has a next page', () => {
  const contract = new URL('../../../../../libs/contract/schema.graphql', import.meta.url);
  const types = Object.values(buildSchema(readFileSync(contract, 'utf8')).getTypeMap()).filter(isObjectType);
  const paged = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(isPaged)
      .map(({ name, args }) => [`${type.name}.${name}`, args.map((arg) => arg.name).filter((arg) => arg !== 'after')]),
  );
  const known = Object.entries(pagedLists).flatMap(([type, fields]) =>
    Object.entries(fields).map(([field, keys]) => [`${type}.${field}`, [...keys]]),
  );
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(paged));
});

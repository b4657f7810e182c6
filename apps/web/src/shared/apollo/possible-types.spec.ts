/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType } from 'graphql';
import { possibleTypes } from './possible-types';

test('the cache knows every type behind an interface of the contract', () => {
  const contract = new URL('../../../../../libs/contract/schema.graphql', import.meta.url);
  const schema = buildSchema(readFileSync(contract, 'utf8'));
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const known = Object.entries(possibleTypes).map(([name, types]) => [name, [...types].sort()]);
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries(
      interfaces.map((type) => [
        type.name,
        schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .sort(),
      ]),
    ),
  );
});

import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType } from 'graphql';
import { POLICY } from '@lienket/domain';
import { startApi, type TestApi } from './start-api.js';

const NAMED = new Set<string>(['PUBLIC', 'SIGNED_IN', 'PARTIES', ...Object.keys(POLICY)]);

describe('every field of the schema has an authority', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const schema = () => api.app.get(GraphQLSchemaHost).schema;

  it('each query and mutation names one that exists', () => {
    const roots = [schema().getQueryType()!, schema().getMutationType()!];
    const fields = roots.flatMap((root) => Object.values(root.getFields()));
    expect(fields.length).toBeGreaterThan(40);
    const bare = fields.filter((field) => !NAMED.has(String(field.extensions['authority']))).map((field) => field.name);
    expect(bare).toEqual([]);
  });

  it('no root field leaves the decision to its type', () => {
    const roots = [schema().getQueryType()!, schema().getMutationType()!];
    const wrong = roots.flatMap((root) =>
      Object.values(root.getFields()).filter((field) => field.extensions['authority'] === 'PARTIES'),
    );
    expect(wrong).toEqual([]);
  });

  it('each object type names one', () => {
    const bare = Object.values(schema().getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !['Query', 'Mutation'].includes(type.name))
      .filter((type) => isObjectType(type))
      .filter((type) => !NAMED.has(String(type.extensions['authority'])))
      .map((type) => type.name);
    expect(bare).toEqual([]);
  });

  it('a mutation of a visitor is refused, unless it is signing in or registering', async () => {
    const mutations = Object.values(schema().getMutationType()!.getFields());
    const open = mutations.filter((field) => field.extensions['authority'] === 'PUBLIC').map((field) => field.name);
    expect(open.sort()).toEqual(['organizationRegister', 'signIn']);
  });
});

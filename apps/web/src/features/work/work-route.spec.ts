/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import type { WorkItemKind } from '../../gql/graphql';
import { work } from '../../shared/messages/vi/work';
import { workRoute } from './work-route';

const contract = buildSchema(readFileSync(new URL('../../../../../libs/contract/schema.graphql', import.meta.url), 'utf8'));
const type = contract.getType('WorkItemKind');
const kinds = (isEnumType(type) ? type.getValues().map(({ name }) => name) : []) as WorkItemKind[];
const routes = readFileSync(new URL('../../app/routes.tsx', import.meta.url), 'utf8');
const paths = [...routes.matchAll(/path="([^"]+)"/g)].map(([, path]) => new RegExp(`^/${path!.replace(/:\w+/g, '[^/]+')}$`));

test('the contract names kinds of work', () => expect(kinds.length).toBeGreaterThan(10));

test.each(kinds)('%s has a sentence, a button and a page to go to', (kind) => {
  expect(work).toHaveProperty([`work.${kind}`]);
  expect(work).toHaveProperty([`work.do.${kind}`]);
  const [path] = workRoute({ kind, entityId: 'id/with slash' }).split('?');
  expect(paths.some((known) => known.test(path!))).toBe(true);
});

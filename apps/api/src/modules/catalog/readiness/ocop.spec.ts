import { randomUUID } from 'node:crypto';
import type { Client } from '../../../testing/client.js';
import type { GivenProduct, Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Sheet {
  __typename?: string;
  code?: string;
  total: number;
  stars: number;
  nextStars: number | null;
  lacking: number | null;
  gaps: string[];
  source: string;
  version: number;
  parts: { code: string; points: number; got: number; items: { code: string; points: number; given: number }[] }[];
}
const FIELDS = 'total stars nextStars lacking gaps source version parts { code points got items { code points given } }';

describe('a cooperative that scores its own product', () => {
  let api: TestApi;
  let farm: Org;
  let product: GivenProduct;
  let seller: Client;

  const sheet = async (client: Client, productId = product.id) =>
    (
      await client.query<{ ocopSelfAssessment: Sheet }>(`query($id: ID!) { ocopSelfAssessment(productId: $id) { ${FIELDS} } }`, {
        id: productId,
      })
    ).ocopSelfAssessment;
  const save = async (input: object) =>
    (
      await seller.mutate<{ ocopAssess: Sheet }>(
        `mutation($input: OcopAssessInput!) { ocopAssess(input: $input) { __typename ... on DomainError { code } ... on OcopSelfAssessment { ${FIELDS} } } }`,
        { productId: product.id, ...input },
      )
    ).ocopAssess;

  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative();
    product = await api.given.product(farm, { description: 'Mật ong chữa ho; giá trị cao.' });
    seller = await api.as(await api.given.member(farm, 'SELLER_STAFF'));
  });
  afterAll(() => api.stop());

  it('starts from the table of data: parts of 40, 25 and 35 points, each the sum of its rows, marked as a guide with its source', async () => {
    const empty = await sheet(seller);
    expect(empty.parts.map(({ points }) => points)).toEqual([4000, 2500, 3500]);
    for (const part of empty.parts) expect(part.items.reduce((sum, { points }) => sum + points, 0)).toBe(part.points);
    expect(empty).toMatchObject({ total: 0, stars: 0, version: 0 });
    expect(empty.source).toContain('không phải lời văn của bộ tiêu chí');
  });

  it('sees the sum, the band it would reach and what is still to win', async () => {
    const all = (await sheet(seller)).parts.flatMap(({ items }) => items);
    const full = all.map(({ code, points }) => ({ code, points }));
    const less = full.map((row) => (row.code === 'C3' ? { ...row, points: 0 } : row));
    expect(await save({ version: 0, points: less })).toMatchObject({
      total: 8900,
      stars: 4,
      nextStars: 5,
      lacking: 100,
      gaps: ['C3'],
    });
    expect(await save({ version: 1, points: full })).toMatchObject({ total: 10_000, stars: 5, nextStars: null, gaps: [] });
    expect(await save({ version: 1, points: full })).toMatchObject({ __typename: 'VersionConflict' });
    expect(await save({ version: 2, points: [{ code: 'A1', points: 9999 }] })).toMatchObject({ code: 'POINTS_NOT_VALID' });
    expect(await save({ version: 2, points: [{ code: 'Z9', points: 1 }] })).toMatchObject({ code: 'CRITERION_UNKNOWN' });
    expect(await sheet(seller)).toMatchObject({ total: 10_000, version: 2 });
  });

  it('does so alone: another cooperative meets the product as if it were not there', async () => {
    const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const ask = (id: string) => stranger.send('query($id: ID!) { ocopSelfAssessment(productId: $id) { total } }', { id });
    expect(await ask(product.id)).toEqual(await ask(randomUUID()));
  });

  it('is warned of words that praise food as a medicine, as is the officer who reviews, and nobody else', async () => {
    const warnings = async (client: Client) =>
      (
        await client.query<{ productById: { claimWarnings: string[] } }>(
          'query($id: ID!) { productById(id: $id) { claimWarnings } }',
          {
            id: product.id,
          },
        )
      ).productById.claimWarnings;
    const officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    expect([await warnings(seller), await warnings(officer), await warnings(api.visitor)]).toEqual([['chữa'], ['chữa'], []]);
    const { forbiddenClaims } = await api.visitor.query<{ forbiddenClaims: { phrase: string; except: string[] }[] }>(
      '{ forbiddenClaims { phrase except } }',
    );
    expect(forbiddenClaims.map(({ phrase }) => phrase)).toEqual(
      expect.arrayContaining(['chữa', 'trị', 'đặc trị', 'phòng ung thư']),
    );
  });
});

import type { Client } from '../../testing/client.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Row {
  code: string | null;
  name: string | null;
  organizations: number;
  products: number;
}

describe('organizations and products by area', () => {
  let api: TestApi;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    const long = { createdAt: new Date('2024-05-01T00:00:00Z') };
    const chiLang = await api.given.cooperative({ ...long, communeCode: '06463' });
    await api.given.product(chiLang, { publishedAt: new Date('2024-06-01T00:00:00Z') });
    await api.given.product(chiLang, { status: 'DRAFT', publishedAt: null });
    await api.given.cooperative({ ...long, communeCode: '06463', legacyDistrictCode: '184' });
    await api.given.cooperative({ createdAt: new Date('2026-05-01T00:00:00Z'), communeCode: '06463' });
    await api.given.cooperative({ ...long, communeCode: '06463', status: 'CLOSED', statusAt: new Date('2025-01-10T00:00:00Z') });
    await api.given.cooperative({ ...long, communeCode: '06463', status: 'DRAFT' });
    await api.given.cooperative(long);
  });
  afterAll(() => api.stop());

  const report = async (by: string, on: string) =>
    (
      await officer.query<{ areaReport: Row[] }>(
        'query($by: AreaGrouping!, $on: LocalDate!) { areaReport(by: $by, on: $on) { code name organizations products } }',
        { by, on },
      )
    ).areaReport;
  const at = (rows: Row[], code: string | null) => rows.find((row) => row.code === code);

  it('counts by the old district, its own or that of the commune, and what has no place last', async () => {
    const rows = await report('DISTRICT', '2026-08-01');
    expect(at(rows, '187')).toMatchObject({ organizations: 2, products: 1 });
    expect(at(rows, '184')).toMatchObject({ organizations: 1, products: 0 });
    expect(rows.at(-1)).toMatchObject({ code: null, name: null, organizations: 1 });
  });

  it('counts by the commune of today over the same organizations', async () => {
    const rows = await report('COMMUNE', '2026-08-01');
    expect(at(rows, '06463')).toMatchObject({ organizations: 3, products: 1 });
    const total = (list: Row[]) => list.reduce((sum, row) => sum + row.organizations, 0);
    expect(total(rows)).toBe(total(await report('DISTRICT', '2026-08-01')));
  });

  it('tells an earlier day without those that came later, with those that ended since, and never with drafts', async () => {
    expect(at(await report('COMMUNE', '2024-12-31'), '06463')).toMatchObject({ organizations: 3 });
    expect(at(await report('COMMUNE', '2025-06-30'), '06463')).toMatchObject({ organizations: 2 });
    expect(at(await report('COMMUNE', '2024-05-15'), '06463')).toMatchObject({ products: 0 });
    expect(await report('COMMUNE', '2020-01-01')).toEqual([]);
  });

  it('is for the Alliance', async () => {
    const director = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const answer = await director.send('{ areaReport(by: COMMUNE, on: "2026-08-01") { code } }');
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

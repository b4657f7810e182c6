import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApi } from '../../testing/start-api.js';

const TEMPLATE = `<!doctype html><html lang="vi"><head><meta charset="utf-8" /><meta
  name="description" content="Chung" /><title>Liên Kết</title></head><body><div id="root"></div><noscript>Cần JavaScript.</noscript></body></html>`;
const HOSTILE = `</script><script>alert(1)</script>"><img src=x onerror=alert(2)>'`;

describe('pages that visitors share', () => {
  let api: TestApi;
  let webDir: string;
  const get = (url: string) => api.visitor.get(url);
  const dataOf = (html: string) =>
    [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, json]) => JSON.parse(json!) as Record<string, unknown>,
    );
  const productOf = (html: string) => dataOf(html).find((data) => data['@type'] === 'Product')!;

  beforeAll(async () => {
    webDir = mkdtempSync(join(tmpdir(), 'lienket-web-'));
    writeFileSync(join(webDir, 'index.html'), TEMPLATE);
    api = await startApi({ webDir });
  });
  afterAll(async () => {
    await api.stop();
    rmSync(webDir, { recursive: true, force: true });
  });

  it('tell title, description, canonical address, preview and data of a product', async () => {
    const org = await api.given.cooperative({ name: 'HTX Mẫu Trang' });
    const { slug } = await api.given.product(org, { nameVi: 'Na dai thử trang', description: 'Na ngọt.' });
    const { statusCode, headers, body } = await get(`/catalog/${slug}?utm=1`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('<title>Na dai thử trang · Liên Kết</title>');
    expect(body).toMatch(/<meta name="description" content="Na ngọt\. [^"]*HTX Mẫu Trang/);
    expect(body).not.toContain('content="Chung"');
    expect(body).toContain(`<link rel="canonical" href="http://localhost:80/catalog/${slug}" />`);
    expect(body).toContain('<meta property="og:image" content="http://localhost:80/preview.png" />');
    expect(body).toMatch(/<noscript><h1>Na dai thử trang<\/h1>/);
    expect(dataOf(body).map((data) => data['@type'])).toEqual(['Product', 'BreadcrumbList']);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('offer a price only where the cooperative publishes it', async () => {
    const org = await api.given.cooperative();
    const tiers = [
      { minQtyBase: '0', unitPrice: 45_678n },
      { minQtyBase: '100', unitPrice: 43_210n },
    ];
    const hidden = (await get(`/catalog/${(await api.given.product(org, { tiers })).slug}`)).body;
    expect(productOf(hidden)['offers']).toBeUndefined();
    expect(hidden).not.toMatch(/45[.,]?678|43[.,]?210/);
    const open = (await get(`/catalog/${(await api.given.product(org, { tiers, priceVisibility: 'PUBLIC' })).slug}`)).body;
    expect(productOf(open)['offers']).toMatchObject({ lowPrice: '43210', highPrice: '45678', priceCurrency: 'VND' });
  });

  it('escape whatever a name may hold', async () => {
    const org = await api.given.cooperative({ name: `HTX ${HOSTILE}`, story: HOSTILE });
    const { slug } = await api.given.product(org, { nameVi: `Na ${HOSTILE}`, description: HOSTILE });
    const [row] = await api.sql<{ slug: string }>('select slug from organization where id = $1', [org.id]);
    for (const path of [`/catalog/${slug}`, `/c/${row!.slug}`, '/catalog']) {
      const { body } = await get(path);
      expect(body).not.toContain('<script>');
      expect(body).not.toContain('<img');
      expect(body.match(/<script/g)?.length ?? 0).toBe(dataOf(body).length);
    }
    expect(productOf((await get(`/catalog/${slug}`)).body)['name']).toBe(`Na ${HOSTILE}`);
  });

  it('say 404 for what does not exist, with the app behind it', async () => {
    for (const path of ['/catalog/khong-co', '/c/khong-co', '/events/khong-co', '/events/khong-co/booths/1']) {
      const { statusCode, body, headers } = await get(path);
      expect([path, statusCode]).toEqual([path, 404]);
      expect(body).toContain('<div id="root">');
      expect(headers['x-robots-tag']).toBe('noindex');
    }
  });

  it('keep drafts unseen', async () => {
    const org = await api.given.cooperative();
    const { slug } = await api.given.product(org, { status: 'DRAFT', nameVi: 'Nháp kín' });
    const { statusCode, body } = await get(`/catalog/${slug}`);
    expect(statusCode).toBe(404);
    expect(body).not.toContain('Nháp kín');
  });

  it('lead from an old address to the new one', async () => {
    const org = await api.given.cooperative();
    const { id, slug } = await api.given.product(org);
    await api.sql(`update product set slug = slug || '-moi' where id = $1`, [id]);
    await api.sql(`update catalog_entry set slug = slug || '-moi' where product_id = $1`, [id]);
    const { statusCode, headers } = await get(`/catalog/${slug}`);
    expect([statusCode, headers['location']]).toEqual([301, `/catalog/${slug}-moi`]);
    expect((await get(`/catalog/${slug}-moi`)).statusCode).toBe(200);
  });

  it('keep sample data and the pages of signed-in people out of search engines', async () => {
    const org = await api.given.cooperative();
    const { slug } = await api.given.product(org, { isDemo: true });
    expect((await get(`/catalog/${slug}`)).body).toContain('<meta name="robots" content="noindex, follow" />');
    for (const path of ['/work', '/orders/1', '/sign-in', '/shortlists']) {
      const { statusCode, body, headers } = await get(path);
      expect([statusCode, headers['x-robots-tag']]).toEqual([200, 'noindex']);
      expect(body).toContain('<meta name="robots" content="noindex" />');
    }
  });

  it('are listed for search engines, page by page', async () => {
    const org = await api.given.cooperative();
    const { slug } = await api.given.product(org);
    const robots = (await get('/robots.txt')).body;
    expect(robots).toContain('Sitemap: http://localhost:80/sitemap.xml');
    expect(robots).toContain('Disallow: /graphql');
    const index = (await get('/sitemap.xml')).body;
    expect(index).toContain('<loc>http://localhost:80/sitemaps/products-1.xml</loc>');
    const part = await get('/sitemaps/products-1.xml');
    expect(part.headers['content-type']).toContain('application/xml');
    expect(part.body).toMatch(
      new RegExp(`<loc>http://localhost:80/catalog/${slug}</loc><lastmod>\\d{4}-\\d{2}-\\d{2}</lastmod>`),
    );
    for (const missing of ['products-2.xml', 'nothing-1.xml', 'robots.txt', 'products-0.xml'])
      expect((await get(`/sitemaps/${missing}`)).statusCode).toBe(404);
  });

  it('know the conference and its booths as far as the notice does', async () => {
    const [event] = await api.sql<{ code: string; title: string }>('select code, title from event order by held_on limit 1');
    const { body } = await get(`/events/${event!.code}`);
    expect(dataOf(body)[0]).toMatchObject({ '@type': 'Event', name: event!.title });
  });
});

import { createServer } from 'node:http';
import pg from 'pg';

/** The baseline: node's http and pg alone, answering the catalogue page's very bytes from the same table. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const COLUMNS = `e.product_id as id, e.slug, e.name_vi, e.pack_name, e.moq_packs, e.base_unit, e.price_from, e.price_to, e.stars, e.stars_until::text, e.published_at,
  e.org_id, e.org_slug, e.org_name, e.district_name`;
const FIRST = {
  name: 'first',
  text: `select ${COLUMNS} from catalog_entry e order by e.published_at desc, e.product_id desc limit 21`,
};
const NEXT = {
  name: 'next',
  text: `select ${COLUMNS} from catalog_entry e where (e.published_at, e.product_id) < ($1::timestamptz, $2::uuid) order by e.published_at desc, e.product_id desc limit 21`,
};
const cursorOf = (row) => Buffer.from(JSON.stringify([row.published_at.toISOString(), row.id])).toString('base64url');

function page(rows, today) {
  const edges = rows.slice(0, 20).map((row) => {
    const starred = row.stars_until !== null && row.stars_until >= today;
    return {
      node: {
        id: row.id,
        slug: row.slug,
        nameVi: row.name_vi,
        packName: row.pack_name,
        moqPacks: row.moq_packs,
        baseUnit: row.base_unit,
        priceFrom: row.price_from === null ? null : Number(row.price_from),
        priceTo: row.price_to === null ? null : Number(row.price_to),
        stars: starred ? row.stars : null,
        starsUntil: starred ? row.stars_until : null,
        cooperative: { id: row.org_id, slug: row.org_slug, name: row.org_name, districtName: row.district_name },
      },
    };
  });
  const endCursor = edges.length ? cursorOf(rows[edges.length - 1]) : null;
  return { data: { catalog: { edges, pageInfo: { hasNextPage: rows.length > 20, endCursor } } } };
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString());
    const values = variables.after && JSON.parse(Buffer.from(variables.after, 'base64url').toString());
    const { rows } = await pool.query(values ? { ...NEXT, values } : FIRST);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const body = `${JSON.stringify(page(rows, today))}\n`;
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit(0));

import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The baseline: node's http and pg alone, answering the catalogue page's very bytes with the very statements that the API
 * sends (the bench hands their texts over), as named statements on a pool of the same size. It knows the page's shape by
 * heart: no GraphQL, no session, no validation of what it is asked.
 */
const { first, next } = JSON.parse(process.env.STATEMENTS);
const INT8 = 20;
const DATE = 1082;
const types = {
  getTypeParser(oid, format) {
    if (oid === INT8 && format !== 'binary') return Number;
    if (oid === DATE && format !== 'binary') return (text) => text;
    return pg.types.getTypeParser(oid, format);
  },
};
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, types });
const cursorOf = (row) => Buffer.from(JSON.stringify([row.publishedAt, row.id])).toString('base64url');

function page(rows, today) {
  const edges = rows.slice(0, 20).map((row) => {
    const starred = row.starsUntil !== null && row.starsUntil >= today;
    return {
      node: {
        id: row.id,
        slug: row.slug,
        nameVi: row.nameVi,
        packName: row.packName,
        moqPacks: row.moqPacks,
        baseUnit: row.baseUnit,
        priceFrom: row.priceFrom,
        priceTo: row.priceTo,
        stars: starred ? row.stars : null,
        starsUntil: starred ? row.starsUntil : null,
        cooperative: { id: row.orgId, slug: row.orgSlug, name: row.orgName, districtName: row.districtName },
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
    const statement = values ? { name: 'next', text: next, values } : { name: 'first', text: first };
    const { rows } = await pool.query(statement);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const body = `${JSON.stringify(page(rows, today))}\n`;
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
process.once('SIGTERM', () => process.exit(0));

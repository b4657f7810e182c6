import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../auth/authority.js';
import { CONFIG, type Config } from '../config.js';
import { publicOrigin } from '../documents/index.js';
import { escapeHtml } from './page-html.js';
import { PublicPages } from './public-pages.js';

/** Far below the 50,000 a sitemap may hold, so that one answer stays small. */
const SIZE = 5_000;
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Places of signed-in people and of machines. */
const CLOSED = ['/graphql', '/work', '/organization', '/orders', '/agreements', '/contracts', '/shipments', '/payments', '/board', '/review',
  '/products', '/documents', '/notifications', '/rfqs', '/demo', '/health', '/metrics', '/sign-in', '/_ui']; // prettier-ignore

/** What search engines ask for first. */
@Controller()
@Authority('PUBLIC')
export class SitemapController {
  constructor(
    private readonly pages: PublicPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('robots.txt')
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`), `Sitemap: ${this.origin(request)}/sitemap.xml`];
    void reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  }

  @Get('sitemap.xml')
  async index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = await Promise.all(
      [...this.pages.sitemap].map(async ([name, part]) => ({ name, count: await part.pages(SIZE) })),
    );
    const files = parts.flatMap(({ name, count }) =>
      Array.from(
        { length: count },
        (_, index) => `<sitemap><loc>${escapeHtml(`${this.origin(request)}/sitemaps/${name}-${index + 1}.xml`)}</loc></sitemap>`,
      ),
    );
    this.send(reply, `${XML}\n<sitemapindex xmlns="${SCHEMA}">${files.join('\n')}</sitemapindex>`);
  }

  @Get('sitemaps/:file')
  async part(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [, name, page] = /^([a-z]+)-(\d{1,6})\.xml$/.exec(file) ?? [];
    const part = name && this.pages.sitemap.get(name);
    const entries = part && Number(page) > 0 ? await part.page(Number(page), SIZE) : [];
    if (entries.length === 0) return void reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy.' });
    const urls = entries.map(
      ({ path, changedOn }) =>
        `<url><loc>${escapeHtml(this.origin(request) + path)}</loc>${changedOn ? `<lastmod>${escapeHtml(changedOn)}</lastmod>` : ''}</url>`,
    );
    this.send(reply, `${XML}\n<urlset xmlns="${SCHEMA}">${urls.join('\n')}</urlset>`);
  }

  private origin(request: FastifyRequest): string {
    return publicOrigin(this.config.publicUrl, request);
  }

  private send(reply: FastifyReply, body: string): void {
    void reply.header('cache-control', 'public, max-age=600').type('application/xml; charset=utf-8').send(body);
  }
}

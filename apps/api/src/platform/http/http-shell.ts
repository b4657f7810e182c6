import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { PublicPages } from './public-pages.js';
import { securityHeaders } from './security-headers.js';
import { silentConnections } from './silent-connections.js';
import { LARGEST_FILE } from './uploaded-file.js';
import { webPages } from './web-pages.js';

/** Asked for by the web's files and by GraphQL's long answers; a hook before every request would cost the short ones. */
const PACKING = { threshold: 2048, encodings: ['br', 'gzip', 'identity'] as const };

/** Browsers say where a request comes from; a write from another site is refused before anything reads it. */
function refuseForeignWrites(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return done();
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreign = (site && site !== 'same-origin' && site !== 'none') || (origin && !sameHost(origin, request.headers.host));
  if (foreign) {
    void reply.code(403).send({ code: 'FOREIGN_ORIGIN', message: 'Yêu cầu này không đến từ trang của Liên Kết.' });
    return;
  }
  done();
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Headers, cookies, uploads and the built web application around the GraphQL server. */
export async function dressHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const silent = silentConnections(app.getHttpServer());
  fastify.addHook('preClose', async () => silent.end());
  fastify.addHook('onRequest', refuseForeignWrites);
  fastify.addHook('onRequest', securityHeaders(config.production));
  await app.register(cookie as never);
  await app.register(compress as never, { ...PACKING, global: false, globalDecompression: false });
  await app.register(multipart as never, {
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 5, parts: 6, headerPairs: 50 },
  });
  serveWeb(fastify as never, config.webDir, app.get(PublicPages), config.publicUrl);
}

type Instance = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

function serveWeb(fastify: Instance, root: string, pages: PublicPages, publicUrl: string | undefined): void {
  if (!existsSync(join(root, 'index.html'))) return;
  void fastify.register(fastifyStatic as never, { root, serve: false, index: false } as never);
  fastify.get('/*', { compress: PACKING } as object, webPages(root, pages, publicUrl));
}

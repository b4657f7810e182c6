import { existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, workspaceRoot } from '../config.js';
import { securityHeaders } from './security-headers.js';

const YEAR = 31_536_000;
/** Asked for by the web's files and by GraphQL's long answers; a hook before every request would cost the short ones. */
const PACKING = { threshold: 2048, encodings: ['br', 'gzip', 'identity'] as const };
const LARGEST_UPLOAD = 10 * 1024 * 1024;

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
  fastify.addHook('onRequest', refuseForeignWrites);
  fastify.addHook('onRequest', securityHeaders(config.production));
  await app.register(cookie as never);
  await app.register(compress as never, { ...PACKING, global: false, globalDecompression: false });
  await app.register(multipart as never, {
    limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 5, parts: 6, headerPairs: 50 },
  });
  serveWeb(fastify as never, join(workspaceRoot(), 'apps/web/dist'));
}

type Instance = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

function serveWeb(fastify: Instance, root: string): void {
  if (!existsSync(join(root, 'index.html'))) return;
  void fastify.register(fastifyStatic as never, { root, serve: false, index: false } as never);
  fastify.get('/*', { compress: PACKING } as object, (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(request.url.split('?', 1)[0]!);
    const inside = normalize(path).replace(/^([/\\])+/, '');
    const isFile =
      inside &&
      !inside.startsWith('..') &&
      !inside.startsWith('.') &&
      existsSync(join(root, inside)) &&
      statSync(join(root, inside)).isFile();
    if (isFile)
      return reply.sendFile(inside, {
        maxAge: inside.startsWith('assets/') ? YEAR * 1000 : 0,
        immutable: inside.startsWith('assets/'),
      });
    const wantsFile =
      /\.[a-z0-9]{2,5}$/i.test(path) || /^\/(graphql|files|documents|qr|health|metrics|demo|mail)(\/|$)/.test(path);
    if (wantsFile) return reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy.' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0 });
  });
}

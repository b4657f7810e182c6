import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicOrigin } from '../documents/index.js';
import { pageHtml, privateHtml } from './page-html.js';
import type { PublicPages } from './public-pages.js';

const YEAR_MS = 31_536_000_000;
const FOR_MACHINES = /^\/(graphql|files|documents|exports|qr|health|metrics|demo|mail|sitemaps)(\/|$)/;

/** The built web's page, read again when a new build has replaced it. */
function templateOf(root: string): () => string {
  const file = join(root, 'index.html');
  let known = { at: 0, text: '' };
  return () => {
    const at = statSync(file).mtimeMs;
    if (at !== known.at) known = { at, text: readFileSync(file, 'utf8') };
    return known.text;
  };
}

/** Files of the web application, its public pages with their own head, and the bare page for everything behind the sign-in. */
export function webPages(root: string, pages: PublicPages, publicUrl: string | undefined) {
  const template = templateOf(root);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = decodedPath(request.url);
    const inside = normalize(path).replace(/^([/\\])+/, '');
    if (inside && isFile(root, inside)) {
      const isAsset = inside.startsWith('assets/');
      return reply.sendFile(inside, { maxAge: isAsset ? YEAR_MS : 0, immutable: isAsset });
    }
    if (/\.[a-z0-9]{2,5}$/i.test(path) || FOR_MACHINES.test(path))
      return reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy.' });
    const page = await pages.find(path);
    if (page && 'movedTo' in page) return reply.redirect(page.movedTo, 301);
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    if (page) {
      if (!page.isIndexed) void reply.header('x-robots-tag', 'noindex');
      return reply.send(pageHtml(template(), page, publicOrigin(publicUrl, request)));
    }
    void reply.header('x-robots-tag', 'noindex');
    return page === null ? reply.code(404).send(privateHtml(template(), 'Không tìm thấy')) : reply.send(privateHtml(template()));
  };
}

/** An address that cannot be read is an address that does not exist. */
function decodedPath(url: string): string {
  const path = url.split('?', 1)[0]!;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const isFile = (root: string, inside: string): boolean =>
  !inside.startsWith('..') && !inside.startsWith('.') && existsSync(join(root, inside)) && statSync(join(root, inside)).isFile();

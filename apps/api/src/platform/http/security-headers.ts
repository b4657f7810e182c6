import type { FastifyReply, FastifyRequest } from 'fastify';

const YEAR = 31_536_000;

/** For every answer, data or page. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** For what a browser may show as a page of its own. */
const ON_PAGES = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join(';'),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;

/** The usual headers, made once: building them anew cost every request of the catalogue more than its own reading did. */
export function securityHeaders(production: boolean) {
  const always = production ? { ...ALWAYS, 'strict-transport-security': `max-age=${YEAR}; includeSubDomains` } : { ...ALWAYS };
  const onPages = { ...always, ...ON_PAGES };
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const isData = request.method === 'POST' && request.url.startsWith('/graphql');
    void reply.headers(isData ? always : onPages);
    done();
  };
}

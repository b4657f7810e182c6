import type { PublicPage } from './public-pages.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For texts and attribute values alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** JSON inside a script element: nothing in it may look like markup, and no line separator may end a line. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const SITE = 'Liên Kết';
const PICTURE = { path: '/preview.png', alt: 'Liên Kết: sàn kết nối hợp tác xã với nhà bán lẻ' };

/** One line, cut at a word: previews show about so much. */
export function brief(text: string, most = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}

const meta = (key: 'name' | 'property', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeHtml(content)}" />`;

function headOf(page: PublicPage, origin: string): string {
  const { path, alt } = page.image ?? PICTURE;
  const description = brief(page.description);
  return [
    `<link rel="canonical" href="${escapeHtml(origin + page.path)}" />`,
    meta('name', 'robots', page.isIndexed ? 'index, follow, max-image-preview:large' : 'noindex, follow'),
    meta('property', 'og:site_name', SITE),
    meta('property', 'og:type', page.kind),
    meta('property', 'og:locale', 'vi_VN'),
    meta('property', 'og:title', page.title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', origin + page.path),
    meta('property', 'og:image', origin + path),
    meta('property', 'og:image:alt', alt),
    meta('name', 'twitter:card', 'summary_large_image'),
    ...(page.data?.(origin) ?? []).map((data) => `<script type="application/ld+json">${scriptJson(data)}</script>`),
  ].join('\n    ');
}

function bodyOf(page: PublicPage): string {
  const lines = (page.lines ?? [page.description]).filter(Boolean).map((line) => `<p>${escapeHtml(line)}</p>`);
  const links = (page.links ?? []).map(({ href, text }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`);
  return `<h1>${escapeHtml(page.title)}</h1>${lines.join('')}${links.length ? `<ul>${links.join('')}</ul>` : ''}`;
}

const titleOf = (title: string): string => `<title>${escapeHtml(title === SITE ? SITE : `${title} · ${SITE}`)}</title>`;

/** The app's own page with the head of this one, and its text for readers without scripts. */
export function pageHtml(template: string, page: PublicPage, origin: string): string {
  return template
    .replace(/<title>[^<]*<\/title>/, () => titleOf(page.title))
    .replace(/<meta\s+name="description"[^>]*>/, () => meta('name', 'description', brief(page.description)))
    .replace('</head>', () => `  ${headOf(page, origin)}\n  </head>`)
    .replace('<noscript>', () => `<noscript>${bodyOf(page)}`);
}

/** A page that is only for its people, or that does not exist. */
export const privateHtml = (template: string, title?: string): string =>
  template
    .replace(/<title>[^<]*<\/title>/, (own) => (title ? titleOf(title) : own))
    .replace('</head>', () => `  ${meta('name', 'robots', 'noindex')}\n  </head>`);

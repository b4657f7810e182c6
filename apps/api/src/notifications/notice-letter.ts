import { NOTICE_GROUPS, type NoticeGroup } from '@lienket/domain';
import type { ReadableNotice } from '../platform/notices/index.js';

export interface LetterItem extends ReadableNotice {
  readonly orgName: string;
}

export interface LetterLinks {
  /** Address of the app, without a slash at the end. */
  readonly app: string;
  /** Ends this kind of letters; null where the letter must come. */
  readonly unsubscribe: string | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const WORDS = {
  vi: {
    open: 'Mở trong Liên Kết',
    digest: (count: number, date: string) => `${count} thông báo ngày ${date}`,
    more: (count: number) => `Còn ${count} thông báo khác trong mục Thông báo.`,
    why: (org: string) => `Anh/chị nhận thư này vì là người của ${org} trên Liên Kết.`,
    whyDigest: 'Đây là thư tổng hợp mỗi ngày một lần của Liên Kết.',
    stopDigest: 'Ngừng nhận thư tổng hợp',
    unsubscribe: (group: string) => `Ngừng nhận e-mail về "${group}"`,
    settings: 'Chỉnh cách nhận thông báo',
    mandatory: 'Thư về an toàn tài khoản luôn được gửi, không tắt được.',
  },
  en: {
    open: 'Open in Liên Kết',
    digest: (count: number, date: string) => `${count} notifications of ${date}`,
    more: (count: number) => `${count} more stand under Notifications.`,
    why: (org: string) => `You get this letter because you work for ${org} on Liên Kết.`,
    whyDigest: 'This is the daily summary of Liên Kết.',
    stopDigest: 'Stop the daily summary',
    unsubscribe: (group: string) => `Stop e-mails about "${group}"`,
    settings: 'Change how you are notified',
    mandatory: 'Letters about account safety are always sent and cannot be switched off.',
  },
};

const DIGEST_MAX = 50;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\n/g, '<br>');

const link = (href: string, words: string): string => `<a href="${escape(href)}" style="color:#8a3b12">${escape(words)}</a>`;

/** Tables and inline styles: what every mail program shows. */
const page = (locale: string, body: string, foot: readonly string[]): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head>` +
  `<body style="margin:0;padding:24px;background:#f8f5ee;color:#1c2b24;font:16px/1.5 'Be Vietnam Pro',Arial,sans-serif">` +
  `<div style="max-width:560px;margin:0 auto;background:#fffdf8;border:1px solid #ddd6c6;padding:24px">` +
  `<p style="margin:0 0 16px;font-weight:600">Liên Kết</p>${body}</div>` +
  `<div style="max-width:560px;margin:16px auto 0;font-size:13px;color:#55605a">${foot.map((line) => `<p style="margin:0 0 4px">${line}</p>`).join('')}</div>` +
  `</body></html>`;

/** The letter about one fact. */
export function noticeLetter(item: LetterItem, group: NoticeGroup, links: LetterLinks, locale: 'vi' | 'en'): Letter {
  const words = WORDS[locale];
  const [thing, settings] = [`${links.app}${item.link}`, `${links.app}/notices/settings`];
  const stop = words.unsubscribe(NOTICE_GROUPS[group][locale]);
  const leave = links.unsubscribe
    ? { text: `${stop}: ${links.unsubscribe}`, html: link(links.unsubscribe, stop) }
    : { text: words.mandatory, html: escape(words.mandatory) };
  const foot = [words.why(item.orgName), leave.text, `${words.settings}: ${settings}`];
  return {
    subject: `[Liên Kết] ${item.title}`,
    text: `${[item.title, item.text, `${words.open}: ${thing}`, ['--', ...foot].join('\n')].filter(Boolean).join('\n\n')}\n`,
    html: page(
      locale,
      `<p style="margin:0 0 12px;font-size:18px">${escape(item.title)}</p>` +
        (item.text ? `<p style="margin:0 0 12px">${escape(item.text)}</p>` : '') +
        `<p style="margin:16px 0 0">${link(thing, words.open)}</p>`,
      [escape(words.why(item.orgName)), leave.html, link(settings, words.settings)],
    ),
  };
}

/** The day's letter: every item once, by organization. */
export function digestLetter(
  items: readonly LetterItem[],
  date: string,
  { app, unsubscribe }: LetterLinks,
  locale: 'vi' | 'en',
): Letter {
  const words = WORDS[locale];
  const shown = items.slice(0, DIGEST_MAX);
  const names = [...new Set(shown.map(({ orgName }) => orgName))];
  const byOrg = names.map((name) => [name, shown.filter(({ orgName }) => orgName === name)] as const);
  const rest = items.length > shown.length ? [words.more(items.length - shown.length)] : [];
  const settings = `${app}/notices/settings`;
  const heading = words.digest(items.length, date);
  const text = byOrg.map(([org, list]) =>
    [org, ...list.map(({ title, link: path }) => `- ${title}\n  ${app}${path}`)].join('\n'),
  );
  const html = byOrg.map(
    ([org, list]) =>
      `<p style="margin:16px 0 4px;font-weight:600">${escape(org)}</p><ul style="margin:0;padding-left:20px">` +
      `${list.map(({ title, link: path }) => `<li style="margin:0 0 8px">${link(`${app}${path}`, title)}</li>`).join('')}</ul>`,
  );
  return {
    subject: `[Liên Kết] ${heading}`,
    text: `${[heading, ...text, ...rest, `--\n${words.whyDigest}\n${words.stopDigest}: ${unsubscribe}\n${words.settings}: ${settings}`].join('\n\n')}\n`,
    html: page(
      locale,
      `<p style="margin:0;font-size:18px">${escape(heading)}</p>${html.join('')}${rest.map((line) => `<p>${link(`${app}/notices`, line)}</p>`).join('')}`,
      [escape(words.whyDigest), link(unsubscribe ?? settings, words.stopDigest), link(settings, words.settings)],
    ),
  };
}

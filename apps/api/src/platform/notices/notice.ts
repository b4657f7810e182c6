import type { NoticeGroup, Role } from '@lienket/domain';

/** Plain JSON: it lives in the outbox and in the notification's row. */
export type Facts = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** One sentence, or a heading with what follows it. */
export type NoticeWords = string | { readonly title: string; readonly text: string };

/** `from` names the organization whose act it was ("Liên Kết" when the platform itself speaks). */
type Wording<F extends Facts> = (facts: F, from: string) => NoticeWords;

export interface Notice<F extends Facts = Facts> {
  /** "order.placed": stands in stored rows, so never rename it. */
  readonly kind: string;
  readonly group: NoticeGroup;
  /** People of the told organization with one of these roles hear of it. */
  readonly to: readonly Role[];
  readonly vi: Wording<F>;
  readonly en: Wording<F>;
  /** The app's address of the thing, "/orders/…". */
  readonly link: (facts: F) => string;
  /** An e-mail about it does not wait for the end of quiet hours. */
  readonly urgent?: boolean;
}

const declared = new Map<string, Notice>();

/** Declares, beside the module that owns the fact, what people are told about it. */
export function declareNotice<F extends Facts>(notice: Notice<F>): Notice<F> {
  if (declared.has(notice.kind)) throw new Error(`Notice ${notice.kind} is declared twice.`);
  declared.set(notice.kind, notice as unknown as Notice);
  return notice;
}

/** The declared notice of a stored row; undefined for a kind that this version no longer knows. */
export const noticeOf = (kind: string): Notice | undefined => declared.get(kind);

export const declaredNotices = (): Notice[] => [...declared.values()];

export interface ReadableNotice {
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** The words of a stored row in the reader's language. */
export function readNotice(notice: Notice, facts: Facts, from: string, locale: 'vi' | 'en'): ReadableNotice {
  const words = notice[locale](facts, from);
  const { title, text } = typeof words === 'string' ? { title: words, text: '' } : words;
  return { title, text, link: notice.link(facts) };
}

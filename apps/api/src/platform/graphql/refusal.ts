import { createUnionType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import type { Refusal, Result } from '@lienket/domain';
import type { Refused as RefusedAnswer, RowsRefused, VersionConflict } from './domain-error.graphql.js';

export type Locale = 'vi' | 'en';

/** What a refused row says: which row of the input, which field, and the cause. */
export interface RowRefusal<R extends Refusal = Refusal> {
  readonly row: number;
  readonly field: string;
  readonly refusal: R;
  readonly suggestion?: string;
}

/** Somebody saved first. */
export interface VersionConflictRefusal extends Refusal {
  readonly code: 'VERSION_CONFLICT';
  readonly currentVersion: number;
}

/** Some rows of a list cannot be taken; nothing was saved. */
export interface RowsRefusal<R extends Refusal = Refusal> extends Refusal {
  readonly code: 'ROWS_REFUSED';
  readonly rows: readonly RowRefusal<R>[];
}

export const versionConflict = (currentVersion: number): { ok: false; refusal: VersionConflictRefusal } => ({
  ok: false,
  refusal: { code: 'VERSION_CONFLICT', currentVersion },
});

export const rowsRefused = <R extends Refusal>(rows: readonly RowRefusal<R>[]): { ok: false; refusal: RowsRefusal<R> } => ({
  ok: false,
  refusal: { code: 'ROWS_REFUSED', rows },
});

export interface Sentence<R> {
  readonly vi: (refusal: R) => string;
  readonly en: (refusal: R) => string;
  /** The input's field the sentence belongs to. */
  readonly field?: string;
}

/** One sentence for every refusal a module can give: the compiler asks for each. */
export type Messages<R extends Refusal> = { readonly [Code in R['code']]: Sentence<Extract<R, { code: Code }>> };

type Explained = { __typename: string } & (RefusedAnswer | VersionConflict | RowsRefused);

const ROWS: Record<Locale, (count: number) => string> = {
  vi: (count) => `Có ${count} dòng cần sửa; chưa có gì được lưu.`,
  en: (count) => `${count} rows need a correction; nothing was saved.`,
};
const CONFLICT: Record<Locale, string> = {
  vi: 'Có người vừa lưu thay đổi trước bạn. Hãy tải lại, so sánh rồi lưu lại.',
  en: 'Somebody saved a change before you. Reload, compare and save again.',
};

/** Turns a refusal into the union member that the client shows. */
export function explain<R extends Refusal>(messages: Messages<R>, refusal: Refusal, locale: Locale): Explained {
  if (refusal.code === 'VERSION_CONFLICT') {
    const { currentVersion } = refusal as VersionConflictRefusal;
    return { __typename: 'VersionConflict', code: refusal.code, message: CONFLICT[locale], currentVersion };
  }
  if (refusal.code === 'ROWS_REFUSED') {
    const rows = (refusal as RowsRefusal).rows.map(({ row, field, refusal: cause, suggestion }) => {
      const { code, message } = explain(messages, cause, locale);
      return { row, field, code, message, suggestion: suggestion ?? null };
    });
    return { __typename: 'RowsRefused', code: refusal.code, message: ROWS[locale](rows.length), rows };
  }
  const sentence = (messages as unknown as Record<string, Sentence<Refusal> | undefined>)[refusal.code];
  if (!sentence) throw new Error(`No sentence for the refusal ${refusal.code}`);
  return { __typename: 'Refused', code: refusal.code, message: sentence[locale](refusal), field: sentence.field ?? null };
}

/** The answer of a mutation: the thing as it now is, or the explained refusal. */
export async function answer<T extends object, R extends Refusal>(
  result: Result<string, Refusal>,
  typename: string,
  load: (id: string) => Promise<T>,
  messages: Messages<R>,
  locale: Locale,
): Promise<(T & { __typename: string }) | Explained> {
  return result.ok ? { ...(await load(result.value)), __typename: typename } : explain(messages, result.refusal, locale);
}

/** A result union whose members are told apart by `__typename`; `typeof XResult` is the TypeScript union of their instances. */
export const resultUnion = <const T extends readonly Type<unknown>[]>(name: string, types: () => T): InstanceType<T[number]> =>
  createUnionType({ name, types, resolveType: (value: { __typename?: string }) => value.__typename }) as InstanceType<T[number]>;

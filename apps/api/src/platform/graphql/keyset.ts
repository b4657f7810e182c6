import { Type } from '@nestjs/common';
import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { Authority, type Authority as AuthorityName } from '../auth/authority.js';
import { BadInputError } from '../errors.js';
import { PageInfo } from './domain-error.graphql.js';

const MAX_PAGE = 100;

/** Page size between 1 and 100. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
    throw new BadInputError(`Mỗi trang có từ 1 đến ${MAX_PAGE} dòng.`, 'first');
  return size;
}

export const encodeCursor = (...keys: (string | number | Date)[]): string =>
  Buffer.from(JSON.stringify(keys.map((key) => (key instanceof Date ? key.toISOString() : key)))).toString('base64url');

export function decodeCursor(cursor: string | null | undefined, keys: number): string[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === keys &&
      values.every((value) => typeof value === 'string' || typeof value === 'number')
    ) {
      return values.map(String);
    }
  } catch {
    // falls through to the sentence below
  }
  throw new BadInputError('Trang này không còn. Hãy tải lại danh sách.', 'after');
}

export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  /** Rows are counted when this is read: only when the client asks. */
  readonly totalCount: Promise<number>;
}

/** `cursor` is worked out when it is read: most clients ask for the page's last one only. */
class PageEdge<Row, T> {
  constructor(
    readonly node: T,
    private readonly row: Row,
    private readonly cursorOf: (row: Row) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.row);
  }
}

/** Getters of a class, not of object literals: those would be made anew for every edge, which cost more than the query. */
class Page<Row, T> implements Connection<T> {
  readonly edges: PageEdge<Row, T>[];
  readonly pageInfo: PageInfo;

  constructor(
    rows: Row[],
    size: number,
    node: (row: Row) => T,
    cursor: (row: Row) => string,
    private readonly count: () => Promise<number>,
  ) {
    const shown = rows.length > size ? rows.slice(0, size) : rows;
    this.edges = shown.map((row) => new PageEdge(node(row), row, cursor));
    this.pageInfo = { hasNextPage: rows.length > size, endCursor: this.edges.at(-1)?.cursor ?? null };
  }

  get totalCount(): Promise<number> {
    return this.count();
  }
}

/** Rows read with `limit size + 1` become a Relay page. */
export const toConnection = <Row, T>(
  rows: Row[],
  size: number,
  node: (row: Row) => T,
  cursor: (row: Row) => string,
  count: () => Promise<number>,
): Connection<T> => new Page(rows, size, node, cursor, count);

/** GraphQL types of a connection of `node`: XxxEdge and XxxConnection. */
export function connectionOf<T>(name: string, node: Type<T>, authority: AuthorityName) {
  @ObjectType(`${name}Edge`)
  @Authority(authority)
  class Edge {
    @Field(() => String) cursor: string;
    @Field(() => node) node: T;
  }
  @ObjectType(`${name}Connection`)
  @Authority(authority)
  class NodeConnection {
    @Field(() => [Edge]) edges: Edge[];
    @Field(() => PageInfo) pageInfo: PageInfo;
    @Extensions({ promised: true })
    @Field(() => Int, { description: 'Counted only when asked for.' })
    totalCount: number | Promise<number>;
  }
  return NodeConnection;
}

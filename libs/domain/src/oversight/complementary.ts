/** A row of an aggregate table: what stands behind it. */
export interface AggregateRow {
  readonly key: string;
  /** Rows of one dimension lie side by side ("by field"); null for the total above all. */
  readonly dimension: string | null;
  readonly members: ReadonlySet<string>;
}

/**
 * Which rows may be told so that no subtraction tells what is hidden (complementary suppression): a row needs enough behind it, and so
 * does what is left when one told row is taken from another that contains it, or all told rows of a dimension from the total. Where
 * something is left that is too small, the smallest told row goes too. The order of the rows does not matter.
 */
export function safeToTell(
  rows: readonly AggregateRow[],
  isEnough: (members: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  let told = rows
    .filter(({ members }) => isEnough(members))
    .sort((a, b) => b.members.size - a.members.size || (a.key < b.key ? -1 : 1));
  const isTooSmall = (members: ReadonlySet<string>) => members.size > 0 && !isEnough(members);
  for (;;) {
    const gone = told.findLast(
      (inner) =>
        told.some((outer) => outer !== inner && contains(outer, inner) && isTooSmall(without(outer.members, inner.members))) ||
        (inner.dimension !== null &&
          told.some((total) => total.dimension === null && isTooSmall(without(total.members, unionOf(told, inner.dimension!))))),
    );
    if (!gone) return new Set(told.map(({ key }) => key));
    told = told.filter((row) => row !== gone);
  }
}

const contains = (outer: AggregateRow, inner: AggregateRow): boolean =>
  outer.members.size > inner.members.size && [...inner.members].every((member) => outer.members.has(member));
const without = (all: ReadonlySet<string>, some: ReadonlySet<string>): Set<string> =>
  new Set([...all].filter((member) => !some.has(member)));
const unionOf = (rows: readonly AggregateRow[], dimension: string): Set<string> =>
  new Set(rows.filter((row) => row.dimension === dimension).flatMap(({ members }) => [...members]));

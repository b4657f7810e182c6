import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { Connection } from '../graphql/keyset.js';
import type { CellValue, ColumnKind } from './sheet-table.js';

interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface ExportColumn<Row> {
  readonly label: Words;
  readonly kind: ColumnKind;
  readonly width?: number;
  readonly value: (row: Row, locale: 'vi' | 'en') => CellValue;
}

/** A list of the application as a file: the rows are those of the screen, read by the same queries with the same rights. */
export interface ExportSource<Row = never> {
  /** "my-products": stands in the address. */
  readonly name: string;
  readonly title: Words;
  readonly columns: readonly ExportColumn<Row>[];
  /** False answers as if there were no such list; a list for everybody takes a visitor too. */
  readonly isFor: (actor: Actor | null) => boolean;
  /** The screen's filters as they stand in its address. */
  readonly rows: (actor: Actor | null, filter: Readonly<Record<string, string>>) => AsyncIterable<Row>;
}

/** Modules put their lists here; who serves them knows none of the modules. */
@Injectable()
export class ExportRegistry {
  private readonly sources = new Map<string, ExportSource>();

  add<Row>(source: ExportSource<Row>): void {
    if (this.sources.has(source.name)) throw new Error(`The list ${source.name} is exported twice.`);
    this.sources.set(source.name, source as unknown as ExportSource);
  }

  get names(): string[] {
    return [...this.sources.keys()];
  }

  find(name: string): ExportSource | null {
    return this.sources.get(name) ?? null;
  }
}

const PAGE = 100;

/** All rows of a list, one page of the screen's query after the other. */
export async function* everyRow<Row>(
  page: (first: number, after: string | null) => Promise<Connection<Row>>,
): AsyncGenerator<Row> {
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await page(PAGE, after);
    for (const { node } of edges) yield node;
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) return;
    after = pageInfo.endCursor;
  }
}

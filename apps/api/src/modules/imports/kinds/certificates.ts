import { Injectable } from '@nestjs/common';
import { foldVietnamese, formatScore } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { ProductBatch, productMessages } from '../../catalog/index.js';
import {
  CERTIFICATE_IMAGE,
  CertificateBatch,
  type CertificateColumns,
  certificateColumnsOf,
  certificateMessages,
  type CertificatePaper,
  CertificateRules,
  ISSUER_LEVELS,
  type CertificateSheet,
  type KnownCertificate,
} from '../../registry/index.js';
import { readChoice, readDate, readInteger } from '../cell-values.js';
import type { Checked, CheckedRow, ImportKind, KindRow, PlannedChange, Words } from '../import-kind.js';
import { CERTIFICATE_COLUMNS } from './certificate-columns.js';
import { findProducts, keyText } from './products.js';
import { RowCells } from './row-cells.js';

export type CertificatePlan = { readonly declare: CertificatePaper } | { readonly correct: CertificatePaper };

const FIELD_COLUMNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CERTIFICATE_COLUMNS.map(({ key }) => [key, key])),
  productId: 'sellerSku',
};
const OF_COLUMNS: readonly (keyof CertificateColumns)[] = [
  ...(['stars', 'scoreHundredths', 'decidedOn', 'issuer', 'issuerLevel', 'legalBasis', 'issuedOn', 'expiresOn'] as const),
];

type Find = Awaited<ReturnType<typeof findProducts>>;

/** Papers by number, kind and product: declared by the file, looked at by the Alliance as any other; the scan is added on the screen. */
@Injectable()
export class CertificatesKind implements ImportKind<CertificatePlan> {
  readonly name = 'CERTIFICATES';
  readonly label = { vi: 'Chứng nhận', en: 'Certificates' };
  readonly action = 'certificate.declare';
  readonly columns = CERTIFICATE_COLUMNS;
  readonly keyColumns = ['number'];
  readonly neededForNew = ['kind', 'issuedOn'];
  readonly image = CERTIFICATE_IMAGE;

  constructor(
    private readonly batch: CertificateBatch,
    private readonly rules: CertificateRules,
    private readonly products: ProductBatch,
  ) {}

  async choicesNow(tx: Tx): Promise<Record<string, Record<string, Words>>> {
    const kinds = await this.batch.kinds(tx);
    return { kind: Object.fromEntries(kinds.map(({ code, vi, en }) => [code, { vi, en }])) };
  }

  async check(tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean): Promise<Checked<CertificatePlan>> {
    const find = await findProducts(this.products, tx, actor, rows, false);
    const kinds = (await this.choicesNow(tx))['kind']!;
    const papers = await this.batch.find(
      tx,
      actor.orgId,
      rows.map((row) => keyText(row, 'number')),
      lock,
    );
    const known = new Map(papers.map((paper) => [identity(paper.columns), paper]));
    const seen = new Map<string, number>();
    const checked: CheckedRow[] = [];
    const changes: PlannedChange<CertificatePlan>[] = [];
    for (const row of rows) {
      const cells = new RowCells(row);
      const plan = await this.read(tx, cells, { find, kinds, known, seen });
      if (!cells.isSound) checked.push({ row: row.row, outcome: 'ERROR', problems: cells.problems });
      else if (!plan) checked.push({ row: row.row, outcome: 'SKIP', problems: [] });
      else {
        const isNew = 'declare' in plan;
        const { id } = isNew ? plan.declare : plan.correct;
        changes.push({ targetId: id, isNew, firstRow: row.row, plan });
        checked.push({ row: row.row, outcome: isNew ? 'CREATE' : 'UPDATE', problems: [] });
      }
    }
    return { rows: checked, changes };
  }

  async save(tx: Tx, actor: Actor, changes: readonly PlannedChange<CertificatePlan>[]): Promise<void> {
    const plans = changes.map(({ plan }) => plan);
    await this.batch.declare(
      tx,
      actor.orgId,
      plans.flatMap((plan) => ('declare' in plan ? [plan.declare] : [])),
    );
    await this.batch.correct(
      tx,
      plans.flatMap((plan) => ('correct' in plan ? [plan.correct] : [])),
    );
  }

  putBack(tx: Tx, targetIds: readonly string[]): Promise<void> {
    return this.batch.putBack(tx, targetIds);
  }

  private async read(
    tx: Tx,
    cells: RowCells,
    world: {
      readonly find: Find;
      readonly kinds: Readonly<Record<string, Words>>;
      readonly known: ReadonlyMap<string, KnownCertificate>;
      readonly seen: Map<string, number>;
    },
  ): Promise<CertificatePlan | null> {
    const { row } = cells;
    const number = keyText(row, 'number');
    if (!number) cells.refuse('number', { code: 'PAPER_NUMBER_MISSING' });
    const kind = cells.value('kind', (cell) => readChoice(cell, world.kinds));
    cells.need(['kind']);
    const productId = this.productOf(cells, world.find);
    if (!number || !kind || productId === undefined) return null;
    const key = identity({ number, kind, productId });
    const before = world.seen.get(key);
    if (before !== undefined) cells.refuse('number', { code: 'PAPER_TWICE', row: before });
    world.seen.set(key, row.row);
    const paper = world.known.get(key) ?? null;
    const sheet = sheetOf(cells, { kind, number, productId }, paper?.columns ?? null);
    cells.need(paper ? [] : ['issuedOn']);
    if (!cells.isSound || !sheet) return null;
    const read = certificateColumnsOf(sheet, await this.rules.of(tx, sheet), tx.today);
    const columns = cells.ruled(read, certificateMessages, 'kind', FIELD_COLUMNS);
    if (!columns) return null;
    if (!paper) return { declare: { id: newId(), columns } };
    if (OF_COLUMNS.every((column) => columns[column] === paper.columns[column])) return null;
    if (paper.status !== 'DECLARED' && paper.status !== 'RETURNED') {
      cells.complain('number', certificateMessages, { code: 'TRANSITION_NOT_ALLOWED', from: paper.status });
      return null;
    }
    return { correct: { id: paper.id, columns: { ...columns, fileId: paper.columns.fileId } } };
  }

  /** null for the whole organization; undefined when the file names a product that is not there. */
  private productOf(cells: RowCells, find: Find): string | null | undefined {
    const column = keyText(cells.row, 'slug') ? 'slug' : 'sellerSku';
    if (!keyText(cells.row, column)) return null;
    const product = find.of(cells.row);
    if (!product) cells.refuse(column, { code: 'PRODUCT_UNKNOWN' });
    else if (product.status === 'ARCHIVED') cells.complain(column, productMessages, { code: 'PRODUCT_ARCHIVED' });
    return product?.id;
  }
}

const identity = ({ number, kind, productId }: Pick<CertificateColumns, 'number' | 'kind' | 'productId'>): string =>
  [foldVietnamese(number ?? ''), kind, productId ?? ''].join('|');

/** What the row says of the paper; an empty cell keeps what a known paper says. */
function sheetOf(
  cells: RowCells,
  key: { readonly kind: string; readonly number: string; readonly productId: string | null },
  known: CertificateColumns | null,
): CertificateSheet | null {
  const or = <T>(typed: T | null | undefined, has: T | null | undefined): T | null =>
    typed === undefined ? (has ?? null) : typed;
  const issuedOn = or(cells.value('issuedOn', readDate), known?.issuedOn);
  const score = known?.scoreHundredths === null || known === null ? null : formatScore(known.scoreHundredths);
  const sheet = {
    ...key,
    stars: or(cells.value('stars', readInteger), known?.stars),
    score: or(cells.text('score'), score),
    criteriaVersion: known?.criteriaVersion ?? null,
    decidedOn: or(cells.value('decidedOn', readDate), known?.decidedOn),
    issuer: or(cells.text('issuer'), known?.issuer),
    issuerLevel: or(
      cells.value('issuerLevel', (cell) => readChoice(cell, ISSUER_LEVELS)),
      known?.issuerLevel,
    ),
    legalBasis: or(cells.text('legalBasis'), known?.legalBasis),
    expiresOn: or(cells.value('expiresOn', readDate), known?.expiresOn),
    fileId: known?.fileId ?? null,
  };
  return issuedOn ? { ...sheet, issuedOn } : null;
}

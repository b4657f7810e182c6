import { Injectable } from '@nestjs/common';
import { foldVietnamese, quantity, type Quantity } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AgreementRegister, type RegisteredLine } from '../../agreements/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import { changes, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
import { kilogramsIn, type RowReader, times } from '../row-reader.js';
import { column, SCAN_PAGE } from './column.js';

interface LineDraft {
  readonly registerNo: string;
  readonly lineNo: number | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly targetQty: Quantity | null;
  readonly seasonMonths: readonly number[] | null;
  readonly referencePrice: bigint | null;
}
type Row = RegisterRowInHand<LineDraft>;

export const LINES: SheetLayout = {
  name: 'LINES',
  label: { vi: 'Dòng hàng', en: 'Agreement lines' },
  synonyms: ['hàng hóa', 'lines', 'sản phẩm'],
  keyColumns: ['registerNo'],
  columns: [
    column('registerNo', ['Số biên bản', 'Register no.'], ['Như ở trang Biên bản', 'As in the sheet of agreements'], 'Ví dụ 01', {
      required: true,
      synonyms: ['số'],
    }),
    column('lineNo', ['Dòng', 'Line'], ['1, 2, 3… trong mỗi biên bản', '1, 2, 3… in each agreement'], '1', {
      required: true,
      kind: 'INTEGER',
      synonyms: ['stt'],
    }),
    column('description', ['Tên hàng', 'Goods'], ['Như trong biên bản', 'As the agreement says'], 'Na Chi Lăng loại 1', {
      required: true,
    }),
    column(
      'baseUnit',
      ['Đơn vị tính', 'Unit'],
      ['kg, tấn, hộp, chai… Tấn và tạ được đổi ra kg', 'kg, tấn, box, bottle… tons become kg'],
      'kg',
      { required: true, synonyms: ['đvt'] },
    ),
    column(
      'targetQty',
      ['Sản lượng', 'Quantity'],
      ['Để trống khi biên bản không nêu', 'Empty where the agreement names none'],
      '',
      { kind: 'DECIMAL', synonyms: ['số lượng'] },
    ),
    column(
      'seasonMonths',
      ['Tháng vụ', 'Season months'],
      ['Ví dụ T7, T8, T9 hoặc 7-9', 'Such as T7, T8, T9 or 7-9'],
      'T7, T8, T9',
    ),
    column(
      'referencePrice',
      ['Giá tham chiếu', 'Reference price'],
      ['Đồng cho một đơn vị tính; không rõ thì để trống', 'Đồng for one unit; empty when not known'],
      '',
      { kind: 'INTEGER' },
    ),
    SCAN_PAGE,
  ],
};

/** Goods of the memoranda, with a quantity or without: an empty one stays empty. */
@Injectable()
export class LinesSheet implements SheetPart<LineDraft> {
  readonly name = 'LINES';
  readonly label = LINES.label;
  readonly synonyms = LINES.synonyms;
  readonly keyColumns = LINES.keyColumns;
  readonly columns = LINES.columns;
  readonly belongsTo = 'AGREEMENTS';

  constructor(private readonly agreements: AgreementRegister) {}

  keyOf = ({ registerNo, lineNo }: LineDraft): string => (registerNo ? `${codeKey(registerNo)}/${lineNo ?? ''}` : '');
  itemOf = ({ lineNo }: LineDraft): number => lineNo ?? 0;

  read(row: RowReader): LineDraft {
    const unit = row.neededText('baseUnit', 20);
    const factor = kilogramsIn(foldVietnamese(unit));
    const amount = row.quantity('targetQty');
    if (amount && !amount.isPositive) row.complain('targetQty', { code: 'QTY_NOT_POSITIVE' });
    const price = row.money('referencePrice');
    if (price !== null && price <= 0n) row.complain('referencePrice', { code: 'AMOUNT_NOT_POSITIVE' });
    if (price !== null && factor && price % factor !== 0n) row.complain('referencePrice', { code: 'PRICE_NOT_WHOLE' });
    row.neededText('lineNo', 10);
    return {
      registerNo: row.neededText('registerNo', 50),
      lineNo: row.integer('lineNo'),
      description: row.neededText('description', 200),
      baseUnit: factor ? 'kg' : unit,
      targetQty: amount && factor ? times(amount, factor) : amount,
      seasonMonths: row.months('seasonMonths'),
      referencePrice: price !== null && factor ? price / factor : price,
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[], lock: boolean): Promise<void> {
    book.refuseRepeats(rows, 'lineNo');
    const known = new Map((await this.agreements.find(tx, book.event.id, lock)).map((mou) => [mou.id, mou.lines]));
    const planned = new Map<Row, RegisteredLine>();
    const isSame = new Map<Row, boolean>();
    for (const row of rows) {
      const agreement = book.agreementOf(row, 'registerNo', row.draft.registerNo);
      if (!agreement) continue;
      row.targetId = agreement.mouId;
      const before = known.get(agreement.mouId)?.find(({ lineNo }) => lineNo === row.draft.lineNo);
      const line = lineOf(row.draft, before);
      planned.set(row, line);
      const unchanged = before !== undefined && contentOf(before) === contentOf(line);
      if (before) isSame.set(row, unchanged);
      if (agreement.closed && !unchanged) book.complain(row, 'registerNo', row.draft.registerNo, agreement.closed);
    }
    this.planned.set(book, planned);
    book.settle(rows, (row) => {
      const same = isSame.get(row as Row);
      return same === undefined ? 'CREATE' : same ? 'SAME' : 'UPDATE';
    });
  }

  async commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    const planned = this.planned.get(book)!;
    const changed = rows.filter(changes);
    await this.agreements.saveLines(
      tx,
      changed.map((row) => ({ ...planned.get(row)!, mouId: row.targetId! })),
    );
    await this.agreements.refresh(tx, [...new Set(changed.map(({ targetId }) => targetId!))]);
  }

  private readonly planned = new WeakMap<RegisterBook, ReadonlyMap<Row, RegisteredLine>>();
}

const lineOf = (draft: LineDraft, before: RegisteredLine | undefined): RegisteredLine => ({
  id: before?.id ?? newId(),
  lineNo: draft.lineNo ?? 0,
  description: draft.description,
  baseUnit: draft.baseUnit,
  targetQty: draft.targetQty?.toDecimalString() ?? before?.targetQty ?? null,
  seasonMonths: draft.seasonMonths ?? before?.seasonMonths ?? [],
  referencePrice: draft.referencePrice?.toString() ?? before?.referencePrice ?? null,
});

const contentOf = ({ description, baseUnit, targetQty, seasonMonths, referencePrice }: RegisteredLine): string =>
  JSON.stringify([
    description,
    baseUnit,
    targetQty === null ? null : quantity(targetQty).toDecimalString(),
    seasonMonths,
    referencePrice,
  ]);

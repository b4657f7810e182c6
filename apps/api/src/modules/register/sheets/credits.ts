import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { YES_NO } from '../../imports/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import type { RegisterRowInHand, SheetLayout, SheetPart } from '../register-sheet.js';
import type { RowReader } from '../row-reader.js';
import { column, SCAN_PAGE } from './column.js';

export interface CreditDraft {
  readonly registerNo: string;
  readonly bank: string;
  readonly borrower: string;
  /** Whole đồng; null where the register names none. */
  readonly amount: bigint | null;
  readonly isSecured: boolean | null;
  readonly purpose: string | null;
  readonly termMonths: number | null;
  readonly ratePrinciple: string | null;
  readonly signedOn: string | null;
}
type Row = RegisterRowInHand<CreditDraft>;

export const CREDITS: SheetLayout = {
  name: 'CREDITS',
  label: { vi: 'Thỏa thuận tín dụng', en: 'Credit agreements' },
  synonyms: ['tín dụng', 'vay vốn'],
  keyColumns: ['registerNo'],
  columns: [
    column(
      'registerNo',
      ['Số thỏa thuận', 'Register no.'],
      ['Số trong sổ, không trùng', 'Its number in the register, once each'],
      'Ví dụ TD01',
      { required: true, synonyms: ['số'] },
    ),
    column('bank', ['Tổ chức tín dụng', 'Lender'], ['Mã bên của ngân hàng, quỹ', 'Party code of the bank or fund'], 'N001', {
      required: true,
      synonyms: ['ngân hàng'],
    }),
    column('borrower', ['Bên vay', 'Borrower'], ['Mã bên của hợp tác xã', 'Party code of the cooperative'], 'B001', {
      required: true,
    }),
    column('amount', ['Số tiền', 'Amount'], ['Đồng; không rõ thì để trống', 'In đồng; empty when not known'], '', {
      kind: 'INTEGER',
    }),
    column('isSecured', ['Có bảo đảm', 'Secured'], ['có; tín chấp thì ghi không', 'yes; no for unsecured credit'], 'không', {
      choices: YES_NO,
    }),
    column('purpose', ['Mục đích', 'Purpose'], ['Ghi như trong thỏa thuận', 'As the agreement says'], 'Xây kho lạnh'),
    column('termMonths', ['Thời hạn (tháng)', 'Term (months)'], ['Số tháng', 'A number of months'], '', { kind: 'INTEGER' }),
    column('ratePrinciple', ['Lãi suất', 'Interest'], ['Ghi như trong thỏa thuận', 'As the agreement says'], ''),
    column('signedOn', ['Ngày ký', 'Signed on'], ['Ngày/tháng/năm', 'Day/month/year'], '', { kind: 'DATE' }),
    SCAN_PAGE,
  ],
};

/** Credit agreements between a lender and a cooperative: read, checked and kept until there is a part of the product that follows them. */
@Injectable()
export class CreditsSheet implements SheetPart<CreditDraft> {
  readonly name = 'CREDITS';
  readonly label = CREDITS.label;
  readonly synonyms = CREDITS.synonyms;
  readonly keyColumns = CREDITS.keyColumns;
  readonly columns = CREDITS.columns;

  keyOf = ({ registerNo }: CreditDraft): string => codeKey(registerNo);

  read(row: RowReader): CreditDraft {
    const amount = row.money('amount');
    if (amount !== null && amount <= 0n) row.complain('amount', { code: 'AMOUNT_NOT_POSITIVE' });
    return {
      registerNo: row.neededText('registerNo', 50),
      bank: row.neededText('bank', 30),
      borrower: row.neededText('borrower', 30),
      amount,
      isSecured: row.yesNo('isSecured'),
      purpose: row.text('purpose', 500),
      termMonths: row.integer('termMonths'),
      ratePrinciple: row.text('ratePrinciple', 200),
      signedOn: row.date('signedOn'),
    };
  }

  check(_tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    book.refuseRepeats(rows, 'registerNo');
    for (const row of rows) {
      const { bank, borrower, signedOn } = row.draft;
      const lender = bank ? book.partyOf(row, 'bank', bank) : null;
      if (lender && lender.kind !== 'BANK') book.complain(row, 'bank', bank, { code: 'NOT_A_BANK', party: bank });
      if (borrower) book.partyOf(row, 'borrower', borrower);
      if (signedOn && signedOn > book.today) book.complain(row, 'signedOn', signedOn, { code: 'DATE_IN_FUTURE' });
    }
    book.settle(rows, () => 'WAITING');
    return Promise.resolve();
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import {
  BORROWER_KINDS,
  CREDIT_IMAGE,
  CreditRegister,
  type CreditToSave,
  LONGEST_TERM,
  type RegisteredCredit,
  type RegisteredTerms,
} from '../../credit/index.js';
import { YES_NO } from '../../imports/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import { changes, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
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

/** Credit agreements between a lender and a cooperative; what the register says of them waits for somebody to confirm it. */
@Injectable()
export class CreditsSheet implements SheetPart<CreditDraft> {
  readonly name = 'CREDITS';
  readonly label = CREDITS.label;
  readonly synonyms = CREDITS.synonyms;
  readonly keyColumns = CREDITS.keyColumns;
  readonly columns = CREDITS.columns;
  readonly image = CREDIT_IMAGE;

  constructor(private readonly credits: CreditRegister) {}

  keyOf = ({ registerNo }: CreditDraft): string => codeKey(registerNo);

  read(row: RowReader): CreditDraft {
    const amount = row.money('amount');
    if (amount !== null && amount <= 0n) row.complain('amount', { code: 'AMOUNT_NOT_POSITIVE' });
    const termMonths = row.integer('termMonths');
    if (termMonths !== null && (termMonths < 1 || termMonths > LONGEST_TERM))
      row.complain('termMonths', { code: 'TERM_NOT_VALID' });
    return {
      registerNo: row.neededText('registerNo', 50),
      bank: row.neededText('bank', 30),
      borrower: row.neededText('borrower', 30),
      amount,
      isSecured: row.yesNo('isSecured'),
      purpose: row.text('purpose', 500),
      termMonths,
      ratePrinciple: row.text('ratePrinciple', 200),
      signedOn: row.date('signedOn'),
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[], lock: boolean): Promise<void> {
    book.refuseRepeats(rows, 'registerNo');
    const known = new Map(
      (await this.credits.find(tx, book.event.id, lock)).map((credit) => [codeKey(credit.registerNo), credit]),
    );
    const plans = new Map<string, CreditToSave>();
    const outcomes = new Map<Row, 'CREATE' | 'UPDATE' | 'SAME'>();
    for (const row of rows) {
      const { bank, borrower, signedOn, registerNo } = row.draft;
      const lender = bank ? book.partyOf(row, 'bank', bank) : null;
      if (lender && lender.kind !== 'BANK') book.complain(row, 'bank', bank, { code: 'NOT_A_BANK', party: bank });
      const borrows = borrower ? book.partyOf(row, 'borrower', borrower) : null;
      if (borrows && !BORROWER_KINDS.includes(borrows.kind))
        book.complain(row, 'borrower', borrower, { code: 'NOT_A_BORROWER', party: borrower });
      if (signedOn && signedOn > book.today) book.complain(row, 'signedOn', signedOn, { code: 'DATE_IN_FUTURE' });
      const before = known.get(row.key);
      row.targetId = before?.id ?? newId();
      if (!lender || !borrows) continue;
      const terms = termsOf(row.draft, lender.orgId, borrows.orgId, before);
      const changed = before !== undefined && contentOf(before) !== contentOf(terms);
      if (changed && before.status !== 'RECORDED') book.complain(row, 'registerNo', registerNo, { code: 'CREDIT_CONFIRMED' });
      plans.set(row.targetId, {
        ...terms,
        id: row.targetId,
        registerNo: before?.registerNo ?? registerNo,
        version: before?.version ?? null,
      });
      outcomes.set(row, !before ? 'CREATE' : changed ? 'UPDATE' : 'SAME');
    }
    this.plans.set(book, plans);
    book.settle(rows, (row) => outcomes.get(row as Row) ?? 'SAME');
  }

  async commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    const plans = this.plans.get(book)!;
    await this.credits.save(
      tx,
      tx.actor!,
      book.event,
      rows.filter(changes).map(({ targetId }) => plans.get(targetId!)!),
    );
  }

  private readonly plans = new WeakMap<RegisterBook, ReadonlyMap<string, CreditToSave>>();
}

/** An empty cell says nothing: what is known already stays. */
const termsOf = (
  draft: CreditDraft,
  bankOrgId: string,
  borrowerOrgId: string,
  before: RegisteredCredit | undefined,
): RegisteredTerms => ({
  bankOrgId,
  borrowerOrgId,
  amount: draft.amount ?? before?.amount ?? null,
  isSecured: draft.isSecured ?? before?.isSecured ?? null,
  purpose: draft.purpose ?? before?.purpose ?? null,
  termMonths: draft.termMonths ?? before?.termMonths ?? null,
  ratePrinciple: draft.ratePrinciple ?? before?.ratePrinciple ?? null,
  signedOn: draft.signedOn ?? before?.signedOn ?? null,
});

const contentOf = ({
  bankOrgId,
  borrowerOrgId,
  amount,
  isSecured,
  purpose,
  termMonths,
  ratePrinciple,
  signedOn,
}: RegisteredTerms): string =>
  JSON.stringify([bankOrgId, borrowerOrgId, amount?.toString() ?? null, isSecured, purpose, termMonths, ratePrinciple, signedOn]);

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMonths } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import {
  column,
  each,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
  namesOf,
  oneOf,
} from '../../platform/spreadsheets/index.js';
import { SIDES, type SideName } from '../ordering/index.js';
import { BankStatementQueries } from './bank/bank-statement.queries.js';
import { BANK_LINE_STATES, type BankLineView } from './bank/bank-statement.view.js';
import { PaymentRequestQueries } from './payment-request.queries.js';
import { PAYMENT_REQUEST_STATUSES, type PaymentRequestQuestion, type PaymentRequestView } from './payment-request.view.js';
import { type AccountView, StatementQueries, type StatementView } from './statement.queries.js';

const STATUS: Labels = {
  DUE: { vi: 'Chưa thanh toán', en: 'Not paid' },
  DECLARED: { vi: 'Đã báo chuyển, chờ xác nhận', en: 'Declared, to be confirmed' },
  PART_PAID: { vi: 'Đã trả một phần', en: 'Partly paid' },
  PAID: { vi: 'Đã thanh toán', en: 'Paid' },
};
const ENTRY: Labels = {
  BILLED: { vi: 'Hàng nghiệm thu', en: 'Goods accepted' },
  RECEIVED: { vi: 'Tiền về', en: 'Money received' },
  REFUNDED: { vi: 'Hoàn tiền thẻ', en: 'Card money given back' },
};
const LINE_STATE: Labels = {
  REVIEW: { vi: 'chờ xem', en: 'to review' },
  SETTLED: { vi: 'đã ghi nhận', en: 'recorded' },
  IGNORED: { vi: 'bỏ qua', en: 'set aside' },
};

const REQUESTS: readonly ExportColumn<PaymentRequestView>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Đơn hàng', 'Order', 'TEXT', ({ orderNumber }) => orderNumber),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Ngày lập', 'Issued', 'INSTANT', ({ issuedAt }) => issuedAt),
  column('Hạn trả', 'Due on', 'DATE', ({ dueOn }) => dueOn),
  column('Quá hạn', 'Overdue', 'TEXT', ({ overdue }) => (overdue ? 'x' : null)),
  column('Tiền hàng (đ)', 'Net (VND)', 'INTEGER', ({ netAmount }) => netAmount),
  column('Thuế GTGT (đ)', 'VAT (VND)', 'INTEGER', ({ vatAmount }) => vatAmount),
  column('Tổng (đ)', 'Total (VND)', 'INTEGER', ({ total }) => total),
  column('Điều chỉnh (đ)', 'Notes (VND)', 'INTEGER', ({ notedAmount }) => notedAmount),
  column('Đã trả (đ)', 'Paid (VND)', 'INTEGER', ({ paidAmount }) => paidAmount),
  column('Còn lại (đ)', 'Open (VND)', 'INTEGER', ({ owed, paidAmount }) => (owed > paidAmount ? owed - paidAmount : 0n)),
  column('Nội dung chuyển khoản', 'Transfer reference', 'TEXT', ({ reference }) => reference),
];

const ACCOUNTS: readonly ExportColumn<AccountView>[] = [
  column('Đối tác', 'Partner', 'TEXT', ({ counterparty }) => counterparty.name, 36),
  column('Công nợ (đ)', 'Balance (VND)', 'INTEGER', ({ balance }) => balance),
  column('Quá hạn (đ)', 'Overdue (VND)', 'INTEGER', ({ overdue }) => overdue),
  column('Chưa đến hạn (đ)', 'Not due (VND)', 'INTEGER', (row) => bandOf(row, 'NOT_DUE')),
  column('Quá 1–30 ngày (đ)', '1–30 days late (VND)', 'INTEGER', (row) => bandOf(row, 'DAYS_1_30')),
  column('Quá 31–60 ngày (đ)', '31–60 days late (VND)', 'INTEGER', (row) => bandOf(row, 'DAYS_31_60')),
  column('Quá 61–90 ngày (đ)', '61–90 days late (VND)', 'INTEGER', (row) => bandOf(row, 'DAYS_61_90')),
  column('Quá 90 ngày (đ)', 'Over 90 days late (VND)', 'INTEGER', (row) => bandOf(row, 'DAYS_OVER_90')),
  column('Hẹn trả (ngày)', 'Promised (days)', 'INTEGER', ({ promisedDays }) => promisedDays),
  column('Thực trả (ngày)', 'Real (days)', 'INTEGER', ({ realDays }) => realDays),
];

const bandOf = ({ bands }: AccountView, wanted: string): bigint | undefined => bands.find(({ band }) => band === wanted)?.amount;

type StatementRow = StatementView['lines'][number];
const STATEMENT: readonly ExportColumn<StatementRow>[] = [
  column('Ngày', 'Date', 'DATE', ({ bookedOn }) => bookedOn),
  column('Nội dung', 'Entry', 'TEXT', ({ kind }, locale) => labelOf(ENTRY, kind, locale)),
  column('Đề nghị thanh toán', 'Payment request', 'TEXT', ({ number }) => number),
  column('Đơn hàng', 'Order', 'TEXT', ({ orderNumber }) => orderNumber),
  column('Số tiền (đ)', 'Amount (VND)', 'INTEGER', ({ amount }) => amount),
  column('Dư nợ (đ)', 'Balance (VND)', 'INTEGER', ({ balance }) => balance),
];

const BANK_LINES: readonly ExportColumn<BankLineView>[] = [
  column('Ngày', 'Date', 'DATE', ({ bookedOn }) => bookedOn),
  column('Số tiền (đ)', 'Amount (VND)', 'INTEGER', ({ amount }) => amount),
  column('Nội dung', 'Memo', 'TEXT', ({ memo }) => memo, 44),
  column('Mã giao dịch', 'Bank reference', 'TEXT', ({ bankReference }) => bankReference),
  column('Tình trạng', 'State', 'TEXT', ({ state }, locale) => labelOf(LINE_STATE, state, locale)),
  column('Đã ghi nhận (đ)', 'Allocated (VND)', 'INTEGER', ({ allocated }) => allocated),
  column('Trả cho', 'Pays', 'TEXT', ({ paid }) => paid.map(({ number }) => number).join('; ')),
];

const OPEN = PAYMENT_REQUEST_STATUSES.filter((status) => status !== 'PAID');

/** What is owed, paid and booked as files: each party sees its own book. */
@Injectable()
export class MoneyExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly requests: PaymentRequestQueries,
    private readonly statements: StatementQueries,
    private readonly bank: BankStatementQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'payments', title: { vi: 'Thanh toán', en: 'Payments' }, columns: REQUESTS, isFor: isSignedIn },
      rows: (actor, filter) => this.paymentsOf(actor!, filter),
    });
    this.registry.add({
      ...{ name: 'accounts', title: { vi: 'Công nợ', en: 'Accounts' }, columns: ACCOUNTS, isFor: isSignedIn },
      rows: (actor, filter) => each(this.statements.accounts(actor!, sideOf(filter))),
    });
    this.registry.add({
      ...{ name: 'statement', title: { vi: 'Sao kê công nợ', en: 'Statement' }, columns: STATEMENT, isFor: isSignedIn },
      rows: (actor, filter) => each(this.statementOf(actor!, filter)),
    });
    this.registry.add({
      ...{ name: 'bank-lines', title: { vi: 'Sổ phụ ngân hàng', en: 'Bank lines' }, columns: BANK_LINES, isFor: isSignedIn },
      rows: (actor, filter) =>
        everyRow((first, after) => this.bank.page(actor!, oneOf(BANK_LINE_STATES, filter['state']), first, after)),
    });
  }

  /** `tab=open` is the screen of that name: what is late, whatever its status, then what is still coming. */
  private async *paymentsOf(actor: Actor, filter: Readonly<Record<string, string>>): AsyncGenerator<PaymentRequestView> {
    const side = oneOf(SIDES, filter['side']);
    const rows = (question: PaymentRequestQuestion) =>
      everyRow((first, after) => this.requests.page(actor, { side, ...question }, first, after));
    if (filter['tab'] === 'open') {
      yield* rows({ overdue: true });
      yield* rows({ overdue: false, status: OPEN });
      return;
    }
    yield* rows({
      status: namesOf(PAYMENT_REQUEST_STATUSES, filter['status']),
      overdue: filter['overdue'] ? filter['overdue'] === 'true' : null,
    });
  }

  private async statementOf(actor: Actor, filter: Readonly<Record<string, string>>): Promise<readonly StatementRow[]> {
    const to = filter['to'] || this.clock.today();
    const from = filter['from'] || addMonths(to, -3);
    return (await this.statements.statement(actor, sideOf(filter), idOf(filter['with'] ?? ''), from, to)).lines;
  }
}

const sideOf = (filter: Readonly<Record<string, string>>): SideName => oneOf(SIDES, filter['side']) ?? 'SELLER';

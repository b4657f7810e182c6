import { Injectable, type OnModuleInit } from '@nestjs/common';
import { INVOICE_STATES } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
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
import { SIDES } from '../ordering/index.js';
import { CreditQueries, type CreditView, type ExposureView } from './credit/credit.queries.js';
import { InvoiceQueries } from './invoice/invoice.queries.js';
import type { InvoiceView } from './invoice/invoice.view.js';
import { NoteQueries } from './note/note.queries.js';
import type { ListedNote } from './note/note.view.js';

const INVOICE: Labels = {
  MATCHED: { vi: 'Khớp', en: 'Matched' },
  EXCEPTION: { vi: 'Lệch, chờ bên mua', en: 'Differs, waits for the buyer' },
  APPROVED: { vi: 'Bên mua đã chấp nhận', en: 'Approved by the buyer' },
  RETURNED: { vi: 'Trả lại bên bán', en: 'Returned to the seller' },
  REPLACED: { vi: 'Đã thay thế', en: 'Replaced' },
};
const KIND: Labels = {
  CREDIT: { vi: 'Giấy báo giảm', en: 'Credit note' },
  DEBIT: { vi: 'Giấy báo tăng', en: 'Debit note' },
};
const STATE: Labels = {
  PROPOSED: { vi: 'Chờ bên mua', en: 'Waits for the buyer' },
  ISSUED: { vi: 'Có hiệu lực', en: 'In effect' },
  DECLINED: { vi: 'Bên mua không đồng ý', en: 'Declined by the buyer' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};
const CREDIT: Labels = {
  OVERPAYMENT: { vi: 'Trả thừa', en: 'Overpaid' },
  RELEASED: { vi: 'Giảm sau khi đã trả', en: 'Lowered after payment' },
};

const INVOICES: readonly ExportColumn<InvoiceView>[] = [
  column('Ký hiệu', 'Symbol', 'TEXT', ({ symbol }) => symbol),
  column('Số hoá đơn', 'Number', 'TEXT', ({ number }) => number),
  column('Ngày lập', 'Issued on', 'DATE', ({ issuedOn }) => issuedOn),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Tình trạng', 'State', 'TEXT', ({ state }, locale) => labelOf(INVOICE, state, locale)),
  column('Đề nghị thanh toán', 'Payment request', 'TEXT', ({ requestNumber }) => requestNumber),
  column('Đơn hàng', 'Order', 'TEXT', ({ orderNumber }) => orderNumber),
  column('Phiếu nhận', 'Receipt', 'TEXT', ({ receiptNumber }) => receiptNumber),
  column('Tiền hàng (đ)', 'Net (VND)', 'INTEGER', ({ netAmount }) => netAmount),
  column('Thuế GTGT (đ)', 'VAT (VND)', 'INTEGER', ({ vatAmount }) => vatAmount),
  column('Tổng (đ)', 'Total (VND)', 'INTEGER', ({ total }) => total),
  column('Phải trả (đ)', 'Owed (VND)', 'INTEGER', ({ requestOwed }) => requestOwed),
  column('Đã trả (đ)', 'Paid (VND)', 'INTEGER', ({ requestPaid }) => requestPaid),
  column('Hạn trả', 'Due on', 'DATE', ({ dueOn }) => dueOn),
  column('Quá hạn', 'Overdue', 'TEXT', ({ overdue }) => (overdue ? 'x' : null)),
  column('Mã tra cứu', 'Look-up code', 'TEXT', ({ lookupCode }) => lookupCode),
  column('Lý do quyết định', 'Decision', 'TEXT', ({ decisionReason }) => decisionReason, 36),
];

const NOTES: readonly ExportColumn<ListedNote>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Loại', 'Kind', 'TEXT', ({ kind }, locale) => labelOf(KIND, kind, locale)),
  column('Tình trạng', 'State', 'TEXT', ({ state }, locale) => labelOf(STATE, state, locale)),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Đề nghị thanh toán', 'Payment request', 'TEXT', ({ requestNumber }) => requestNumber),
  column('Tiền hàng (đ)', 'Net (VND)', 'INTEGER', ({ netAmount }) => netAmount),
  column('Thuế GTGT (đ)', 'VAT (VND)', 'INTEGER', ({ vatAmount }) => vatAmount),
  column('Tổng (đ)', 'Total (VND)', 'INTEGER', ({ total }) => total),
  column('Lý do', 'Reason', 'TEXT', ({ reason }) => reason, 36),
  column('Hoá đơn điều chỉnh', 'Adjusting invoice', 'TEXT', ({ symbol, invoiceNumber }) =>
    [symbol, invoiceNumber].filter(Boolean).join(' '),
  ),
  column('Lập lúc', 'Written', 'INSTANT', ({ writtenAt }) => writtenAt),
  column('Quyết định lúc', 'Decided', 'INSTANT', ({ decidedAt }) => decidedAt),
  column('Vì sao không đồng ý', 'Why declined', 'TEXT', ({ declineReason }) => declineReason, 36),
];

const CREDITS: readonly ExportColumn<CreditView>[] = [
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Nguồn', 'Source', 'TEXT', ({ source }, locale) => labelOf(CREDIT, source, locale)),
  column('Số tiền (đ)', 'Amount (VND)', 'INTEGER', ({ amount }) => amount),
  column('Đã trừ nợ (đ)', 'Allocated (VND)', 'INTEGER', ({ allocated }) => allocated),
  column('Đã hoàn (đ)', 'Paid back (VND)', 'INTEGER', ({ paidBack }) => paidBack),
  column('Còn (đ)', 'Free (VND)', 'INTEGER', ({ free }) => free),
  column('Từ', 'Since', 'INSTANT', ({ since }) => since),
];

const EXPOSURES: readonly ExportColumn<ExposureView>[] = [
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Chưa trả (đ)', 'Unpaid (VND)', 'INTEGER', ({ unpaid }) => unpaid),
  column('Quá hạn (đ)', 'Overdue (VND)', 'INTEGER', ({ overdue }) => overdue),
  column('Đã xác nhận, chưa giao (đ)', 'Undelivered (VND)', 'INTEGER', ({ undelivered }) => undelivered),
  column('Đang giữ của bên mua (đ)', 'Credit (VND)', 'INTEGER', ({ credit }) => credit),
  column('Tổng rủi ro (đ)', 'Total (VND)', 'INTEGER', ({ total }) => total),
  column('Đơn đang mở', 'Open orders', 'INTEGER', ({ openOrders }) => openOrders),
];

/** Invoices, credit and debit notes, what buyers have in hand and what a seller has at stake, as files. */
@Injectable()
export class DocumentExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly invoices: InvoiceQueries,
    private readonly notes: NoteQueries,
    private readonly credits: CreditQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'invoices', title: { vi: 'Hoá đơn', en: 'Invoices' }, columns: INVOICES, isFor: isSignedIn },
      rows: (actor, filter) => {
        const question = { side: oneOf(SIDES, filter['side']), state: namesOf(INVOICE_STATES, filter['state']) };
        return everyRow((first, after) => this.invoices.page(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'billing-notes', title: { vi: 'Giấy báo tăng, giảm', en: 'Credit and debit notes' }, columns: NOTES },
      isFor: isSignedIn,
      rows: (actor, filter) => everyRow((first, after) => this.notes.page(actor!, oneOf(SIDES, filter['side']), first, after)),
    });
    this.registry.add({
      ...{ name: 'credits', title: { vi: 'Tiền của bên mua', en: 'Buyers’ credit' }, columns: CREDITS, isFor: isSignedIn },
      rows: (actor, filter) =>
        each(
          this.credits.list(actor!, oneOf(SIDES, filter['side']) ?? 'SELLER', filter['with'] || null, filter['all'] === 'true'),
        ),
    });
    this.registry.add({
      ...{ name: 'exposure', title: { vi: 'Rủi ro theo bên mua', en: 'Exposure' }, columns: EXPOSURES },
      isFor: (actor) => actor !== null && allows(actor, 'payment.confirm', { sellerOrgId: actor.orgId }),
      rows: (actor) => each(this.credits.exposures(actor!)),
    });
  }
}

import { formatDateVi, formatQuantity, formatVnd, localDateOf, quantity } from '@lienket/domain';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  factsBlock,
  linesTable,
  officialHeading,
  officialPaper,
  type PaperColumn,
  partiesBlock,
  placeOf,
  qrBlock,
  signatureColumns,
  totalRow,
} from '../../platform/documents/index.js';
import { type OrganizationOnPaper, paperParty } from '../fulfillment/index.js';
import type { PaymentRequestLineView, PaymentRequestView } from './payment-request.view.js';

/** What the paper says beyond the request itself. */
export interface PaperFacts {
  readonly receiptNumber: string;
  readonly receivedAt: Date;
  readonly shipmentNumber: string;
  readonly isDemo: boolean;
  readonly seller: OrganizationOnPaper;
  readonly buyer: OrganizationOnPaper;
}

/** Domain rule (4.5): only the seller's own e-invoice may be called "hóa đơn". */
const TITLE = 'PHIẾU ĐỀ NGHỊ THANH TOÁN';
const COLUMNS: readonly PaperColumn[] = [
  { title: 'STT', width: 22, align: 'center' },
  { title: 'Tên hàng', width: '*' },
  { title: 'ĐVT', width: 30, align: 'center' },
  { title: 'Số lượng nhận', width: 56, align: 'right' },
  { title: 'Đơn giá', width: 58, align: 'right' },
  { title: 'Thuế', width: 44, align: 'center' },
  { title: 'Thành tiền', width: 82, align: 'right' },
];
const VAT_WORDS: Record<string, string> = { KCT: 'không chịu thuế', KKKNT: 'không kê khai, tính nộp' };

export function paymentRequestPaper(
  request: PaymentRequestView,
  facts: PaperFacts,
  vietQrSvg: string | null,
): TDocumentDefinitions {
  const open = request.owed - request.paidAmount;
  const content: Content[] = [
    ...officialHeading({
      issuer: facts.seller.name,
      number: request.number,
      place: placeOf(facts.seller.address),
      date: localDateOf(request.issuedAt),
      title: TITLE,
      subtitle: `(Theo phiếu nhận hàng ${facts.receiptNumber} ngày ${formatDateVi(localDateOf(facts.receivedAt))})`,
    }),
    partiesBlock(paperParty('BÊN ĐỀ NGHỊ (BÊN BÁN)', facts.seller), paperParty('BÊN THANH TOÁN (BÊN MUA)', facts.buyer)),
    factsBlock([
      ['Đơn hàng', request.orderNumber],
      ['Phiếu giao hàng', facts.shipmentNumber],
      ['Hạn thanh toán', formatDateVi(request.dueOn)],
      ['Nội dung chuyển khoản', request.reference],
    ]),
    linesTable(COLUMNS, request.lines.map(toRow), totalRows(request, open)),
    {
      text: [
        { text: 'Bằng chữ: ', bold: true },
        { text: `${request.totalInWords}.`, italics: true },
      ],
      margin: [0, 0, 0, 4],
    },
    ...payBlock(request, open, vietQrSvg),
    {
      text: 'Chỉ tính hàng đã được bên mua nhận. Phiếu này không thay thế hóa đơn điện tử của bên bán.',
      italics: true,
      fontSize: 10.5,
      margin: [0, 8, 0, 0],
    },
    signatureColumns([
      { title: 'Người lập phiếu', hint: '(Ký, ghi rõ họ tên)' },
      { title: 'Kế toán', hint: '(Ký, ghi rõ họ tên)' },
      { title: 'Đại diện bên bán', hint: '(Ký, đóng dấu)', name: facts.seller.representative },
    ]),
  ];
  return officialPaper({
    number: request.number,
    title: 'Phiếu đề nghị thanh toán',
    author: facts.seller.name,
    isDemo: facts.isDemo,
    content,
  });
}

const toRow = (line: PaymentRequestLineView, index: number): string[] => [
  String(index + 1),
  line.description,
  line.baseUnit,
  formatQuantity(quantity(line.acceptedQty)),
  plainDong(line.unitPrice),
  vatMark(line.vatCode),
  plainDong(line.amount),
];

function totalRows(request: PaymentRequestView, open: bigint) {
  const row = (label: string, amount: bigint, bold = false) => totalRow(COLUMNS.length, label, plainDong(amount), bold);
  const vat = [...new Set(request.lines.map((line) => line.vatCode))].map((code) => {
    const amount = request.lines.filter((line) => line.vatCode === code).reduce((sum, line) => sum + line.vatAmount, 0n);
    return row(`Thuế GTGT ${VAT_WORDS[code] ?? `${code}%`}`, amount);
  });
  return [
    row('Cộng tiền hàng', request.netAmount),
    ...vat,
    row('Tổng cộng (đồng)', request.total, true),
    ...(request.notedAmount === 0n
      ? []
      : [row('Điều chỉnh theo giấy báo', request.notedAmount), row('Phải thanh toán', request.owed, true)]),
    ...(request.paidAmount > 0n ? [row('Đã thanh toán', request.paidAmount), row('Còn phải thanh toán', open, true)] : []),
  ];
}

function payBlock(request: PaymentRequestView, open: bigint, vietQrSvg: string | null): Content[] {
  if (!request.bankAccountNo || open <= 0n) return [];
  const line = (label: string, value: string | null): Content => ({
    text: [`${label}: `, { text: value ?? '', bold: true }],
    fontSize: 11.5,
  });
  const account: Content[] = [
    {
      text: vietQrSvg ? 'Quét bằng ứng dụng ngân hàng bất kỳ, hoặc chuyển khoản:' : 'Chuyển khoản:',
      fontSize: 11.5,
      margin: [0, 0, 0, 3],
    },
    line('Ngân hàng', request.bankName),
    line('Số tài khoản', request.bankAccountNo),
    line('Chủ tài khoản', request.bankAccountName),
    line('Số tiền', formatVnd(open)),
    line('Nội dung', request.reference),
  ];
  return [vietQrSvg ? qrBlock(vietQrSvg, 108, account) : { stack: account, margin: [0, 8, 0, 0] }];
}

const vatMark = (code: string): string => (/^\d+$/.test(code) ? `${code}%` : code);

/** The unit stands in the total's label, as on vouchers. */
const plainDong = (amount: bigint): string => formatVnd(amount).replace(' ₫', '');

import { formatDateVi, formatMonthYear, formatQuantity, formatVnd, localDateOf, quantity, type UnitQty } from '@lienket/domain';
import type { OfficialBlock, OfficialDocument } from '../../../platform/documents/index.js';
import type { PackView } from './evidence.view.js';

const p = (words: string): OfficialBlock => ({ kind: 'paragraph', words });
const head = (text: string): OfficialBlock => ({ kind: 'heading', text });
const money = (value: string): string => formatVnd(BigInt(value)).replace(' ₫', '');
const qtys = (list: readonly UnitQty[]): string => list.map(({ unit, qty }) => formatQuantity(quantity(qty), unit)).join('; ');
const days = (value: number | null): string => (value === null ? 'chưa có' : `${String(value).replace('.', ',')} ngày`);

/** The figures as a paper. It says what they are and what they are not: the system neither scores nor recommends. */
export function evidencePaper(pack: PackView): OfficialDocument {
  const { content } = pack;
  const cutOffOn = localDateOf(pack.cutOff);
  return {
    issuer: { above: null, name: pack.borrower },
    number: null,
    place: null,
    date: cutOffOn,
    title: 'BẢNG SỐ LIỆU BÁN HÀNG',
    about: `Kèm theo thoả thuận tín dụng ${pack.agreementNumber}, số liệu từ ngày ${formatDateVi(content.periodFrom)} đến ngày ${formatDateVi(cutOffOn)}`,
    blocks: [
      p(
        `${pack.borrower}${pack.borrowerTaxCode ? ` (mã số thuế ${pack.borrowerTaxCode})` : ''} đồng ý cho ${pack.bank} xem số liệu này đến hết ngày ${formatDateVi(pack.expiresOn)}. Số liệu lấy từ phiếu nhận hàng, đề nghị thanh toán và đơn đặt hàng đã được hai bên mua bán xác nhận trên hệ thống; hệ thống không chấm điểm và không khuyến nghị cho vay.`,
      ),
      ...deliveries(pack),
      ...payments(pack),
      ...openOrders(pack),
    ],
    signers: [{ title: 'ĐẠI DIỆN BÊN VAY', hint: '(Ký, ghi rõ họ tên)', name: null }],
    recipients: [pack.bank, `Lưu: ${pack.borrower}`],
    foot: `Mã kiểm tra số liệu (SHA-256): ${pack.sha256}`,
    isDemo: pack.isDemo,
  };
}

function deliveries({ content: { deliveries: part } }: PackView): OfficialBlock[] {
  if (!part) return [];
  return [
    head('HÀNG ĐÃ NGHIỆM THU'),
    p(`${part.lines} dòng hàng của ${part.buyers} bên mua, trị giá ${money(part.value)} đồng, chưa gồm thuế GTGT.`),
    {
      kind: 'table',
      unit: 'ĐVT: đồng',
      columns: [
        { title: 'Tháng', percent: 18 },
        { title: 'Lượng nghiệm thu', percent: 52 },
        { title: 'Trị giá', percent: 30, align: 'right' },
      ],
      rows: part.months.map(({ month, quantities, value }) => [formatMonthYear(month), qtys(quantities), money(value)]),
      total: ['Cộng', '', money(part.value)],
    },
    {
      kind: 'table',
      unit: 'ĐVT: đồng',
      columns: [
        { title: 'Hàng hoá', percent: 34 },
        { title: 'Nghiệm thu', percent: 22, align: 'right' },
        { title: 'Bị từ chối', percent: 20, align: 'right' },
        { title: 'Trị giá', percent: 24, align: 'right' },
      ],
      rows: part.goods.map(({ name, unit, accepted, rejected, value }) => [
        name,
        formatQuantity(quantity(accepted), unit),
        formatQuantity(quantity(rejected), unit),
        money(value),
      ]),
    },
  ];
}

function payments({ content: { payments: part } }: PackView): OfficialBlock[] {
  if (!part) return [];
  return [
    head('TIỀN HÀNG'),
    {
      kind: 'facts',
      title: `Trên ${part.requests} đề nghị thanh toán, đã gồm thuế GTGT`,
      facts: [
        ['Phải thu', `${money(part.invoiced)} đồng`],
        ['Đã thu', `${money(part.paid)} đồng`],
        ['Còn phải thu', `${money(part.open)} đồng, trong đó quá hạn ${money(part.overdue)} đồng`],
        ['Kỳ hạn hứa (trung vị)', `${days(part.medianPromisedDays)}, trên ${part.settled} khoản đã thu đủ`],
        ['Số ngày thu thực tế (trung vị)', `${days(part.medianRealDays)}, trên ${part.settled} khoản đã thu đủ`],
        ['Trả đúng hạn', `${part.onTime} trên ${part.due} khoản đã đến hạn hoặc đã thu đủ`],
      ],
    },
  ];
}

function openOrders({ content: { openOrders: part } }: PackView): OfficialBlock[] {
  if (!part) return [];
  if (part.orders === 0) return [head('ĐƠN ĐÃ XÁC NHẬN, CHƯA GIAO HẾT'), p('Không có đơn nào tại thời điểm chốt số liệu.')];
  return [
    head('ĐƠN ĐÃ XÁC NHẬN, CHƯA GIAO HẾT'),
    p(`${part.orders} đơn của ${part.buyers} bên mua, phần còn phải giao trị giá ${money(part.value)} đồng, chưa gồm thuế GTGT.`),
    {
      kind: 'table',
      unit: 'ĐVT: đồng',
      columns: [
        { title: 'Tháng hẹn giao', percent: 22 },
        { title: 'Lượng còn phải giao', percent: 48 },
        { title: 'Trị giá', percent: 30, align: 'right' },
      ],
      rows: part.months.map(({ month, quantities, value }) => [formatMonthYear(month), qtys(quantities), money(value)]),
    },
  ];
}

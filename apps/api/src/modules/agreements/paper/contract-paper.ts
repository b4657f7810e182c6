import { formatDateVi, formatQuantity, quantity } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type OfficialBlock, type OfficialDocument, placeOf } from '../../../platform/documents/index.js';
import { organizationOnPaperSql } from '../../registry/index.js';
import type { PaperOptions } from './agreement-paper.js';
import { partyBlocks, type PartyOnPaper, signersOf } from './parties-on-paper.js';

interface Facts {
  readonly number: string;
  readonly signedOn: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly priceClause: string;
  readonly priceClauseNote: string | null;
  readonly toleranceBp: number;
  readonly paymentTermDays: number;
  readonly paymentBase: string;
  readonly returnPolicy: string | null;
  readonly minRemainingLifePct: number | null;
  readonly noticeDays: number;
  readonly isDemo: boolean;
  readonly mouTitle: string | null;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly seller: PartyOnPaper['organization'];
  readonly buyer: PartyOnPaper['organization'];
  readonly places: readonly { readonly name: string; readonly address: string }[];
  readonly lines: readonly {
    readonly description: string;
    readonly baseUnit: string;
    readonly packName: string;
    readonly minQty: string;
    readonly targetQty: string;
    readonly maxQty: string;
    readonly unitPrice: string;
    readonly schedule: readonly { readonly from: string; readonly to: string; readonly qty: string }[];
  }[];
}

const CLAUSES: Readonly<Record<string, string>> = {
  FIXED: 'cố định trong thời hạn hợp đồng',
  LIST: 'theo bảng giá hiện hành của bên bán',
  INDEXED: 'theo chỉ số tham chiếu',
  AT_CALL_OFF: 'thoả thuận tại thời điểm gọi hàng',
};
const BASES: Readonly<Record<string, { readonly days: string; readonly atOnce: string }>> = {
  RECEIPT: { days: 'kể từ ngày bên mua nghiệm thu hàng', atOnce: 'ngay trong ngày nghiệm thu hàng' },
  // As the payment's day is reckoned: an invoice that comes before the goods starts nothing.
  INVOICE: {
    days: 'kể từ ngày lập hoá đơn; hàng nghiệm thu sau ngày lập hoá đơn thì tính từ ngày nghiệm thu',
    atOnce: 'ngay trong ngày lập hoá đơn; hàng nghiệm thu sau ngày lập hoá đơn thì trong ngày nghiệm thu',
  },
  MONTH_END: {
    days: 'kể từ ngày cuối cùng của tháng nghiệm thu hàng',
    atOnce: 'vào ngày cuối cùng của tháng nghiệm thu hàng',
  },
};

/** "trong 15 ngày kể từ …", and a term of no days in words that say so. */
function paymentWords({ paymentTermDays: days, paymentBase }: Pick<Facts, 'paymentTermDays' | 'paymentBase'>): string {
  const base = BASES[paymentBase];
  return days === 0 ? (base?.atOnce ?? '') : `trong ${days} ngày ${base?.days ?? ''}`;
}
const dong = (value: string): string => BigInt(value).toLocaleString('vi-VN');

/** A framework contract (hợp đồng nguyên tắc) as an office expects it. */
export async function contractPaper(
  tx: Tx,
  id: string,
  options: PaperOptions,
): Promise<{ name: string; document: OfficialDocument }> {
  const c = await tx.one<Facts>(
    `select c.number, c.valid_from as "validFrom", c.valid_to as "validTo", c.price_clause as "priceClause", c.price_clause_note as "priceClauseNote",
       c.tolerance_bp as "toleranceBp", c.payment_term_days as "paymentTermDays", c.payment_base as "paymentBase", c.return_policy as "returnPolicy",
       c.min_remaining_life_pct as "minRemainingLifePct", c.notice_days as "noticeDays", c.is_demo as "isDemo", m.title as "mouTitle",
       c.seller_org_id as "sellerId", c.buyer_org_id as "buyerId", ${organizationOnPaperSql('s')} as seller, ${organizationOnPaperSql('b')} as buyer,
       case when c.status not in ('DRAFT', 'NEGOTIATING') then (select max(g.signed_on) from signature g where g.document_type = 'CONTRACT' and g.document_id = c.id) end as "signedOn",
       coalesce((select json_agg(json_build_object('name', p.name, 'address', p.address) order by p.position) from contract_place p where p.contract_id = c.id), '[]') as places,
       coalesce((select json_agg(json_build_object('description', l.description, 'baseUnit', l.base_unit, 'packName', l.pack_name, 'minQty', l.min_qty::text,
           'targetQty', l.target_qty::text, 'maxQty', l.max_qty::text, 'unitPrice', l.unit_price::text,
           'schedule', coalesce((select json_agg(json_build_object('from', cs.period_from, 'to', cs.period_to, 'qty', cs.qty::text) order by cs.period_from)
             from contract_schedule cs where cs.contract_line_id = l.id), '[]')) order by l.line_no) from contract_line l where l.contract_id = c.id), '[]') as lines
     from contract c join organization s on s.id = c.seller_org_id join organization b on b.id = c.buyer_org_id left join mou m on m.id = c.mou_id where c.id = $1`,
    [id],
  );
  const parties: PartyOnPaper[] = [
    { organization: c.seller, role: 'SELLER', mustSign: true, representative: null },
    { organization: c.buyer, role: 'BUYER', mustSign: true, representative: null },
  ];
  const seesPrices = options.readerOrgId === null || [c.sellerId, c.buyerId].includes(options.readerOrgId);
  return {
    name: c.number,
    document: {
      issuer: null,
      number: c.number,
      place: placeOf(c.seller.address),
      date: c.signedOn,
      title: 'HỢP ĐỒNG NGUYÊN TẮC',
      about: 'Cung ứng và tiêu thụ hàng hoá',
      blocks: blocksOf(c, parties, seesPrices),
      signers: signersOf(parties),
      recipients: [],
      foot: options.foot,
      isDemo: c.isDemo,
    },
  };
}

function blocksOf(c: Facts, parties: readonly PartyOnPaper[], seesPrices: boolean): OfficialBlock[] {
  const italic = (text: string): OfficialBlock => ({ kind: 'paragraph', words: [{ text, italic: true }] });
  const p = (text: string): OfficialBlock => ({ kind: 'paragraph', words: text });
  const head = (text: string): OfficialBlock => ({ kind: 'heading', text });
  const scheduled = c.lines.filter(({ schedule }) => schedule.length > 0);
  return [
    italic('Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015;'),
    italic('Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005;'),
    ...(c.mouTitle ? [italic(`Căn cứ biên bản ghi nhớ “${c.mouTitle}”;`)] : []),
    ...partyBlocks(parties),
    p('Hai bên thoả thuận ký hợp đồng với các điều khoản sau:'),
    head('Điều 1. Hàng hoá và sản lượng'),
    {
      kind: 'table',
      columns: [
        { title: 'Hàng hoá, quy cách', percent: seesPrices ? 32 : 46 },
        { title: 'Tối thiểu', percent: 17, align: 'right' },
        { title: 'Dự kiến', percent: 17, align: 'right' },
        { title: 'Tối đa', percent: seesPrices ? 17 : 20, align: 'right' },
        ...(seesPrices ? [{ title: 'Đơn giá (đồng)', percent: 17, align: 'right' } as const] : []),
      ],
      rows: c.lines.map((line) => [
        `${line.description}, ${line.packName}`,
        ...[line.minQty, line.targetQty, line.maxQty].map((qty) => formatQuantity(quantity(qty), line.baseUnit)),
        ...(seesPrices ? [`${dong(line.unitPrice)}/${line.baseUnit}`] : []),
      ]),
    },
    p(
      `Bên mua được gọi hàng vượt mức tối đa không quá ${(c.toleranceBp / 100).toLocaleString('vi-VN')} %. Số lượng thanh toán là số lượng nghiệm thu.`,
    ),
    head('Điều 2. Giá'),
    p(
      `Giá ${CLAUSES[c.priceClause] ?? c.priceClause}${c.priceClauseNote ? `: ${c.priceClauseNote}` : ''}. Giá chưa gồm thuế giá trị gia tăng.`,
    ),
    head('Điều 3. Giao hàng'),
    ...(c.places.length
      ? ([{ kind: 'bullets', items: c.places.map(({ name, address }) => `${name}, ${address}.`) }] as const)
      : [p('Địa điểm giao ghi trong từng đơn đặt hàng.')]),
    ...(scheduled.length ? [scheduleTable(scheduled)] : [p('Thời gian giao theo từng đơn đặt hàng.')]),
    head('Điều 4. Chất lượng, đổi trả'),
    p(
      `${c.minRemainingLifePct === null ? '' : `Khi giao, hạn dùng còn lại ít nhất ${c.minRemainingLifePct} %. `}${c.returnPolicy ?? 'Hàng không đạt bị loại ngay khi kiểm nhận, có lý do và ảnh chụp; hàng đã nghiệm thu không trả lại.'}`,
    ),
    head('Điều 5. Thanh toán'),
    p(`Bên mua thanh toán bằng chuyển khoản ${paymentWords(c)}.`),
    head('Điều 6. Hiệu lực, sửa đổi, chấm dứt'),
    p(
      `Hợp đồng có hiệu lực từ ngày ${formatDateVi(c.validFrom)} đến hết ngày ${formatDateVi(c.validTo)}. Sửa đổi lập thành phụ lục hai bên cùng ký. Bên muốn chấm dứt trước hạn báo trước bằng văn bản ít nhất ${c.noticeDays} ngày; đơn hàng đã xác nhận vẫn được thực hiện.`,
    ),
    p(
      'Bên gặp thiên tai, dịch bệnh báo ngay cho bên kia và được miễn trách nhiệm trong phạm vi bị ảnh hưởng. Tranh chấp giải quyết bằng thương lượng, sau đó tại toà án có thẩm quyền.',
    ),
  ];
}

const scheduleTable = (lines: Facts['lines']): OfficialBlock => ({
  kind: 'table',
  columns: [
    { title: 'Hàng hoá', percent: 44 },
    { title: 'Từ ngày', percent: 18, align: 'center' },
    { title: 'Đến ngày', percent: 18, align: 'center' },
    { title: 'Số lượng', percent: 20, align: 'right' },
  ],
  rows: lines.flatMap(({ description, baseUnit, schedule }) =>
    schedule.map(({ from, to, qty }) => [
      description,
      formatDateVi(from),
      formatDateVi(to),
      formatQuantity(quantity(qty), baseUnit),
    ]),
  ),
});

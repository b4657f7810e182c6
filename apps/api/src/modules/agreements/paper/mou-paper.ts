import { formatDateVi, formatQuantity, quantity } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type OfficialBlock, type OfficialDocument, placeOf } from '../../../platform/documents/index.js';
import { organizationOnPaperSql } from '../../registry/index.js';
import { partyBlocks, type PartyOnPaper, partyTitles, shortTitle, signersOf } from './parties-on-paper.js';
import type { PaperOptions } from './agreement-paper.js';

interface Facts {
  readonly registerNo: string;
  readonly title: string;
  readonly signedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly pricePrinciple: string;
  readonly qualityTerms: string | null;
  readonly isDemo: boolean;
  readonly eventTitle: string | null;
  readonly parties: readonly (PartyOnPaper & { readonly orgId: string })[];
  readonly lines: readonly {
    readonly description: string;
    readonly baseUnit: string;
    readonly targetQty: string | null;
    readonly seasonMonths: readonly number[];
    readonly pricePrinciple: string | null;
    readonly priceSource: string | null;
    readonly referencePrice: string | null;
    readonly qualityTerms: string | null;
  }[];
  readonly obligations: readonly { readonly title: string; readonly obligedOrgId: string; readonly dueOn: string }[];
}

const PRINCIPLES: Readonly<Record<string, string>> = {
  FIXED: 'giá cố định',
  FLOOR: 'giá thị trường, không thấp hơn giá sàn',
  MARKET: 'giá thị trường tại thời điểm gọi hàng',
  INDEXED: 'giá theo chỉ số tham chiếu',
  PER_ORDER: 'thoả thuận theo từng đơn hàng',
};
const dong = (value: string): string => `${BigInt(value).toLocaleString('vi-VN')} đồng`;

/** A memorandum as an office expects it: the structure of domain.md 5.1, in the form of Nghị định 30/2020. */
export async function mouPaper(tx: Tx, id: string, options: PaperOptions): Promise<{ name: string; document: OfficialDocument }> {
  const mou = await tx.one<Facts>(
    `select m.register_no as "registerNo", m.title, m.signed_on as "signedOn", m.valid_from as "validFrom", m.valid_to as "validTo",
       m.price_principle as "pricePrinciple", m.quality_terms as "qualityTerms", m.is_demo as "isDemo", e.title as "eventTitle",
       (select json_agg(json_build_object('organization', ${organizationOnPaperSql('o')}, 'orgId', o.id, 'role', p.role, 'mustSign', p.must_sign,
           'representative', p.representative) order by p.position) from mou_party p join organization o on o.id = p.org_id where p.mou_id = m.id) as parties,
       coalesce((select json_agg(json_build_object('description', l.description, 'baseUnit', l.base_unit, 'targetQty', l.target_qty::text, 'seasonMonths', l.season_months,
           'pricePrinciple', l.price_principle, 'priceSource', l.price_source, 'referencePrice', l.reference_price::text, 'qualityTerms', l.quality_terms) order by l.line_no)
         from mou_line l where l.mou_id = m.id), '[]') as lines,
       coalesce((select json_agg(json_build_object('title', b.title, 'obligedOrgId', b.obliged_org_id, 'dueOn', b.due_on) order by b.obligation_no)
         from mou_obligation b where b.mou_id = m.id), '[]') as obligations
     from mou m left join event e on e.id = m.event_id where m.id = $1`,
    [id],
  );
  return {
    name: mou.registerNo.replace(/[^\p{L}\p{N}-]+/gu, '-'),
    document: {
      issuer: null,
      number: mou.registerNo,
      place: placeOf(mou.parties[0]?.organization.address ?? null),
      date: mou.signedOn,
      title: 'BIÊN BẢN GHI NHỚ',
      about: mou.title,
      blocks: blocksOf(mou, options),
      signers: signersOf(mou.parties.filter(({ mustSign, role }) => mustSign || role === 'WITNESS')),
      recipients: [],
      foot: options.foot,
      isDemo: mou.isDemo,
    },
  };
}

function blocksOf(mou: Facts, { readerOrgId }: PaperOptions): OfficialBlock[] {
  const seesPrices = readerOrgId === null || mou.parties.some(({ orgId }) => orgId === readerOrgId);
  const titles = partyTitles(mou.parties);
  const called = (orgId: string): string => {
    const index = mou.parties.findIndex((party) => party.orgId === orgId);
    return index < 0 ? '' : shortTitle(titles[index]!);
  };
  const italic = (text: string): OfficialBlock => ({ kind: 'paragraph', words: [{ text, italic: true }] });
  const p = (text: string): OfficialBlock => ({ kind: 'paragraph', words: text });
  const term = mou.validFrom || mou.validTo;
  return [
    italic('Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015;'),
    italic('Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005;'),
    ...(mou.eventTitle ? [italic(`Căn cứ kết quả ${mou.eventTitle};`)] : []),
    italic('Theo nhu cầu và khả năng của các bên,'),
    p('Các bên gồm:'),
    ...partyBlocks(mou.parties),
    p('Sau khi trao đổi, các bên thống nhất ghi nhớ những nội dung sau:'),
    { kind: 'heading', text: 'Điều 1. Hàng hoá và sản lượng dự kiến' },
    {
      kind: 'table',
      columns: [
        { title: 'STT', percent: 8, align: 'center' },
        { title: 'Hàng hoá', percent: 34 },
        { title: 'Sản lượng', percent: 20, align: 'right' },
        { title: 'Mùa vụ (tháng)', percent: 16, align: 'center' },
        { title: 'Nguyên tắc giá', percent: 22 },
      ],
      rows: mou.lines.map((line, index) => [
        String(index + 1),
        line.qualityTerms ? `${line.description} (${line.qualityTerms})` : line.description,
        line.targetQty === null ? 'chưa lượng hoá' : formatQuantity(quantity(line.targetQty), line.baseUnit),
        line.seasonMonths.length && line.seasonMonths.length < 12 ? line.seasonMonths.join(', ') : 'quanh năm',
        priceOf(line, seesPrices),
      ]),
    },
    { kind: 'heading', text: 'Điều 2. Giá' },
    p(
      `Trừ dòng hàng ghi khác ở Điều 1, giá xác định theo nguyên tắc: ${PRINCIPLES[mou.pricePrinciple] ?? mou.pricePrinciple}. Giá cụ thể ghi trong hợp đồng hoặc đơn đặt hàng.`,
    ),
    { kind: 'heading', text: 'Điều 3. Chất lượng' },
    p(mou.qualityTerms ?? 'Hàng hoá đáp ứng quy định về an toàn thực phẩm, ghi nhãn và thoả thuận cụ thể trong hợp đồng.'),
    ...(mou.obligations.length
      ? ([
          { kind: 'heading', text: 'Điều 4. Việc các bên cam kết thực hiện' },
          {
            kind: 'bullets',
            items: mou.obligations.map(
              ({ title, obligedOrgId, dueOn }) =>
                `${called(obligedOrgId)}: ${title}, hoàn thành trước hoặc trong ngày ${formatDateVi(dueOn)}.`,
            ),
          },
        ] as const)
      : ([
          { kind: 'heading', text: 'Điều 4. Việc các bên cam kết thực hiện' },
          p('Bên mua thông báo kế hoạch mua trước 30 ngày; bên bán thông báo sớm khi thiếu hàng.'),
        ] as const)),
    { kind: 'heading', text: 'Điều 5. Hiệu lực' },
    p(
      `${term ? `Biên bản có hiệu lực từ ngày ${mou.validFrom ? formatDateVi(mou.validFrom) : '……'} đến hết ngày ${mou.validTo ? formatDateVi(mou.validTo) : '……'}.` : 'Biên bản có hiệu lực kể từ ngày các bên ký đủ.'} Biên bản ghi nhận ý định hợp tác, không thay thế hợp đồng mua bán; nghĩa vụ giao hàng và thanh toán phát sinh theo hợp đồng và đơn đặt hàng các bên ký riêng.`,
    ),
    p('Sửa đổi, bổ sung biên bản phải lập thành phụ lục có sự đồng ý của các bên.'),
  ];
}

function priceOf(line: Facts['lines'][number], seesPrices: boolean): string {
  if (!line.pricePrinciple) return 'theo Điều 2';
  const words = PRINCIPLES[line.pricePrinciple] ?? line.pricePrinciple;
  if (line.pricePrinciple === 'INDEXED') return `${words}: ${line.priceSource ?? ''}`;
  const named = line.pricePrinciple === 'FIXED' || line.pricePrinciple === 'FLOOR';
  return named && line.referencePrice && seesPrices ? `${words}: ${dong(line.referencePrice)}/${line.baseUnit}` : words;
}

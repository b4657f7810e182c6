import { formatDateVi, formatQuantity, quantity } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type OfficialBlock, type OfficialDocument, placeOf } from '../../../platform/documents/index.js';
import { organizationOnPaperSql } from '../../registry/index.js';
import { type ChangedTerm, readProposal, type StoredTerms } from '../life/proposal-standing.js';
import type { PaperOptions } from './agreement-paper.js';
import { partyBlocks, type PartyOnPaper, signersOf } from './parties-on-paper.js';

interface Facts {
  readonly number: string;
  readonly isDemo: boolean;
  readonly amendmentNo: number | null;
  readonly proposalNo: number;
  readonly decidedOn: string | null;
  readonly parties: readonly (PartyOnPaper & { readonly orgId: string })[];
  readonly lines: readonly { readonly id: string; readonly description: string; readonly baseUnit: string }[];
}

const TERMS: Readonly<Record<ChangedTerm['field'], string>> = {
  validTo: 'Ngày hết hiệu lực',
  qualityTerms: 'Yêu cầu chất lượng',
  toleranceBp: 'Mức được gọi vượt',
  paymentTermDays: 'Hạn thanh toán',
};

/** An annex (phụ lục): what stood, what shall stand; all else remains. */
export async function annexPaper(
  tx: Tx,
  id: string,
  options: PaperOptions,
): Promise<{ name: string; document: OfficialDocument }> {
  const proposal = await readProposal(tx, id);
  const isMou = proposal.documentType === 'MOU';
  const head = isMou
    ? `d.register_no as number, d.is_demo as "isDemo",
       (select json_agg(json_build_object('organization', ${organizationOnPaperSql('o')}, 'orgId', o.id, 'role', y.role, 'mustSign', y.must_sign,
         'representative', y.representative) order by y.position) from mou_party y join organization o on o.id = y.org_id where y.mou_id = d.id and y.must_sign) as parties`
    : `d.number, d.is_demo as "isDemo",
       (select json_agg(json_build_object('organization', ${organizationOnPaperSql('o')}, 'orgId', o.id, 'role', case when o.id = d.seller_org_id then 'SELLER' else 'BUYER' end,
         'mustSign', true, 'representative', null) order by o.id = d.buyer_org_id) from organization o where o.id in (d.seller_org_id, d.buyer_org_id)) as parties`;
  const lines = isMou ? 'mou_line' : 'contract_line';
  const facts = await tx.one<Facts>(
    `select ${head}, p.amendment_no as "amendmentNo", p.proposal_no as "proposalNo", (p.decided_at at time zone 'Asia/Ho_Chi_Minh')::date as "decidedOn",
       coalesce((select json_agg(json_build_object('id', l.id, 'description', l.description, 'baseUnit', l.base_unit)) from ${lines} l
         where l.${isMou ? 'mou_id' : 'contract_id'} = d.id), '[]') as lines
     from agreement_proposal p join ${isMou ? 'mou' : 'contract'} d on d.id = p.document_id where p.id = $1 and p.kind = 'AMEND'`,
    [id],
  );
  const no = facts.amendmentNo ?? facts.proposalNo;
  const seesPrices = options.readerOrgId === null || proposal.partyOrgIds.includes(options.readerOrgId);
  const named = new Map(facts.lines.map((line) => [line.id, line]));
  const rows = proposal.lines.flatMap(({ mouLineId, contractLineId, before, after }) => {
    const line = named.get(mouLineId ?? contractLineId ?? '');
    return line ? changes(line, before, after, seesPrices) : [];
  });
  const terms = proposal.terms.map(({ field, before, after }) => [TERMS[field], shown(field, before), shown(field, after)]);
  const blocks: OfficialBlock[] = [
    {
      kind: 'paragraph',
      words: [{ text: `Căn cứ ${isMou ? 'biên bản ghi nhớ' : 'hợp đồng'} số ${facts.number};`, italic: true }],
    },
    ...partyBlocks(facts.parties),
    {
      kind: 'paragraph',
      words: `Các bên thống nhất sửa đổi ${isMou ? 'biên bản ghi nhớ' : 'hợp đồng'} số ${facts.number} như sau:`,
    },
    { kind: 'heading', text: 'Điều 1. Nội dung sửa đổi' },
    {
      kind: 'table',
      columns: [
        { title: 'Nội dung', percent: 44 },
        { title: 'Đã thoả thuận', percent: 28, align: 'right' },
        { title: 'Sửa thành', percent: 28, align: 'right' },
      ],
      rows: [...rows, ...terms],
    },
    { kind: 'heading', text: 'Điều 2. Lý do' },
    { kind: 'paragraph', words: proposal.reason },
    { kind: 'heading', text: 'Điều 3. Hiệu lực' },
    {
      kind: 'paragraph',
      words: `Phụ lục là phần không tách rời của ${isMou ? 'biên bản ghi nhớ' : 'hợp đồng'}, có hiệu lực từ ngày các bên cùng đồng ý. Nội dung khác giữ nguyên; cam kết ban đầu vẫn được ghi nhận trong sổ.`,
    },
  ];
  return {
    name: `PL${no}-${facts.number.replace(/[^\p{L}\p{N}-]+/gu, '-')}`,
    document: {
      issuer: null,
      number: `PL${no}/${facts.number}`,
      place: placeOf(facts.parties[0]?.organization.address ?? null),
      date: facts.amendmentNo === null ? null : facts.decidedOn,
      title: `PHỤ LỤC SỐ ${no}`,
      about: `${isMou ? 'Biên bản ghi nhớ' : 'Hợp đồng'} số ${facts.number}`,
      blocks,
      signers: signersOf(facts.parties),
      recipients: [],
      foot: options.foot,
      isDemo: facts.isDemo,
    },
  };
}

function changes(
  { description, baseUnit }: Facts['lines'][number],
  before: StoredTerms,
  after: StoredTerms,
  seesPrices: boolean,
): string[][] {
  const qty = (value: string | null) => (value === null ? 'chưa lượng hoá' : formatQuantity(quantity(value), baseUnit));
  const rows: string[][] = [];
  const compare = (label: string, a: string | null, b: string | null) => {
    if (a !== b) rows.push([`${description}: ${label}`, qty(a), qty(b)]);
  };
  compare('tối thiểu', before.min, after.min);
  compare('số lượng', before.target, after.target);
  compare('tối đa', before.max, after.max);
  if (seesPrices && before.unitPrice !== after.unitPrice) {
    const dong = (value: string | undefined) => `${BigInt(value ?? '0').toLocaleString('vi-VN')} đồng/${baseUnit}`;
    rows.push([`${description}: đơn giá`, dong(before.unitPrice), dong(after.unitPrice)]);
  }
  if (JSON.stringify(before.schedule) !== JSON.stringify(after.schedule)) {
    const periods = (terms: StoredTerms) => `${terms.schedule?.length ?? 0} kỳ`;
    rows.push([`${description}: lịch giao`, periods(before), periods(after)]);
  }
  return rows;
}

function shown(field: ChangedTerm['field'], value: string | number | null): string {
  if (value === null) return 'chưa ghi';
  if (field === 'validTo') return formatDateVi(String(value));
  if (field === 'toleranceBp') return `${(Number(value) / 100).toLocaleString('vi-VN')} %`;
  return field === 'paymentTermDays' ? `${value} ngày` : String(value);
}

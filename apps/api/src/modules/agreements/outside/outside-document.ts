import type { Tx } from '../../../platform/database/unit-of-work.js';
import { lockMou } from '../mou-standing.js';

/** The line that a delivery is said to belong to, with what its document allows; behind the document's lock. */
export interface OutsideDocument {
  readonly type: 'MOU' | 'CONTRACT';
  readonly id: string;
  readonly mouId: string | null;
  readonly mouLineId: string | null;
  readonly contractId: string | null;
  readonly contractLineId: string | null;
  readonly goods: string;
  readonly baseUnit: string;
  readonly isOpen: boolean;
  /** Deliveries before this day do not count: the signing of a memorandum, the first day of a contract. */
  readonly since: string | null;
  readonly parties: readonly { readonly orgId: string; readonly role: string }[];
}

/** What is named by either: a line of a memorandum, or of a contract (which counts for the memorandum's line above it, too). */
export type OutsideLineRef = { readonly mouLineId: string | null; readonly contractLineId: string | null };

const OPEN_MOU = ['SIGNED', 'IN_FORCE', 'SUSPENDED'];
const OPEN_CONTRACT = ['ACTIVE', 'SUSPENDED'];

/** NOT_FOUND for whoever is no party. */
export const lockOutsideDocument = (tx: Tx, line: OutsideLineRef): Promise<OutsideDocument> =>
  line.contractLineId === null ? ofMou(tx, line.mouLineId!) : ofContract(tx, line.contractLineId);

async function ofMou(tx: Tx, lineId: string): Promise<OutsideDocument> {
  const line = await tx.one<{ mouId: string; signedOn: string | null }>(
    'select l.mou_id as "mouId", m.signed_on as "signedOn" from mou_line l join mou m on m.id = l.mou_id where l.id = $1',
    [lineId],
  );
  const mou = await lockMou(tx, line.mouId);
  const { description, baseUnit } = mou.lines.find(({ id }) => id === lineId)!;
  return {
    type: 'MOU',
    id: mou.id,
    mouId: mou.id,
    mouLineId: lineId,
    contractId: null,
    contractLineId: null,
    goods: description,
    baseUnit,
    isOpen: OPEN_MOU.includes(mou.status),
    since: line.signedOn,
    parties: mou.parties,
  };
}

async function ofContract(tx: Tx, lineId: string): Promise<OutsideDocument> {
  const { contractId } = await tx.one<{ contractId: string }>(
    'select contract_id as "contractId" from contract_line where id = $1',
    [lineId],
  );
  await tx.one('select id from contract where id = $1 for update', [contractId]);
  const { status, sellerOrgId, buyerOrgId, ...line } = await tx.one<
    Pick<OutsideDocument, 'mouId' | 'mouLineId' | 'goods' | 'baseUnit' | 'since'> & {
      status: string;
      sellerOrgId: string;
      buyerOrgId: string;
    }
  >(
    `select case when l.mou_line_id is not null then c.mou_id end as "mouId", l.mou_line_id as "mouLineId", l.description as goods,
       l.base_unit as "baseUnit", c.valid_from as since, c.status, c.seller_org_id as "sellerOrgId", c.buyer_org_id as "buyerOrgId"
     from contract_line l join contract c on c.id = l.contract_id where l.id = $1`,
    [lineId],
  );
  return {
    type: 'CONTRACT',
    id: contractId,
    ...line,
    contractId,
    contractLineId: lineId,
    isOpen: OPEN_CONTRACT.includes(status),
    parties: [
      { orgId: sellerOrgId, role: 'SELLER' },
      { orgId: buyerOrgId, role: 'BUYER' },
    ],
  };
}

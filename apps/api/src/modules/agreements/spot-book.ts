import { type AgreedLine, linkableLines, type SpotLine } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { notPausedAboveSql } from './agreement-sql.js';
import { remainingOf } from './contract-book.js';
import { PoolBook } from './pool/pool-book.js';

export type CandidateLine = AgreedLine & {
  readonly productId: string;
  /** The line of the memorandum it counts for; of a memorandum the line itself. */
  readonly mouLineId: string | null;
};

/** An agreement between the same seller and buyer that some lines of an order could count for. */
export interface AgreementCandidate {
  readonly kind: 'CONTRACT' | 'MOU';
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly lines: readonly CandidateLine[];
}

export interface SpotQuestion {
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly lines: readonly SpotLine[];
}

interface Row extends Omit<AgreementCandidate, 'lines'> {
  readonly lines: readonly {
    readonly id: string;
    readonly productId: string;
    readonly baseUnit: string;
    readonly mouLineId: string | null;
    readonly maxQty: string | null;
    readonly packSizeBase: string | null;
    readonly toleranceBp: number | null;
    readonly calledOff: string | null;
  }[];
}

const CONTRACTS = `select 'CONTRACT' as kind, c.id, c.number, null::text as title, c.valid_from as "validFrom", c.valid_to as "validTo",
    json_agg(json_build_object('id', l.id, 'productId', l.product_id, 'baseUnit', l.base_unit, 'mouLineId', l.mou_line_id, 'maxQty', l.max_qty::text,
      'packSizeBase', l.pack_size_base::text, 'toleranceBp', c.tolerance_bp, 'calledOff', t.called_off::text) order by l.line_no) as lines
  from contract c join contract_line l on l.contract_id = c.id left join agreement_line_total t on t.line_id = l.id
  where c.seller_org_id = $1 and c.buyer_org_id = $2 and c.status = 'ACTIVE' and ${notPausedAboveSql('c')} and l.product_id = any($3) and ($4::uuid is null or c.id = $4)
  group by c.id order by c.valid_to, c.id`;
const MOUS = `select 'MOU' as kind, m.id, m.register_no as number, m.title, m.valid_from as "validFrom", m.valid_to as "validTo",
    json_agg(json_build_object('id', l.id, 'productId', l.product_id, 'baseUnit', l.base_unit, 'mouLineId', l.id, 'maxQty', null,
      'packSizeBase', null, 'toleranceBp', null, 'calledOff', null) order by l.line_no) as lines
  from mou m join mou_line l on l.mou_id = m.id join agreement_line_total t on t.line_id = l.id
  where m.status = 'IN_FORCE' and l.product_id = any($3) and ($4::uuid is null or m.id = $4)
    and exists (select 1 from mou_party p where p.mou_id = m.id and p.org_id = $1 and p.role = 'SELLER')
    and exists (select 1 from mou_party p where p.mou_id = m.id and p.org_id = $2 and p.role = 'BUYER')
  group by m.id order by m.valid_to nulls last, m.id`;

const HOLD_CONTRACT = 'select 1 from contract where id = $1 for share';
const HOLD_MOU = 'select 1 from mou where id = $1 for share';

/** Agreements that a spot order of the same two sides could count for: its contracts first, then memoranda. */
@Injectable()
export class SpotBook {
  constructor(private readonly pools: PoolBook) {}

  /**
   * Holds an agreement until the link is saved, as a placement holds its contract: a closing or an annex at the same moment comes
   * before it, and is seen, or after it. Candidates are read once it is held.
   */
  async hold(tx: Tx, { kind, id }: Pick<AgreementCandidate, 'kind' | 'id'>): Promise<void> {
    await tx.query(kind === 'CONTRACT' ? HOLD_CONTRACT : HOLD_MOU, [id]);
  }

  /** Only those that can take a line; with `only` just the one named. What a pool delivers is ordered through the pool. */
  async candidates(
    tx: Tx,
    { sellerOrgId, buyerOrgId, lines }: SpotQuestion,
    only: { readonly kind: AgreementCandidate['kind']; readonly id: string } | null = null,
  ): Promise<AgreementCandidate[]> {
    const products = [...new Set(lines.map(({ productId }) => productId))];
    const asked = [sellerOrgId, buyerOrgId, products, only?.id ?? null];
    const rows = [
      ...(only?.kind === 'MOU' ? [] : await tx.query<Row>(CONTRACTS, asked)),
      ...(only?.kind === 'CONTRACT' ? [] : await tx.query<Row>(MOUS, asked)),
    ];
    const pooled = await this.pools.pooled(
      tx,
      rows.flatMap((row) => (row.kind === 'CONTRACT' ? row.lines.map(({ id }) => id) : [])),
    );
    return rows
      .map((row): AgreementCandidate => ({
        ...row,
        lines: row.lines
          .filter(({ id }) => !pooled.has(id))
          .map(({ maxQty, packSizeBase, toleranceBp, calledOff, ...line }) => ({
            ...line,
            remaining:
              maxQty === null
                ? null
                : remainingOf({ maxQty, packSizeBase: packSizeBase!, toleranceBp: toleranceBp ?? 0, calledOff }),
          })),
      }))
      .filter((candidate) => linkableLines(lines, candidate.lines, candidate).length > 0);
  }
}

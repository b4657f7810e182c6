import { Injectable } from '@nestjs/common';
import { aggregateValue, type MoneyWaiting, moneyWaiting, type WaitingLine } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PetitionClock } from './petition-clock.js';

/** What waits, as this reader may know it. */
export interface WaitingView extends MoneyWaiting {
  readonly agreements: number;
  /** There is a sum, but too few organizations stand behind it for this reader to be told. */
  readonly valueHidden: boolean;
}

export interface LineRow extends Omit<WaitingLine, 'refPrice'> {
  readonly mouId: string;
  readonly refPrice: string | null;
  readonly sellers: string[];
  readonly buyers: string[];
}

const partiesSql = (role: string) =>
  `coalesce((select json_agg(y.org_id) from mou_party y where y.mou_id = l.mou_id and y.role = '${role}'), '[]')`;

/** Lines of agreements: $1 their ids. The promise is the ledger's, amendments included; before it begins, what was signed. */
export const WAITING_LINES = `select l.mou_id as "mouId", l.base_unit as unit, coalesce(t.committed, l.target_qty)::text as committed,
    coalesce(t.accepted, 0)::text as accepted, l.reference_price::text as "refPrice", ${partiesSql('SELLER')} as sellers, ${partiesSql('BUYER')} as buyers
  from mou_line l left join agreement_line_total t on t.line_id = l.id and t.line_kind = 'MOU' where l.mou_id = any($1)`;

export const waitingOf = (rows: readonly LineRow[]): MoneyWaiting =>
  moneyWaiting(rows.map((row) => ({ ...row, refPrice: row.refPrice === null ? null : BigInt(row.refPrice) })));

/** The sum as somebody may know it who is no party: only when enough sellers and enough buyers stand behind it. */
export function toldOutside(rows: readonly LineRow[], minParties: number): WaitingView {
  const waiting = waitingOf(rows);
  const priced = rows.filter(({ refPrice, committed }) => refPrice !== null && committed !== null);
  const sides = (side: 'sellers' | 'buyers') => new Set(priced.flatMap((row) => row[side])).size;
  const value =
    waiting.value === null ? null : aggregateValue(waiting.value, Math.min(sides('sellers'), sides('buyers')), minParties);
  return {
    ...waiting,
    value,
    valueHidden: waiting.value !== null && value === null,
    agreements: new Set(rows.map(({ mouId }) => mouId)).size,
  };
}

/** The money that waits for petitions: derived from promises and receipts each time it is asked for, stored nowhere. */
@Injectable()
export class PetitionWaiting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: PetitionClock,
  ) {}

  /** Of one agreement, for those who may read it; its prices are its parties' own. */
  ofAgreement(actor: Actor, mouId: string): Promise<WaitingView> {
    return this.uow.read(actor, async (tx) => {
      await tx.one('select id from mou where id = $1', [idOf(mouId)]);
      return this.told(tx, actor, [mouId]);
    });
  }

  /** Of all agreements that wait for one petition, for those who may read the petition. */
  ofPetition(actor: Actor, petitionId: string): Promise<WaitingView> {
    return this.uow.read(actor, async (tx) => {
      await tx.one('select id from petition where id = $1', [idOf(petitionId)]);
      const open = await tx.query<{ mouId: string }>(
        'select mou_id as "mouId" from petition_block where petition_id = $1 and ended_at is null',
        [petitionId],
      );
      return this.told(
        tx,
        actor,
        open.map(({ mouId }) => mouId),
      );
    });
  }

  /**
   * A party to all of them reads them whole. Everybody else learns the sum of enough organizations; volumes are for the Alliance, a
   * department learns how many agreements wait.
   */
  private async told(tx: Tx, actor: Actor, mouIds: readonly string[]): Promise<WaitingView> {
    const rows = await asSystem(tx, () => tx.query<LineRow>(WAITING_LINES, [mouIds]));
    const agreements = new Set(mouIds).size;
    const isParty = rows.length > 0 && rows.every(({ sellers, buyers }) => [...sellers, ...buyers].includes(actor.orgId));
    if (isParty) return { ...waitingOf(rows), agreements, valueHidden: false };
    const outside = { ...toldOutside(rows, await this.clock.minParties(tx)), agreements };
    return actor.orgKind === 'ALLIANCE' ? outside : { ...outside, quantities: [], notQuantified: 0 };
  }
}

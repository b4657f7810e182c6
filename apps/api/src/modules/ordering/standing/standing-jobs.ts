import { dueDays, isDeliveryDay, type Refusal, ruleOn, STANDING_LEAD_MAX } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { allows } from '../../../platform/auth/access.js';
import { type Actor, SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import type { OrderRefusal } from '../order.messages.js';
import type { StandingRefusal } from './standing-order.messages.js';
import { STANDING_NOTICES } from './standing-order.notices.js';
import { reasonsOf, sentenceOf, StandingPlacer } from './standing-placer.js';
import { dayOf, type LockedStanding, lockStanding, planOf, type StandingTerms, writeDay } from './standing-rows.js';

/** One standing order whose days are to be looked at: set up, resumed, or come round by the clock. */
export const STANDING_DUE = 'ordering.standing-order';
/** How long a server may have been down and still say of each day what became of it. */
const LOOK_BACK_DAYS = 31;

/** Carries a refusal out of the transaction, so that nothing of a day half placed is saved. */
class NotPlaced extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Places what has come due. Each day in a transaction of its own, under the lock of its standing order: whoever comes second finds it done. */
@Injectable()
export class StandingJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly placer: StandingPlacer,
  ) {}

  /** Early, before the kitchens' and cooperatives' cut-offs of the day. */
  @JobHandler('ordering.standing-sweep')
  @DailyAt('04:30')
  async sweep(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      await tx.query(
        `select graphile_worker.add_job($2, json_build_object('standingOrderId', id), job_key := 'standing-order:' || id, job_key_mode := 'preserve_run_at')
         from standing_order where state <> 'ENDED' and valid_from <= $1::date + ${STANDING_LEAD_MAX} and valid_to >= $1::date - ${LOOK_BACK_DAYS} order by id`,
        [tx.today, STANDING_DUE],
      );
    });
  }

  @JobHandler(STANDING_DUE)
  async run({ standingOrderId }: { standingOrderId: string }): Promise<void> {
    const days = await this.uow.read(SYSTEM, async (tx) => {
      const plan = await planOf(tx, standingOrderId);
      const handled = await tx.query<{ day: string }>('select day from standing_order_day where standing_order_id = $1', [
        standingOrderId,
      ]);
      return plan.length > 0 ? dueDays(plan, tx.today, new Set(handled.map(({ day }) => day))) : [];
    });
    for (const day of days) await this.settle(standingOrderId, day);
  }

  /** One day, once: placed, asked for, or written down with the reason why not. */
  private async settle(id: string, day: string): Promise<void> {
    const actor = await this.uow.read(SYSTEM, (tx) => responsibleOf(tx, id));
    const refusal = actor ? await this.attempt(actor, id, day) : ({ code: 'STANDING_PERSON_LEFT' } satisfies StandingRefusal);
    if (refusal) await this.uow.run(SYSTEM, (tx) => this.fail(tx, id, day, refusal));
  }

  private async attempt(actor: Actor, id: string, day: string): Promise<Refusal | null> {
    try {
      await this.uow.run(actor, async (tx) => {
        const open = await this.open(tx, id, day);
        if (!open) return;
        if (day < tx.today) throw new NotPlaced({ code: 'STANDING_DAY_PASSED', day } as StandingRefusal);
        const placed = await this.placer.place(tx, actor, open.standing, open.terms, day, { held: null, decidedBy: null });
        if (!placed.ok) throw new NotPlaced(placed.refusal);
      });
      return null;
    } catch (error) {
      if (error instanceof NotPlaced) return error.refusal;
      // A seller or contract that is no longer to be seen: merged, withdrawn, ended.
      if (error instanceof NotFoundError) return { code: 'SELLER_NOT_ACTIVE' } satisfies OrderRefusal;
      throw error;
    }
  }

  /** The standing order, held, and the rule of this day, if it still waits to be placed; a day that came while it was paused is written down as such. */
  private async open(tx: Tx, id: string, day: string): Promise<{ standing: LockedStanding; terms: StandingTerms } | null> {
    const standing = await lockStanding(tx, id);
    const held = await dayOf(tx, id, day);
    if (held || standing.state === 'ENDED' || !isDeliveryDay(standing.plan, day)) return null;
    if (standing.state === 'ACTIVE') return { standing, terms: ruleOn(standing.plan, day)! };
    await writeDay(tx, standing, day, null, { state: 'PAUSED', decidedBy: null });
    return null;
  }

  private async fail(tx: Tx, id: string, day: string, refusal: Refusal): Promise<void> {
    const open = await this.open(tx, id, day);
    if (!open) return;
    const { standing, terms } = open;
    const reasons = reasonsOf(refusal, terms);
    await writeDay(tx, standing, day, null, { state: 'FAILED', reasons, decidedBy: null });
    const said = { vi: sentenceOf(reasons, 'vi'), en: sentenceOf(reasons, 'en') };
    const facts = { standingOrderId: id, name: standing.name, day, ...said };
    await sendNotice(tx, STANDING_NOTICES.failed, { orgId: standing.buyerOrgId, facts, key: `${id}:${day}` });
  }
}

/** In whose name the clock places; null when he no longer orders for the organization. */
async function responsibleOf(tx: Tx, id: string): Promise<Actor | null> {
  const [row] = await tx.query<Pick<Actor, 'userId' | 'orgId' | 'orgKind' | 'roles' | 'locale'>>(
    `select m.user_id as "userId", m.org_id as "orgId", o.kind as "orgKind", m.roles, u.locale
     from standing_order s join membership m on m.user_id = s.responsible_id and m.org_id = s.buyer_org_id and m.ended_at is null
     join organization o on o.id = m.org_id join app_user u on u.id = m.user_id where s.id = $1`,
    [id],
  );
  if (!row) return null;
  const actor = { ...row, sessionId: SYSTEM.sessionId };
  return allows(actor, 'order.place', { buyerOrgId: actor.orgId }) ? actor : null;
}

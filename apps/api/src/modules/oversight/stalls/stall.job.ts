import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { AGREEMENTS_MOVED, AgreementRegister } from '../../agreements/index.js';
import { StallKeeper } from './stall-keeper.js';

/** Few enough for short transactions, many enough for few of them. */
const BATCH = 200;

/** Alerts follow the facts at once and the calendar every night. */
@Injectable()
export class StallJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeper: StallKeeper,
    private readonly register: AgreementRegister,
  ) {}

  onModuleInit(): void {
    this.register.onForget((tx, mouIds) => this.keeper.forget(tx, mouIds));
  }

  /** Told by the keeper of progress, in the transaction that brought the fact. */
  @JobHandler(AGREEMENTS_MOVED)
  async moved(payload: { mouIds?: readonly string[] }): Promise<void> {
    const ids = payload.mouIds ?? [];
    for (let from = 0; from < ids.length; from += BATCH) await this.batch(ids.slice(from, from + BATCH));
  }

  @JobHandler('oversight.evaluate-stalls')
  @DailyAt('00:40')
  async evaluateAll(payload: { eventId?: string | null } = {}): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await this.uow.run(SYSTEM, (tx) =>
        tx.query<{ id: string }>(
          `select m.id from mou m where m.id > $1 and ($3::uuid is null or m.event_id = $3)
             and (m.status in ('SIGNED', 'IN_FORCE', 'SUSPENDED') or exists (select 1 from agreement_alert a where a.mou_id = m.id and a.cleared_at is null))
           order by m.id limit $2`,
          [after, BATCH, payload.eventId ?? null],
        ),
      );
      if (ids.length === 0) return;
      await this.batch(ids.map(({ id }) => id));
      after = ids.at(-1)!.id;
    }
  }

  private batch(ids: readonly string[]): Promise<number> {
    return this.uow.run(SYSTEM, (tx) => this.keeper.evaluate(tx, ids));
  }
}

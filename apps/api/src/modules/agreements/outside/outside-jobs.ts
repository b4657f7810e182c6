import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { OutsideService } from './outside.service.js';

/** Deliveries that nobody answered in time stay the word of one side. */
@Injectable()
export class OutsideJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly service: OutsideService,
  ) {}

  @JobHandler('agreements.outside-unanswered')
  @DailyAt('00:25')
  async lapse(): Promise<void> {
    const due = await this.uow.run(SYSTEM, (tx) =>
      tx.query<{ id: string }>(`select id from outside_delivery where state = 'WAITING' and answer_by < $1 order by id`, [
        tx.today,
      ]),
    );
    for (const { id } of due) await this.uow.run(SYSTEM, (tx) => this.service.lapse(tx, id));
  }
}

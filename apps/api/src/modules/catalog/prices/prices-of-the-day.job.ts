import { Injectable } from '@nestjs/common';
import { addDays } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { CatalogProjector } from '../catalog-projector.js';

/** Days looked back, for nights on which the machine was off. */
const DAYS_BACK = 7;

/** Prices begin and end at midnight without anybody at the keyboard: the published band follows. */
@Injectable()
export class PricesOfTheDayJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projector: CatalogProjector,
  ) {}

  @JobHandler('catalog.prices-of-the-day')
  @DailyAt('00:05')
  async refresh(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const turned = await tx.query<{ id: string }>(
        `select distinct product_id as id from list_price where buyer_org_id is null
           and (valid_from between $1 and $2 or ends_before between $1 and $2)`,
        [addDays(tx.today, -DAYS_BACK), tx.today],
      );
      await this.projector.refresh(
        tx,
        turned.map(({ id }) => id),
      );
    });
  }
}

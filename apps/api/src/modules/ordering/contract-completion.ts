import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { EndOfTerm } from '../agreements/index.js';

/** A contract past its last day is complete once none of its orders is open. */
@Injectable()
export class ContractCompletion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly endOfTerm: EndOfTerm,
  ) {}

  @JobHandler('ordering.complete-contracts')
  @DailyAt('00:20')
  async completeContracts(): Promise<void> {
    const due = await this.uow.read(SYSTEM, (tx) =>
      tx.query<{ id: string }>(
        `select c.id from contract c where c.status in ('ACTIVE', 'SUSPENDED') and c.valid_to < $1 and not exists (
           select 1 from purchase_order o where o.contract_id = c.id and o.status not in ('REFUSED', 'CANCELLED', 'CLOSED'))
         order by c.id`,
        [tx.today],
      ),
    );
    // Past its last day a contract takes no order, so what was closed stays closed between the two transactions.
    for (const { id } of due) await this.uow.run(SYSTEM, (tx) => this.endOfTerm.completeContract(tx, id));
  }
}

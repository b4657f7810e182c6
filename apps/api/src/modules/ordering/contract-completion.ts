import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { EndOfTerm } from '../agreements/index.js';

const OPEN_ORDER = `status not in ('REFUSED', 'CANCELLED', 'CLOSED')`;

/** A contract past its last day, or received in full, is complete once none of its orders is open. */
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
        `select c.id from contract c where c.status in ('ACTIVE', 'SUSPENDED')
           and (c.valid_to < $1 or not exists (select 1 from contract_line l left join agreement_line_total t on t.line_id = l.id
             where l.contract_id = c.id and coalesce(t.accepted, 0) < l.max_qty))
           and not exists (select 1 from purchase_order o where o.contract_id = c.id and o.${OPEN_ORDER})
         order by c.id`,
        [tx.today],
      ),
    );
    // One transaction each; what was found is asked again behind the contract's lock.
    for (const { id } of due) {
      await this.uow.run(SYSTEM, (tx) =>
        this.endOfTerm.completeContract(tx, id, async (contractId) => {
          const { n } = await tx.one<{ n: number }>(
            `select count(*)::int as n from purchase_order where contract_id = $1 and ${OPEN_ORDER}`,
            [contractId],
          );
          return n;
        }),
      );
    }
  }
}

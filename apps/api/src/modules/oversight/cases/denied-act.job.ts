import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { ACT_DENIED } from '../../assistance/index.js';
import { CaseEntry } from './case-entry.entity.js';

interface Denied {
  readonly mouId: string;
  readonly orgId: string;
  readonly seller: string;
  readonly order: string;
  readonly officer: string;
  readonly reason: string;
  readonly answeredBy: string;
  readonly doneOn: string;
}

/** What a cooperative denies of an act in its name stands in the case file of the agreement, where officers look first. */
@Injectable()
export class DeniedActJob {
  constructor(private readonly uow: UnitOfWork) {}

  @JobHandler(ACT_DENIED)
  async denied({ actId }: { actId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      // An act about goods, or about an order outside any agreement, has no case; its officer was told all the same.
      const [act] = await tx.query<Denied>(
        `select m.id as "mouId", a.org_id as "orgId", s.short_name as seller, o.number as "order", u.full_name as officer, a.reason,
           a.answered_by as "answeredBy", to_char(a.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as "doneOn"
         from assisted_act a join purchase_order o on o.id = a.entity_id and a.entity_type = 'order'
           join lateral (select coalesce((select c.mou_id from contract c where c.id = o.contract_id),
             (select ml.mou_id from order_line l join mou_line ml on ml.id = l.mou_line_id where l.order_id = o.id order by l.line_no limit 1)) as id) m on true
           join organization s on s.id = a.org_id join app_user u on u.id = a.officer_id
         where a.id = $1 and m.id is not null and a.reason is not null`,
        [actId],
      );
      if (!act) return;
      const { mouId, orgId: withOrgId, answeredBy: recordedBy } = act;
      const text = `${act.seller} không đồng ý với việc ${act.officer} làm thay ngày ${act.doneOn} (đơn ${act.order}): ${act.reason}`;
      // The act's own id: a job that ran before its worker was killed finds its entry there.
      const entry = { id: actId, mouId, kind: 'NOTE', happenedOn: tx.today, withOrgId, text, promisedFor: null };
      const row = { ...entry, recordedBy, recordedAt: tx.now };
      await tx.manager.createQueryBuilder().insert().into(CaseEntry).values(row).orIgnore().updateEntity(false).execute();
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type BankChangeState, maskAccountNo } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type OrganizationRefView, organizationRefSql } from '../organization-ref.js';

interface Row {
  readonly id: string;
  readonly organization: OrganizationRefView;
  readonly bankBin: string;
  readonly bankName: string;
  readonly accountNo: string;
  readonly accountName: string;
  readonly oldBankName: string | null;
  readonly oldAccountNo: string | null;
  readonly reason: string;
  readonly status: BankChangeState;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly holdsUntil: Date;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly version: number;
}

export type BankAccountChangeView = Omit<Row, 'requestedBy'> & { readonly isMine: boolean };

const SELECT = `select b.id, ${organizationRefSql('o')} as organization, b.bank_bin as "bankBin", b.bank_name as "bankName", b.account_no as "accountNo",
    b.account_name as "accountName", b.old_bank_name as "oldBankName", b.old_account_no as "oldAccountNo", b.reason, b.status,
    b.requested_by as "requestedBy", p.full_name as "requestedByName", b.requested_at as "requestedAt", b.holds_until as "holdsUntil",
    q.full_name as "confirmedByName", b.confirmed_at as "confirmedAt", b.applied_at as "appliedAt", b.version
  from bank_account_change b join organization o on o.id = b.org_id join app_user p on p.id = b.requested_by
  left join app_user q on q.id = b.confirmed_by`;

@Injectable()
export class BankAccountQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The acting organization's changes, the newest first: the open one and what became of the last ones. */
  async mine(actor: Actor): Promise<BankAccountChangeView[]> {
    if (!allows(actor, 'bankAccount.cancel', { ownerOrgId: actor.orgId })) return [];
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<Row>(`${SELECT} where b.org_id = $1 order by b.requested_at desc limit 5`, [actor.orgId]),
    );
    return rows.map((row) => forReader(row, actor));
  }

  /** What waits for an officer's call, the oldest first. */
  async waiting(actor: Actor): Promise<BankAccountChangeView[]> {
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<Row>(`${SELECT} where b.status in ('WAITING', 'CONFIRMED') order by b.status desc, b.requested_at limit 100`),
    );
    return rows.map((row) => forReader(row, actor));
  }

  async byId(actor: Actor, id: string): Promise<BankAccountChangeView> {
    return forReader(await this.uow.read(actor, (tx) => tx.one<Row>(`${SELECT} where b.id = $1`, [id])), actor);
  }
}

const forReader = ({ requestedBy, ...row }: Row, actor: Actor): BankAccountChangeView => ({
  ...row,
  accountNo: row.organization.id === actor.orgId ? row.accountNo : maskAccountNo(row.accountNo),
  oldAccountNo: row.oldAccountNo && maskAccountNo(row.oldAccountNo),
  isMine: requestedBy === actor.userId,
});

import { Injectable } from '@nestjs/common';
import { formatInstantVi } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { accountLabel } from '../organization-masks.js';
import {
  bankChangeApplied,
  bankChangeCancelled,
  bankChangeConfirmed,
  bankChangeRequested,
  bankChangeWaits,
} from '../organization-notices.js';

interface Change {
  readonly id: string;
  readonly orgId: string;
  readonly bankName: string;
  readonly accountNo: string;
  readonly holdsUntil: Date;
}

interface Letter {
  readonly changeId: string;
  readonly to: string;
  readonly name: string;
  readonly by: string;
  readonly account: string;
  readonly until: string;
}

/** Tells everybody who could notice a theft: all people of the organization, the Alliance, and the contact address as it stood before. */
@Injectable()
export class BankAccountHerald {
  constructor(private readonly mailer: Mailer) {}

  label({ bankName, accountNo }: Pick<Change, 'bankName' | 'accountNo'>): string {
    return accountLabel(bankName, accountNo);
  }

  async requested(tx: Tx, change: Change): Promise<void> {
    const [account, by, until] = [this.label(change), await this.actorName(tx), formatInstantVi(change.holdsUntil)];
    await sendNotice(tx, bankChangeRequested, { orgId: change.orgId, facts: { by, account, until }, key: change.id });
    const { name, email } = await tx.one<{ name: string; email: string | null }>(
      'select name, email from organization where id = $1',
      [change.orgId],
    );
    const alliances = await tx.query<{ id: string }>(`select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE'`);
    for (const { id } of alliances)
      await sendNotice(tx, bankChangeWaits, { orgId: id, facts: { name, account }, key: change.id });
    if (email)
      await tx.tell('registry.bank-change-letter', { changeId: change.id, to: email, name, by, account, until } satisfies Letter);
  }

  async confirmed(tx: Tx, change: Change): Promise<void> {
    const facts = { by: await this.actorName(tx), account: this.label(change), until: formatInstantVi(change.holdsUntil) };
    await sendNotice(tx, bankChangeConfirmed, { orgId: change.orgId, facts, key: change.id });
  }

  async applied(tx: Tx, change: Change): Promise<void> {
    await sendNotice(tx, bankChangeApplied, { orgId: change.orgId, facts: { account: this.label(change) }, key: change.id });
  }

  async cancelled(tx: Tx, change: Change): Promise<void> {
    const facts = { by: await this.actorName(tx), account: this.label(change) };
    await sendNotice(tx, bankChangeCancelled, { orgId: change.orgId, facts, key: change.id });
  }

  /** To the organization's own address, which may be read by somebody without an account here. */
  @JobHandler('registry.bank-change-letter')
  async letter({ changeId, to, name, by, account, until }: Letter): Promise<void> {
    await this.mailer.send({
      id: `bank-change-${changeId}`,
      to,
      subject: '[Liên Kết] Có yêu cầu đổi tài khoản nhận tiền',
      text: `${by} xin đổi tài khoản nhận tiền của ${name} sang ${account}.\n\nTài khoản cũ còn dùng cho đến khi người thứ hai xác nhận và sau ${until}. Nếu không phải đơn vị bạn yêu cầu, hãy mở Liên Kết, mục Hồ sơ tổ chức, để huỷ, hoặc gọi Liên minh Hợp tác xã.\n`,
    });
  }

  private async actorName(tx: Tx): Promise<string> {
    const [person] = await tx.query<{ name: string }>('select full_name as name from app_user where id = $1', [tx.actor?.userId]);
    return person?.name ?? 'Liên Kết';
  }
}

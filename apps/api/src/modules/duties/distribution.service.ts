import { Injectable } from '@nestjs/common';
import { accept, checkRead, refuse, type Refusal, type Result, type SendingMethod } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyText } from '../../platform/text.js';
import { NoticeReceipt } from './distribution.entity.js';
import type { DutiesRefusal } from './duties.messages.js';
import { noticeArrived } from './duties.notices.js';
import { holdsDutiesSql } from '../registry/index.js';

export interface NoticeSendCommand {
  readonly clientKey: string;
  readonly recipientId: string;
  readonly orgIds: readonly string[];
  readonly sentOn: string;
  readonly method: SendingMethod;
}

export interface NoticeConfirmCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  /** For the Alliance writing down what it was told; an organization confirms today. */
  readonly readOn?: string | null;
  readonly note?: string | null;
}

const MOST = 200;

/** Who sent the notice to whom, and who says that it was read. */
@Injectable()
export class DistributionService {
  constructor(private readonly uow: UnitOfWork) {}

  send(actor: Actor, input: NoticeSendCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'noticeSend', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'notice.send', { ownerOrgId: actor.orgId });
      const row = await tx.one<{ id: string; orgId: string | null; title: string; isSender: boolean }>(
        `select r.id, r.org_id as "orgId", e.title, coalesce(${holdsDutiesSql('r.sender_org_id', '$2', '$3')}, false) as "isSender"
         from notice_recipient r join event e on e.id = r.event_id where r.id = $1`,
        [idOf(input.recipientId), actor.orgId, tx.today],
      );
      if (!row.isSender && actor.orgKind !== 'ALLIANCE') return refuse<DutiesRefusal>({ code: 'NOT_THE_SENDER' });
      if (input.sentOn > tx.today) return refuse<DutiesRefusal>({ code: 'SENT_IN_FUTURE' });
      const wanted = [...new Set(input.orgIds)];
      if (wanted.length === 0 || wanted.length > MOST) return refuse<DutiesRefusal>({ code: 'RECIPIENTS_MISSING' });
      const known = await this.recipients(tx, row.orgId, wanted);
      if (known.length !== wanted.length) return refuse<DutiesRefusal>({ code: 'RECIPIENT_UNKNOWN' });
      // Another sender's receipt stands behind a wall; sent is sent, whoever did it.
      const receipts = await asSystem(tx, () =>
        tx.query<{ orgId: string }>('select org_id as "orgId" from notice_receipt where recipient_id = $1 and org_id = any($2)', [
          row.id,
          known,
        ]),
      );
      const sent = new Set(receipts.map(({ orgId }) => orgId));
      for (const orgId of known) {
        if (sent.has(orgId)) continue;
        const id = newId();
        await tx.insert(NoticeReceipt, {
          id,
          recipientId: row.id,
          orgId,
          method: input.method,
          sentOn: input.sentOn,
          sentByOrgId: actor.orgId,
          sentBy: actor.userId,
        });
        await tx.audit('notice.send', 'notice_receipt', id, { orgId, method: input.method });
        await sendNotice(tx, noticeArrived, { orgId, facts: { title: row.title }, key: id });
      }
      return accept(row.id);
    });
  }

  confirm(actor: Actor, input: NoticeConfirmCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'noticeConfirm', clientKey: input.clientKey, input }, async (tx) => {
      const receipt = await tx.one<{ id: string; orgId: string; sentOn: string; readOn: string | null; version: number }>(
        'select id, org_id as "orgId", sent_on as "sentOn", read_on as "readOn", version from notice_receipt where id = $1 for update',
        [idOf(input.id)],
      );
      assertMay(actor, 'notice.confirm', { ownerOrgId: receipt.orgId });
      if (receipt.version !== input.version) return versionConflict(receipt.version);
      const onBehalf = receipt.orgId !== actor.orgId;
      const note = tidyText(input.note)?.slice(0, 500) ?? null;
      const readOn = onBehalf ? (input.readOn ?? tx.today) : tx.today;
      const checked = checkRead(receipt, readOn, tx.today, onBehalf, note);
      if (!checked.ok) return checked;
      await tx.updateVersioned(NoticeReceipt, receipt.id, receipt.version, { readOn, readBy: actor.userId, readNote: note });
      await tx.audit('notice.confirm', 'notice_receipt', receipt.id, { readOn, onBehalf });
      return accept(receipt.id);
    });
  }

  /** A row that names one body takes that one or its successor; a group takes any registered organization. */
  private async recipients(tx: Tx, namedId: string | null, wanted: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select o.id from organization o where o.id = any($1) and ($2::uuid is null or ${holdsDutiesSql('$2::uuid', 'o.id', '$3')}) order by o.id`,
      [wanted.filter(isUuid), namedId, tx.today],
    );
    return rows.map(({ id }) => id);
  }
}

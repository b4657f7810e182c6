import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result, rfqStateAt, type RfqAction, type RfqState } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import type { Notice } from '../../../platform/notices/index.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { FileBook } from '../../registry/index.js';
import { RFQ_NOTICES, type RfqFacts, tellRfq } from '../sourcing.notices.js';
import { checkInvitees, checkRfqHead, checkRfqLines, TEXT_MAX } from './rfq-terms.js';
import { moveRfq } from './rfq-rules.js';
import type { RfqRefusal } from './rfq.messages.js';
import { RfqFile } from './rfq-file.entity.js';
import { RfqInvitee } from './rfq-invitee.entity.js';
import { RfqLine } from './rfq-line.entity.js';
import { Rfq } from './rfq.entity.js';
import type { RfqActionCommand, RfqSaveCommand } from './rfq.view.js';

const HOUR_MS = 3_600_000;
/** The job that reminds of a deadline; see deadline.job. */
export const DEADLINE_NEAR = 'sourcing.deadline-near';

interface Standing {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly buyerOrgId: string;
  readonly status: RfqState;
  readonly deadlineAt: Date | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly version: number;
}

/** A buyer's request, from the first draft to its end. */
@Injectable()
export class RfqService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  /** A draft may have gaps; what is missing is asked for when it is sent. */
  save(actor: Actor, input: RfqSaveCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'rfq.save', clientKey: input.clientKey, input }, async (tx) => {
      const draft = input.id ? await this.lock(tx, actor, idOf(input.id)) : null;
      assertMay(actor, 'rfq.manage', { buyerOrgId: actor.orgId });
      if (draft && draft.version !== input.version) return versionConflict(draft.version);
      if (draft && draft.status !== 'DRAFT') return refuse<RfqRefusal>({ code: 'RFQ_NOT_DRAFT' });
      const head = checkRfqHead(input);
      if (!head.ok) return head;
      const place = await this.placeOf(tx, actor.orgId, input.deliveryLocationId);
      if (!place.ok) return place;
      const invitees = await checkInvitees(tx, input.inviteeIds, actor.orgId);
      if (!invitees.ok) return invitees;
      const lines = await checkRfqLines(tx, input.lines);
      if (!lines.ok) return lines;
      const id = draft?.id ?? newId();
      const columns = {
        ...head.value,
        ...place.value,
        basis: input.basis,
        periodFrom: input.periodFrom ?? null,
        periodTo: input.periodTo ?? null,
        deadlineAt: input.deadlineAt ?? null,
      };
      if (draft) await tx.updateVersioned(Rfq, id, draft.version, columns);
      else await this.create(tx, actor, id, columns);
      await this.replaceParts(tx, actor, id, lines.value, invitees.value, input.fileIds);
      await tx.audit('rfq.save', 'rfq', id, { lines: lines.value.length });
      return accept(id);
    });
  }

  /** From here on the invited cooperatives see it; nobody learns who else was asked. */
  send(actor: Actor, input: RfqActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'send', async (tx, rfq) => {
      const complete = await this.complete(tx, rfq);
      if (!complete.ok) return complete;
      await tx.query('update rfq_invitee set invited_at = $2 where rfq_id = $1', [rfq.id, tx.now]);
      const number = `HG-${tx.today.slice(0, 4)}-${String(await tx.nextNumber('HG')).padStart(6, '0')}`;
      await this.tellInvited(tx, { ...rfq, number }, RFQ_NOTICES.received, rfq.id);
      await this.remind(tx, rfq.id, rfq.deadlineAt!);
      return accept({ number, sentAt: tx.now });
    });
  }

  close(actor: Actor, input: RfqActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'close', async (tx) => accept({ closedAt: tx.now }));
  }

  /** Also opens a request again that its deadline closed. */
  extend(actor: Actor, input: RfqActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'extend', async (tx, rfq) => {
      const { deadlineAt } = input;
      if (!deadlineAt) return refuse({ code: 'DEADLINE_MISSING' });
      if (deadlineAt.getTime() < tx.now.getTime() + HOUR_MS) return refuse({ code: 'DEADLINE_PAST' });
      if (rfq.deadlineAt && deadlineAt <= rfq.deadlineAt) return refuse({ code: 'DEADLINE_NOT_LATER' });
      await this.tellInvited(tx, rfq, RFQ_NOTICES.extended, `${rfq.id}:${rfq.version}`);
      await this.remind(tx, rfq.id, deadlineAt);
      return accept({ deadlineAt, closedAt: null });
    });
  }

  cancel(actor: Actor, input: RfqActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'cancel', async (tx, rfq) => {
      const cancelReason = tidyText(input.reason);
      if (!cancelReason) return refuse({ code: 'REASON_MISSING' });
      if (cancelReason.length > TEXT_MAX) return refuse({ code: 'REASON_TOO_LONG', max: TEXT_MAX });
      await this.tellInvited(tx, rfq, RFQ_NOTICES.cancelled, rfq.id);
      return accept({ cancelReason });
    });
  }

  private act(
    actor: Actor,
    input: RfqActionCommand,
    action: RfqAction,
    decide: (tx: Tx, rfq: Standing) => Promise<Result<Partial<Rfq>, RfqRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `rfq.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const rfq = await this.lock(tx, actor, idOf(input.id));
      assertMay(actor, 'rfq.manage', rfq);
      if (rfq.version !== input.version) return versionConflict(rfq.version);
      const moved = moveRfq(rfqStateAt({ state: rfq.status, deadlineAt: rfq.deadlineAt }, tx.now), action);
      if (!moved.ok) return moved;
      const patch = await decide(tx, rfq);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Rfq, rfq.id, rfq.version, { ...patch.value, status: moved.value });
      await tx.audit(`rfq.${action}`, 'rfq', rfq.id, action === 'cancel' ? { reason: patch.value.cancelReason } : {});
      return accept(rfq.id);
    });
  }

  /** Those who were invited and have not said that they cannot; a draft has told nobody. */
  private async tellInvited(tx: Tx, rfq: Standing, notice: Notice<RfqFacts>, key: string): Promise<void> {
    const invited = await tx.query<{ orgId: string }>(
      `select seller_org_id as "orgId" from rfq_invitee where rfq_id = $1 and invited_at is not null and declined_at is null
       order by seller_org_id`,
      [rfq.id],
    );
    for (const { orgId } of invited) await tellRfq(tx, notice, orgId, rfq, key);
  }

  /** A day before the deadline, for those who still owe an answer by then. */
  private async remind(tx: Tx, rfqId: string, deadlineAt: Date): Promise<void> {
    const at = new Date(deadlineAt.getTime() - 24 * HOUR_MS);
    if (at > tx.now) await tx.tell(DEADLINE_NEAR, { rfqId, deadlineAt: deadlineAt.toISOString() }, at);
  }

  private async complete(tx: Tx, rfq: Standing): Promise<Result<null, RfqRefusal>> {
    const counts = await tx.one<{ lines: number; repeated: number; invitees: number; buyerStatus: string }>(
      `select (select count(*)::int from rfq_line where rfq_id = $1) as lines,
         (select count(*)::int from rfq_line where rfq_id = $1 and per <> 'TOTAL') as repeated,
         (select count(*)::int from rfq_invitee where rfq_id = $1) as invitees,
         (select status from organization where id = $2) as "buyerStatus"`,
      [rfq.id, rfq.buyerOrgId],
    );
    if (counts.buyerStatus !== 'ACTIVE') return refuse({ code: 'BUYER_NOT_ACTIVE' });
    if (counts.lines === 0) return refuse({ code: 'LINES_MISSING' });
    if (counts.invitees === 0) return refuse({ code: 'INVITEES_MISSING' });
    if (counts.repeated > 0 && !(rfq.periodFrom && rfq.periodTo)) return refuse({ code: 'PERIOD_MISSING' });
    if (!rfq.deadlineAt) return refuse({ code: 'DEADLINE_MISSING' });
    return rfq.deadlineAt.getTime() < tx.now.getTime() + HOUR_MS ? refuse({ code: 'DEADLINE_PAST' }) : accept(null);
  }

  private async placeOf(
    tx: Tx,
    orgId: string,
    locationId: string | null | undefined,
  ): Promise<Result<{ deliveryLocationId: string | null; deliveryPlace: string | null }, RfqRefusal>> {
    if (!locationId) return accept({ deliveryLocationId: null, deliveryPlace: null });
    const [row] = isUuid(locationId)
      ? await tx.query<{ id: string; place: string }>(
          `select id, name || ', ' || address as place from location where id = $1 and org_id = $2`,
          [locationId, orgId],
        )
      : [];
    return row ? accept({ deliveryLocationId: row.id, deliveryPlace: row.place }) : refuse({ code: 'LOCATION_NOT_YOURS' });
  }

  private async create(tx: Tx, actor: Actor, id: string, columns: Partial<Rfq>): Promise<void> {
    const { isDemo } = await tx.one<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [
      actor.orgId,
    ]);
    await tx.insert(Rfq, {
      id,
      number: id,
      buyerOrgId: actor.orgId,
      status: 'DRAFT',
      createdBy: actor.userId,
      isDemo,
      ...columns,
    });
  }

  private async replaceParts(
    tx: Tx,
    actor: Actor,
    rfqId: string,
    lines: readonly Omit<RfqLine, 'id' | 'rfqId' | 'lineNo' | 'gradeId' | 'awardedQty'>[],
    invitees: readonly string[],
    fileIds: readonly string[],
  ): Promise<void> {
    const files = [...new Set(fileIds.map(idOf))];
    for (const fileId of files) await this.files.attach(tx, fileId, actor.orgId);
    for (const part of ['rfq_line', 'rfq_invitee', 'rfq_file']) await tx.query(`delete from ${part} where rfq_id = $1`, [rfqId]);
    await tx.insert(
      RfqLine,
      lines.map((line, index) => ({ id: newId(), rfqId, lineNo: index + 1, ...line })),
    );
    await tx.insert(
      RfqInvitee,
      invitees.map((sellerOrgId) => ({ id: newId(), rfqId, sellerOrgId, buyerOrgId: actor.orgId })),
    );
    await tx.insert(
      RfqFile,
      files.map((fileId, position) => ({ rfqId, fileId, position })),
    );
  }

  /** Only the buyer holds it; for others it is not there. */
  private lock(tx: Tx, actor: Actor, id: string): Promise<Standing> {
    return tx.one(
      `select id, number, title, buyer_org_id as "buyerOrgId", status, deadline_at as "deadlineAt", period_from as "periodFrom",
         period_to as "periodTo", version from rfq where id = $1 and buyer_org_id = $2 for update`,
      [id, actor.orgId],
    );
  }
}

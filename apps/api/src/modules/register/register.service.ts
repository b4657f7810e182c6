import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accept,
  nextState,
  type Refusal,
  type RegisterAction,
  REGISTER_TRANSITIONS,
  refuse,
  type Result,
  secondPerson,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import { type BatchRow, lockBatch } from './register-batches.js';
import { RegisterBatch } from './register-batch.entity.js';
import { RegisterReverting } from './register-reverting.js';
import type { RegisterRefusal } from './register.messages.js';
import { registerReturned, registerSubmitted } from './register.notices.js';

export interface RegisterStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

export interface RegisterMatchDecision extends RegisterStep {
  readonly matchId: string;
  /** Null: a new organization. */
  readonly orgId?: string | null;
}

const LONGEST_REASON = 500;
const no = (refusal: RegisterRefusal) => refuse(refusal);

/** The steps of two persons through a register; reading and letting in happen in jobs. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly reverting: RegisterReverting,
  ) {}

  /** Keeps the file and starts reading it. The same file again, while the first is open, is the same register. */
  async upload(actor: Actor, eventCode: string, name: string, bytes: Buffer): Promise<Result<string, RegisterRefusal>> {
    assertMay(actor, 'register.prepare', {});
    const id = newId();
    await this.store.put(id, bytes);
    try {
      const opened = await this.uow.run(actor, (tx) => this.open(tx, actor, id, eventCode, name, bytes));
      if (!opened.ok || opened.value !== id) await this.store.remove(id);
      return opened;
    } catch (error) {
      await this.store.remove(id);
      throw error;
    }
  }

  private async open(
    tx: Tx,
    actor: Actor,
    id: string,
    eventCode: string,
    name: string,
    bytes: Buffer,
  ): Promise<Result<string, RegisterRefusal>> {
    const [event] = await tx.query<{ id: string }>('select id from event where code = $1 for share', [eventCode]);
    if (!event) return no({ code: 'REGISTER_EVENT_MISSING' });
    const fileSha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('register-uploads:' || $1, 0))`, [event.id]);
    const [same] = await tx.query<{ id: string }>(
      `select id from register_batch where event_id = $1 and file_sha256 = $2 and status in ('UPLOADED','VALIDATED','SUBMITTED','APPROVED')`,
      [event.id, fileSha256],
    );
    if (same) return accept(same.id);
    await tx.insert(RegisterBatch, {
      id,
      eventId: event.id,
      orgId: actor.orgId,
      fileName: fileNameOf(name),
      fileSha256,
      createdBy: actor.userId,
    });
    await tx.audit('register.upload', 'register', id, { sha256: fileSha256 });
    await tx.tell('register.read', { batchId: id });
    return accept(id);
  }

  /** Says which organization a doubtful party is, or that it is a new one. */
  decide(actor: Actor, input: RegisterMatchDecision): Promise<Result<string, Refusal>> {
    return this.step(actor, 'registerDecide', input, 'submit', async (tx, batch) => {
      const match = await tx.one<{ code: string; isDoubtful: boolean; candidates: { orgId: string }[] }>(
        'select code, is_doubtful as "isDoubtful", candidates from register_match where id = $1 and batch_id = $2 for update',
        [idOf(input.matchId), batch.id],
      );
      if (!match.isDoubtful) return no({ code: 'MATCH_NOT_ASKED' });
      const orgId = input.orgId ? idOf(input.orgId) : null;
      if (orgId && !match.candidates.some((candidate) => candidate.orgId === orgId)) return no({ code: 'MATCH_NOT_OFFERED' });
      const [taken] = orgId
        ? await tx.query<{ row: number }>(
            'select row_no as row from register_match where batch_id = $1 and org_id = $2 and code <> $3 limit 1',
            [batch.id, orgId, match.code],
          )
        : [];
      if (taken) return no({ code: 'MATCH_TAKEN', row: taken.row });
      await tx.query('update register_match set decision = $2, org_id = $3, decided_by = $4, decided_at = $5 where id = $1', [
        idOf(input.matchId),
        orgId ? 'MATCHED' : 'NEW',
        orgId,
        actor.userId,
        tx.now,
      ]);
      await tx.query(
        `update register_row set outcome = $3 where batch_id = $1 and sheet_no = 0 and key = $2 and outcome in ('UNDECIDED','CREATE','SAME','UPDATE')`,
        [batch.id, match.code, orgId ? 'SAME' : 'CREATE'],
      );
      await tx.query('update register_batch set version = version + 1 where id = $1', [batch.id]);
      await tx.audit('register.decide', 'register', batch.id, { party: match.code, orgId });
      return accept(null);
    });
  }

  /** Hands the register to a second person. */
  submit(
    actor: Actor,
    input: RegisterStep & { readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING' },
  ): Promise<Result<string, Refusal>> {
    return this.step(actor, 'registerSubmit', input, 'submit', async (tx, batch) => {
      const counts = await tx.one<{ open: number; mistakes: number; changes: number }>(
        `select count(*) filter (where outcome = 'UNDECIDED')::int as open, count(*) filter (where outcome in ('ERROR','HELD'))::int as mistakes,
           count(*) filter (where outcome in ('CREATE','UPDATE'))::int as changes from register_row where batch_id = $1`,
        [batch.id],
      );
      if (counts.open > 0) return no({ code: 'MATCHES_OPEN', count: counts.open });
      if (counts.changes === 0) return no({ code: 'REGISTER_EMPTY' });
      if (input.mode === 'ALL_OR_NOTHING' && counts.mistakes > 0)
        return no({ code: 'REGISTER_HAS_MISTAKES', count: counts.mistakes });
      await tx.query(
        `update register_batch set status = 'SUBMITTED', mode = $2, submitted_by = $3, submitted_at = $4, refusal = null, return_reason = null,
           version = version + 1 where id = $1`,
        [batch.id, input.mode, actor.userId, tx.now],
      );
      await tx.audit('register.submit', 'register', batch.id, { mode: input.mode, mistakes: counts.mistakes });
      const { name } = await tx.one<{ name: string }>('select full_name as name from app_user where id = $1', [actor.userId]);
      const facts = { id: batch.id, title: batch.event.title, by: name };
      await sendNotice(tx, registerSubmitted, { orgId: batch.orgId, facts, key: `${batch.id}-${batch.version}` });
      return accept(null);
    });
  }

  /** The second person's word. Said twice, or by two at once, it has one effect; it also starts again what a crash interrupted. */
  approve(actor: Actor, input: RegisterStep): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'registerApprove', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'register.approve', {});
      const batch = await lockBatch(tx, idOf(input.id));
      const eyes = this.eyes(batch, actor);
      if (!eyes.ok) return eyes;
      if (batch.status === 'APPROVED') {
        await tx.tell('register.commit', { batchId: batch.id });
        return accept(batch.id);
      }
      const moved = nextState(REGISTER_TRANSITIONS, batch.status, 'approve');
      if (!moved.ok) return moved;
      if (batch.version !== input.version) return versionConflict(batch.version);
      await tx.query(
        `update register_batch set status = $2, approved_by = $3, approved_at = $4, version = version + 1 where id = $1`,
        [batch.id, moved.value, actor.userId, tx.now],
      );
      await tx.audit('register.approve', 'register', batch.id);
      await tx.tell('register.commit', { batchId: batch.id });
      return accept(batch.id);
    });
  }

  return(actor: Actor, input: RegisterStep & { readonly reason: string }): Promise<Result<string, Refusal>> {
    return this.step(actor, 'registerReturn', input, 'return', async (tx, batch) => {
      const reason = tidyText(input.reason);
      if (!reason || reason.length > LONGEST_REASON) return no({ code: 'REASON_MISSING' });
      const eyes = this.eyes(batch, actor);
      if (!eyes.ok) return eyes;
      await tx.query(
        `update register_batch set status = 'VALIDATED', return_reason = $2, submitted_by = null, submitted_at = null, version = version + 1 where id = $1`,
        [batch.id, reason],
      );
      await tx.audit('register.return', 'register', batch.id, { reason });
      const facts = { id: batch.id, title: batch.event.title, reason };
      await sendNotice(tx, registerReturned, { orgId: batch.orgId, facts, key: `${batch.id}-${batch.version}` });
      return accept(null);
    });
  }

  /** The rows go, the audit row stays. */
  withdraw(actor: Actor, input: RegisterStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'registerWithdraw', input, 'withdraw', async (tx, batch) => {
      await tx.query('delete from register_row where batch_id = $1', [batch.id]);
      await tx.query('delete from register_match where batch_id = $1', [batch.id]);
      await tx.query(`update register_batch set status = 'WITHDRAWN', version = version + 1 where id = $1`, [batch.id]);
      await tx.audit('register.withdraw', 'register', batch.id);
      return accept(null);
    });
  }

  revert(actor: Actor, input: RegisterStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'registerRevert', input, 'revert', async (tx, batch) => {
      const reverted = await this.reverting.revert(tx, batch);
      if (!reverted.ok) return reverted;
      await tx.query(
        `update register_batch set status = 'REVERTED', reverted_by = $2, reverted_at = $3, version = version + 1 where id = $1`,
        [batch.id, actor.userId, tx.now],
      );
      await tx.audit('register.revert', 'register', batch.id);
      return accept(null);
    });
  }

  private eyes(batch: BatchRow, actor: Actor): Result<null, RegisterRefusal> {
    const prepared = secondPerson(batch.createdBy, actor.userId);
    return prepared.ok && batch.submittedBy ? secondPerson(batch.submittedBy, actor.userId) : prepared;
  }

  private step(
    actor: Actor,
    operation: string,
    input: RegisterStep,
    action: RegisterAction,
    decide: (tx: Tx, batch: BatchRow) => Promise<Result<null, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, action === 'return' || action === 'revert' ? 'register.approve' : 'register.prepare', {});
      const batch = await lockBatch(tx, idOf(input.id));
      const moved = nextState(REGISTER_TRANSITIONS, batch.status, action);
      if (!moved.ok) return moved;
      if (batch.version !== input.version) return versionConflict(batch.version);
      const decided = await decide(tx, batch);
      return decided.ok ? accept(batch.id) : decided;
    });
  }
}

function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  return tidyLine(last.replace(/[\u0000-\u001f\u007f"<>]/g, ''))?.slice(0, 200) ?? 'so-dang-ky.xlsx';
}

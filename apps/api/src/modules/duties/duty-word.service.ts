import { Injectable } from '@nestjs/common';
import {
  accept,
  DUTY_WORD_TRANSITIONS,
  type DutyWordAction,
  type DutyWordState,
  type DutyWordStep,
  nextState,
  recordDuty,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyText } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import type { DutiesRefusal } from './duties.messages.js';
import { dutyTold, dutyWordDecided } from './duties.notices.js';
import { lockDuty, writeDutyRecord } from './duty-book.js';
import { addressedToSql } from './duty-word.queries.js';
import { DutyWord } from './duty-word.entity.js';

export interface DutyTellCommand {
  readonly clientKey: string;
  readonly dutyId: string;
  readonly step: DutyWordStep;
  readonly text: string;
  readonly happenedOn: string;
  readonly docNo?: string | null;
  readonly docDate?: string | null;
  readonly fileId?: string | null;
}

export interface DutyWordCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}
export interface DutyConfirmCommand extends DutyWordCommand {
  readonly nextMove?: string | null;
  readonly nextOn?: string | null;
}

interface Word {
  readonly id: string;
  readonly dutyId: string;
  readonly orgId: string;
  readonly step: DutyWordStep;
  readonly text: string;
  readonly happenedOn: string;
  readonly docNo: string | null;
  readonly docDate: string | null;
  readonly fileId: string | null;
  readonly status: DutyWordState;
  readonly version: number;
}

const LONGEST_REASON = 500;
const no = (refusal: DutiesRefusal) => refuse(refusal);

/** A body tells what it did of a duty laid on it, or on the body it succeeded; the Alliance confirms, and only then it counts. */
@Injectable()
export class DutyWordService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  tell(actor: Actor, input: DutyTellCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'dutyTell', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'duty.tell', { ownerOrgId: actor.orgId });
      const { id } = await tx.one<{ id: string }>(`select d.id from duty d where d.id = $1 and ${addressedToSql('$2', '$3')}`, [
        idOf(input.dutyId),
        actor.orgId,
        tx.today,
      ]);
      // Where it stands is the Alliance's to read; only a refusal leaves here.
      const duty = await asSystem(tx, () => lockDuty(tx, id));
      const [waiting] = await tx.query(`select 1 from duty_word where duty_id = $1 and org_id = $2 and status = 'WAITING'`, [
        id,
        actor.orgId,
      ]);
      if (waiting) return no({ code: 'DUTY_WORD_WAITING' });
      const draft = {
        text: tidyText(input.text) ?? '',
        happenedOn: input.happenedOn,
        docNo: tidyText(input.docNo) ?? null,
        docDate: input.docDate ?? null,
      };
      const hasFile = Boolean(input.fileId);
      const told = recordDuty(duty, input.step, { ...draft, hasFile, nextMove: null, nextOn: null }, tx.today);
      if (!told.ok) return told;
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const wordId = newId();
      await tx.insert(DutyWord, {
        ...draft,
        id: wordId,
        dutyId: id,
        orgId: actor.orgId,
        step: input.step,
        fileId: file?.id ?? null,
        byUser: actor.userId,
        at: tx.now,
      });
      await tx.audit('duty.tell', 'duty', id, { wordId, step: input.step });
      const alliances = await tx.query<{ id: string }>(
        `select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE'`,
      );
      for (const { id: orgId } of alliances)
        await sendNotice(tx, dutyTold, { orgId, facts: { id, title: duty.title }, key: `${wordId}:${orgId}` });
      return accept(id);
    });
  }

  /** The word becomes an entry of the duty's diary, with the body that gave it. */
  confirm(actor: Actor, input: DutyConfirmCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'confirm', input, async (tx, word) => {
      const duty = await lockDuty(tx, word.dutyId);
      const { id: _id, dutyId: _duty, status: _status, version: _version, ...told } = word;
      const next = { nextMove: tidyText(input.nextMove) ?? null, nextOn: input.nextOn ?? null };
      const written = await writeDutyRecord(tx, duty, { ...told, ...next }, actor.userId);
      return written.ok ? accept({ recordId: written.value, reason: null }) : written;
    });
  }

  /** Back to the body, with what is missing. */
  return(actor: Actor, input: DutyWordCommand & { readonly reason: string }): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'return', input, async () => {
      const reason = tidyText(input.reason);
      if (!reason || reason.length > LONGEST_REASON) return no({ code: 'DUTY_RETURN_REASON_MISSING' });
      return accept({ recordId: null, reason });
    });
  }

  private decide(
    actor: Actor,
    action: DutyWordAction,
    input: DutyWordCommand,
    judge: (tx: Tx, word: Word) => Promise<Result<{ recordId: string | null; reason: string | null }, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `dutyWord.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'duty.record', {});
      const word = await tx.one<Word>(
        `select id, duty_id as "dutyId", org_id as "orgId", step, text, happened_on as "happenedOn", doc_no as "docNo", doc_date as "docDate",
           file_id as "fileId", status, version from duty_word where id = $1 for update`,
        [idOf(input.id)],
      );
      const next = nextState(DUTY_WORD_TRANSITIONS, word.status, action);
      if (!next.ok) return no({ code: 'DUTY_WORD_DECIDED' });
      if (word.version !== input.version) return versionConflict(word.version);
      const judged = await judge(tx, word);
      if (!judged.ok) return judged;
      await tx.query(
        'update duty_word set status = $2, decided_by = $3, decided_at = $4, reason = $5, record_id = $6, version = version + 1 where id = $1',
        [word.id, next.value, actor.userId, tx.now, judged.value.reason, judged.value.recordId],
      );
      await tx.audit(`duty.word-${action}`, 'duty', word.dutyId, { wordId: word.id });
      const { title } = await tx.one<{ title: string }>('select title_vi as title from duty where id = $1', [word.dutyId]);
      const facts = { title, confirmed: action === 'confirm' };
      await sendNotice(tx, dutyWordDecided, { orgId: word.orgId, facts, key: word.id });
      return accept(word.dutyId);
    });
  }
}

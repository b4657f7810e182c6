import { Injectable } from '@nestjs/common';
import { accept, checkOfficialAnswer, checkReopen, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { PetitionAnswer } from './petition-answer.entity.js';
import { PetitionAssignment } from './petition-assignment.entity.js';
import { lockPetition, moved, type PetitionRow, reasonOf, textOf } from './petition-book.js';
import { PetitionClock } from './petition-clock.js';
import { PetitionFeedback } from './petition-feedback.entity.js';
import { Petition } from './petition.entity.js';
import type { PetitionRefusal } from './petition.messages.js';
import { allianceId, PETITION_NOTICES, tellPetition } from './petition.notices.js';
import { holds } from './petition.service.js';
import type {
  DraftCommand,
  FeedbackCommand,
  IssueCommand,
  PetitionCommand,
  ReasonCommand,
  ReportAnswerCommand,
} from './petition.view.js';

/** The answer, in a report and in writing, and what the petitioner says of it. */
@Injectable()
export class PetitionAnswerService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly clock: PetitionClock,
  ) {}

  /** Answered in a report handed out, for example at the conference: not yet the written answer. */
  answerInReport(actor: Actor, input: ReportAnswerCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'answerInReport', input, async (tx, petition) => {
      // The Alliance that handed the report out may record it, too.
      if (actor.orgKind !== 'ALLIANCE') {
        const may = holds(actor, petition, 'petition.answer');
        if (!may.ok) return may;
      } else assertMay(actor, 'petition.manage', {});
      const next = moved(petition, 'answerInReport');
      if (!next.ok) return next;
      const summary = textOf(input.summary);
      if (!summary.ok) return summary;
      if (!summary.value) return refuse({ code: 'PETITION_CONTENT_MISSING' });
      if (input.docDate && input.docDate > tx.today) return refuse({ code: 'DOC_DATE_IN_FUTURE' });
      await tx.insert(PetitionAnswer, {
        ...this.answerRow(tx, actor, petition),
        kind: 'REPORT',
        docNo: tidyLine(input.docNo) ?? null,
        docDate: input.docDate ?? null,
        summary: summary.value,
      });
      return accept({ status: next.value });
    });
  }

  draft(actor: Actor, input: DraftCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'draft', input, async (tx, petition) => {
      const may = holds(actor, petition, 'petition.answer');
      if (!may.ok) return may;
      const next = moved(petition, 'draft');
      if (!next.ok) return next;
      const body = textOf(input.text);
      if (!body.ok) return body;
      if (!body.value) return refuse({ code: 'PETITION_CONTENT_MISSING' });
      await tx.query(
        `insert into petition_draft (petition_id, org_id, body, prepared_by, prepared_at) values ($1, $2, $3, $4, $5)
         on conflict (petition_id) do update set org_id = excluded.org_id, body = excluded.body, prepared_by = excluded.prepared_by,
           prepared_at = excluded.prepared_at`,
        [petition.id, actor.orgId, body.value, actor.userId, tx.now],
      );
      return accept({ status: next.value });
    });
  }

  issue(actor: Actor, input: IssueCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'issue', input, async (tx, petition) => {
      const may = holds(actor, petition, 'petition.issue');
      if (!may.ok) return may;
      const next = moved(petition, 'issue');
      if (!next.ok) return next;
      const { docDate = null, fileId = null } = input;
      const whole = checkOfficialAnswer({ docNo: tidyLine(input.docNo) ?? null, docDate, fileId }, petition.receivedOn, tx.today);
      if (!whole.ok) return whole;
      const summary = textOf(input.summary);
      if (!summary.ok) return summary;
      const file = await this.files.attach(tx, idOf(whole.value.fileId), actor.orgId);
      await tx.insert(PetitionAnswer, {
        ...this.answerRow(tx, actor, petition),
        ...whole.value,
        fileId: file.id,
        kind: 'OFFICIAL',
        summary: summary.value,
      });
      await tx.query('delete from petition_draft where petition_id = $1', [petition.id]);
      const key = `${petition.id}:${petition.reopened}`;
      await tellPetition(tx, PETITION_NOTICES.answered, petition.petitionerOrgIds, petition, key);
      return accept({ status: next.value });
    });
  }

  /** Any of the petitioners says it, or the Alliance writes down what one of them said; who wrote it stands in the row. */
  feedback(actor: Actor, input: FeedbackCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'feedback', input, async (tx, petition) => {
      assertMay(actor, 'petition.feedback', { partyOrgIds: petition.petitionerOrgIds });
      const next = moved(petition, input.satisfied ? 'accept' : 'contest');
      if (!next.ok) return next;
      const note = input.satisfied ? textOf(input.note) : reasonOf(input.note);
      if (!note.ok) return note;
      await tx.insert(PetitionFeedback, {
        id: newId(),
        petitionId: petition.id,
        round: petition.reopened,
        satisfied: input.satisfied,
        note: note.value,
        byOrgId: actor.orgId,
        byUser: actor.userId,
        at: tx.now,
      });
      if (!input.satisfied) {
        const key = `${petition.id}:${petition.reopened}`;
        await tellPetition(tx, PETITION_NOTICES.contested, [await allianceId(tx), petition.departmentId], petition, key);
      }
      return accept({ status: next.value });
    });
  }

  /** The same body is asked again, with a new deadline; at most as often as the rule of the day says. */
  reopen(actor: Actor, input: ReasonCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'reopen', input, async (tx, petition) => {
      assertMay(actor, 'petition.feedback', { partyOrgIds: petition.petitionerOrgIds });
      const next = moved(petition, 'reopen');
      if (!next.ok) return next;
      const again = checkReopen(petition.reopened, await this.clock.maxReopens(tx));
      if (!again.ok) return again;
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      const answerBefore = await this.clock.proposedAnswerBefore(tx);
      await tx.insert(PetitionAssignment, {
        id: newId(),
        petitionId: petition.id,
        round: again.value,
        kind: 'REOPEN',
        departmentId: petition.departmentId!,
        answerBefore,
        reason: reason.value,
        byOrgId: actor.orgId,
        byUser: actor.userId,
        at: tx.now,
      });
      const told = { ...petition, answerBefore };
      await tellPetition(
        tx,
        PETITION_NOTICES.reopened,
        [petition.departmentId, await allianceId(tx)],
        told,
        `${petition.id}:${again.value}`,
      );
      return accept({ status: next.value, reopened: again.value, answerBefore });
    });
  }

  private answerRow(tx: Tx, actor: Actor, petition: PetitionRow): Partial<PetitionAnswer> {
    return {
      id: newId(),
      petitionId: petition.id,
      round: petition.reopened,
      departmentId: petition.departmentId!,
      answerBefore: petition.answerBefore,
      byUser: actor.userId,
      at: tx.now,
    };
  }

  private act(
    actor: Actor,
    action: string,
    input: PetitionCommand,
    decide: (tx: Tx, petition: PetitionRow) => Promise<Result<Partial<Petition>, PetitionRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `petition.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const petition = await lockPetition(tx, idOf(input.id));
      if (petition.version !== input.version) return versionConflict(petition.version);
      const patch = await decide(tx, petition);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Petition, petition.id, petition.version, patch.value);
      await tx.audit(`petition.${action}`, 'petition', petition.id, { round: petition.reopened, to: patch.value.status });
      return accept(petition.id);
    });
  }
}

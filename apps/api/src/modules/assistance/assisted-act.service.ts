import { Injectable } from '@nestjs/common';
import {
  accept,
  ASSISTED_ACT_TRANSITIONS,
  type AssistedActState,
  type AssistedActStep,
  assistedWords,
  nextState,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { AssistedAct } from '../../platform/records/assisted-act.entity.js';
import { ASSISTANCE_NOTICES, tellAssistance } from './assistance.notices.js';
import type { AssistanceRefusal } from './mandate.messages.js';
import type { ActsConfirm, ActWords } from './mandate.view.js';

/** The outbox task by which the case file of the agreement hears of a denial. */
export const ACT_DENIED = 'assistance.act-denied';
const MOST = 100;

interface Row {
  readonly id: string;
  readonly orgId: string;
  readonly mandateId: string;
  readonly officerId: string;
  readonly state: AssistedActState;
  readonly version: number;
}
const ROW = `select id, org_id as "orgId", mandate_id as "mandateId", officer_id as "officerId", state, version from assisted_act`;

/** The organization's word about what was done in its name, and what the officer does about a denial. */
@Injectable()
export class AssistedActService {
  constructor(private readonly uow: UnitOfWork) {}

  /** One or many at once; nothing is confirmed if one of them was answered meanwhile. */
  confirm(actor: Actor, input: ActsConfirm): Promise<Result<string, Refusal>> {
    if (input.ids.length === 0 || input.ids.length > MOST)
      throw new BadInputError(`Mỗi lần xác nhận từ 1 đến ${MOST} việc.`, 'ids');
    return this.uow.mutate(actor, { operation: 'assistedActsConfirm', clientKey: input.clientKey, input }, async (tx) => {
      const ids = [...new Set(input.ids.map(idOf))].sort();
      const rows = await tx.query<Row>(`${ROW} where id = any($1) order by id for update`, [ids]);
      if (rows.length < ids.length) throw new NotFoundError();
      for (const { orgId } of rows) assertMay(actor, 'assisted.answer', { ownerOrgId: orgId });
      const states = rows.map(({ state }) => nextState(ASSISTED_ACT_TRANSITIONS, state, 'confirm'));
      const [next] = states;
      if (!next?.ok || states.some(({ ok }) => !ok)) return refuse<AssistanceRefusal>({ code: 'ACT_ANSWERED_ALREADY' });
      await tx.query(
        'update assisted_act set state = $2, answered_by = $3, answered_at = $4, version = version + 1 where id = any($1)',
        [ids, next.value, actor.userId, tx.now],
      );
      await tx.auditMany(
        'assisted.confirm',
        'assisted_act',
        ids.map((entityId) => ({ entityId, data: {} })),
      );
      return accept(ids[0]!);
    });
  }

  /** The act stands: others have relied on it. The officer hears why, and has to put it right. */
  deny(actor: Actor, input: ActWords): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'assistedActDeny', input, async (tx, row, words) => {
      assertMay(actor, 'assisted.answer', { ownerOrgId: row.orgId });
      const moved = await this.move(tx, row, 'deny', { answeredBy: actor.userId, answeredAt: tx.now, reason: words });
      if (!moved.ok) return moved;
      const { alliance } = await tx.one<{ alliance: string }>('select alliance_org_id as alliance from mandate where id = $1', [
        row.mandateId,
      ]);
      await tellAssistance(tx, ASSISTANCE_NOTICES.denied, alliance, { actId: row.id, reason: words });
      await tx.tell(ACT_DENIED, { actId: row.id });
      return moved;
    });
  }

  settle(actor: Actor, input: ActWords): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'assistedActSettle', input, async (tx, row, words) => {
      assertMay(actor, 'assisted.settle', {});
      const moved = await this.move(tx, row, 'settle', { settledBy: actor.userId, settledAt: tx.now, settledNote: words });
      if (moved.ok) await tellAssistance(tx, ASSISTANCE_NOTICES.settled, row.orgId, { actId: row.id, reason: words });
      return moved;
    });
  }

  private answer(
    actor: Actor,
    operation: string,
    input: ActWords,
    decide: (tx: Tx, row: Row, words: string) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const row = await tx.one<Row>(`${ROW} where id = $1 for update`, [idOf(input.id)]);
      const words = assistedWords(input.words);
      if (!words.ok) return words;
      const result = await decide(tx, row, words.value);
      return result.ok && row.version !== input.version ? versionConflict(row.version) : result;
    });
  }

  private async move(
    tx: Tx,
    row: Row,
    step: AssistedActStep,
    patch: Partial<AssistedAct>,
  ): Promise<Result<string, AssistanceRefusal>> {
    const next = nextState(ASSISTED_ACT_TRANSITIONS, row.state, step);
    if (!next.ok) return refuse({ code: 'ACT_ANSWERED_ALREADY' });
    await tx.updateVersioned(AssistedAct, row.id, row.version, { ...patch, state: next.value });
    await tx.audit(`assisted.${step}`, 'assisted_act', row.id);
    return accept(row.id);
  }
}

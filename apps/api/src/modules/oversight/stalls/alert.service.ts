import { Injectable } from '@nestjs/common';
import {
  accept,
  ALERT_TRANSITIONS,
  alertAnswer,
  alertStateOn,
  nextState,
  refuse,
  type AlertAnswer as Answer,
  type AlertState,
  type LocalDate,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { PetitionBlocks, PetitionLinkService, PetitionService } from '../../petitions/index.js';
import { LegalBook } from '../../registry/index.js';
import { AlertAnswer } from './alert-answer.entity.js';
import type { AlertRefusal } from './alert.messages.js';

interface Asked {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly nextStep: string;
  readonly followUpOn: LocalDate;
}
export interface AlertBlock extends Asked {
  readonly petitionId?: string | null;
  readonly petition?: {
    readonly petitionerOrgId: string;
    readonly content: string;
    readonly wantedOutcome?: string | null;
    readonly fieldCodes: readonly string[];
  } | null;
  readonly note?: string | null;
}
export type AlertAcknowledge = Asked & { readonly reasonCode: string };

interface Locked {
  readonly id: string;
  readonly mouId: string;
  readonly status: AlertState;
  readonly reasonCode: string | null;
  readonly followUpOn: LocalDate | null;
  readonly version: number;
}

/** The reason that needs a petition to point at. */
const WAITS_FOR_PETITION = 'PETITION';

/** People answer alerts; they never end one. */
@Injectable()
export class AlertService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
    private readonly blocks: PetitionBlocks,
    private readonly links: PetitionLinkService,
    private readonly petitions: PetitionService,
  ) {}

  acknowledge(actor: Actor, input: AlertAcknowledge): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'alertAcknowledge', input, async (tx, alert) => {
      if (input.reasonCode !== WAITS_FOR_PETITION) return accept(input.reasonCode);
      const waits = await this.blocks.blocking(tx, [alert.mouId]);
      return waits.length > 0 ? accept(input.reasonCode) : refuse<AlertRefusal>({ code: 'PETITION_NOT_LINKED' });
    });
  }

  /** An acknowledged alert may wait longer, under the name of the one who says so; its reason stays. */
  snooze(actor: Actor, input: Asked): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'alertSnooze', input, (_tx, alert) => Promise.resolve(accept(alert.reasonCode ?? '')));
  }

  /** "Vướng vì…": the agreement waits for a petition, raised now or open already; the alert is answered with that reason. */
  block(actor: Actor, input: AlertBlock): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'alertBlock', input, async (tx, alert) => {
      const petition = await this.petitionOf(tx, actor, alert, input);
      if (!petition.ok) return petition;
      const open = await this.blocks.blocking(tx, [alert.mouId]);
      if (!open.some(({ petitionId }) => petitionId === petition.value)) {
        const linked = await this.links.linkWithin(tx, actor, petition.value, alert.mouId, input.note);
        if (!linked.ok) return linked;
      }
      return accept(WAITS_FOR_PETITION);
    });
  }

  private async petitionOf(tx: Tx, actor: Actor, alert: Locked, input: AlertBlock): Promise<Result<string, Refusal>> {
    if (input.petitionId && !input.petition) return accept(idOf(input.petitionId));
    if (!input.petition || input.petitionId) return refuse<AlertRefusal>({ code: 'PETITION_NOT_CHOSEN' });
    const [party] = isUuid(input.petition.petitionerOrgId)
      ? await tx.query('select 1 from mou_party where mou_id = $1 and org_id = $2', [alert.mouId, input.petition.petitionerOrgId])
      : [];
    if (!party) return refuse<AlertRefusal>({ code: 'PETITIONER_NOT_PARTY' });
    return this.petitions.fileWithin(tx, actor, { ...input.petition, fileIds: [] });
  }

  private answer(
    actor: Actor,
    operation: 'alertAcknowledge' | 'alertSnooze' | 'alertBlock',
    input: Asked,
    reasonOf: (tx: Tx, alert: Locked) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const alert = await tx.one<Locked>(
        `select id, mou_id as "mouId", status, reason_code as "reasonCode", follow_up_on as "followUpOn", version
         from agreement_alert where id = $1 for update`,
        [idOf(input.id)],
      );
      assertMay(actor, 'alert.answer', {});
      const action = operation === 'alertSnooze' ? 'snooze' : 'acknowledge';
      const moved = nextState(ALERT_TRANSITIONS, alertStateOn(alert.status, alert.followUpOn, tx.today), action);
      if (!moved.ok) {
        return refuse<AlertRefusal>({ code: alert.status === 'CLEARED' ? 'ALERT_CLEARED' : 'ALERT_NOT_ACKNOWLEDGED' });
      }
      if (alert.version !== input.version) return versionConflict(alert.version);
      const reason = await reasonOf(tx, alert);
      if (!reason.ok) return reason;
      const given = { reasonCode: reason.value, nextStep: input.nextStep, followUpOn: input.followUpOn };
      const checked = alertAnswer(given, await reasonsOn(tx), tx.today, await this.longest(tx));
      if (!checked.ok) return checked;
      await keep(tx, actor, alert, action, checked.value);
      return accept(alert.id);
    });
  }

  private async longest(tx: Tx): Promise<number> {
    return (await this.legal.number(tx, 'ALERT_SNOOZE_MAX_DAYS', tx.today)) ?? 30;
  }
}

async function keep(tx: Tx, actor: Actor, alert: Locked, action: 'acknowledge' | 'snooze', given: Answer): Promise<void> {
  await tx.insert(AlertAnswer, {
    id: newId(),
    alertId: alert.id,
    kind: action === 'snooze' ? 'SNOOZE' : 'ACKNOWLEDGE',
    ...given,
    answeredBy: actor.userId,
    at: tx.now,
  });
  await tx.query(
    `update agreement_alert set status = 'ACKNOWLEDGED', reason_code = $2, follow_up_on = $3, version = version + 1 where id = $1`,
    [alert.id, given.reasonCode, given.followUpOn],
  );
  await tx.audit(`alert.${action}`, 'agreement_alert', alert.id, {
    mouId: alert.mouId,
    reasonCode: given.reasonCode,
    followUpOn: given.followUpOn,
  });
}

async function reasonsOn(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(
    'select code from stall_reason where valid_from <= $1 and (valid_to is null or valid_to >= $1)',
    [tx.today],
  );
  return new Set(rows.map(({ code }) => code));
}

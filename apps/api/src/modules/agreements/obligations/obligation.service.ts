import { Injectable } from '@nestjs/common';
import {
  accept,
  checkObligationAct,
  type ObligationEventKind,
  type ObligationResult,
  type Refusal,
  refuse,
  type Result,
} from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { FileBook } from '../../registry/index.js';
import { obligationClaimed } from '../agreements.notices.js';
import { lockMou } from '../mou-standing.js';
import { ObligationEvent } from './obligation-event.entity.js';

export interface ObligationAct {
  readonly clientKey: string;
  readonly id: string;
  readonly result?: ObligationResult | null;
  readonly note?: string | null;
  readonly fileId?: string | null;
}

/** What became of the duties beside volume: claimed by whom they bind, confirmed by the others, or attested by the Alliance. */
@Injectable()
export class ObligationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  /** Adds one row to the milestone's history; answers with the memorandum's id. */
  act(actor: Actor, kind: ObligationEventKind, input: ObligationAct): Promise<Result<string, Refusal>> {
    const command = { operation: `obligation.${kind.toLowerCase()}`, clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, async (tx) => {
      const duty = await tx.one<{ id: string; mouId: string; title: string; obligedOrgId: string }>(
        'select id, mou_id as "mouId", title, obliged_org_id as "obligedOrgId" from mou_obligation where id = $1',
        [idOf(input.id)],
      );
      const mou = await lockMou(tx, duty.mouId);
      const policy = kind === 'ATTEST' ? 'mou.attest' : 'obligation.report';
      const asParty = mou.parties.some((party) => party.orgId === actor.orgId && party.role !== 'WITNESS');
      if (!allows(actor, policy, { partyOrgIds: mou.partyOrgIds }) || (kind !== 'ATTEST' && !asParty)) throw new ForbiddenError();
      if (mou.status !== 'IN_FORCE' && mou.status !== 'SUSPENDED' && mou.status !== 'SIGNED')
        return refuse({ code: 'MOU_NOT_SIGNED' });
      const note = tidyText(input.note);
      if (note && note.length > 2000) return refuse({ code: 'REASON_TOO_LONG' });
      if (kind === 'DISPUTE' && !note) return refuse({ code: 'REASON_MISSING' });
      const stated = kind === 'CLAIM' || kind === 'ATTEST';
      if (stated && !input.result) return refuse({ code: 'RESULT_MISSING' });
      const file = stated && input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const act = { kind, result: stated ? input.result! : null, orgId: actor.orgId, hasEvidence: file !== null };
      const checked = checkObligationAct(duty.obligedOrgId, await this.history(tx, duty.id), act);
      if (!checked.ok) return checked;
      await tx.insert(ObligationEvent, {
        id: newId(),
        obligationId: duty.id,
        mouId: mou.id,
        kind,
        result: act.result,
        note,
        fileId: file?.id ?? null,
        fileSha256: file?.sha256 ?? null,
        orgId: actor.orgId,
        userId: actor.userId,
        at: tx.now,
      });
      await tx.audit(`obligation.${kind.toLowerCase()}`, 'mou', mou.id, {
        obligation: duty.title,
        result: act.result,
        reason: note,
      });
      if (kind === 'CLAIM') {
        for (const { orgId } of mou.parties.filter((party) => party.orgId !== actor.orgId && party.role !== 'WITNESS')) {
          const facts = { mouId: mou.id, title: mou.title, obligation: duty.title };
          await sendNotice(tx, obligationClaimed, { orgId, key: `${duty.id}-${tx.now.toISOString()}`, facts });
        }
      }
      return accept(mou.id);
    });
  }

  private history(tx: Tx, obligationId: string) {
    return tx.query<{ kind: ObligationEventKind; result: ObligationResult | null; orgId: string; hasEvidence: boolean }>(
      `select kind, result, org_id as "orgId", file_id is not null as "hasEvidence" from obligation_event where obligation_id = $1 order by at, id`,
      [obligationId],
    );
  }
}

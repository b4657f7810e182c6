import { Injectable } from '@nestjs/common';
import { accept, addDays, daysBetween, type Refusal, refuse, type Result } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { lockMou } from '../mou-standing.js';
import { keptLines, MouService } from '../mou.service.js';

const RENEWABLE = ['IN_FORCE', 'SUSPENDED', 'CLOSED', 'EXPIRED', 'LAPSED'];

/** A new draft from an old memorandum: the same parties and goods for as long again; the old one stays as it is. */
@Injectable()
export class RenewalService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mous: MouService,
  ) {}

  renew(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'mou.renew', clientKey: input.clientKey, input }, async (tx) => {
      const old = await lockMou(tx, idOf(input.id));
      if (!allows(actor, 'mou.create', { partyOrgIds: old.partyOrgIds })) throw new ForbiddenError();
      if (!RENEWABLE.includes(old.status)) return refuse({ code: 'NOT_RENEWABLE' });
      const after = old.validTo && old.validTo >= tx.today ? addDays(old.validTo, 1) : tx.today;
      const days = old.validFrom && old.validTo ? daysBetween(old.validFrom, old.validTo) : null;
      const made = await this.mous.createIn(tx, actor, {
        clientKey: input.clientKey,
        title: old.title,
        validFrom: after,
        validTo: days === null ? null : addDays(after, days),
        pricePrinciple: old.pricePrinciple,
        qualityTerms: old.qualityTerms,
        parties: old.parties,
        // An officer carries over prices without seeing them.
        lines: keptLines(old),
      });
      if (!made.ok) return made;
      await tx.query('update mou set renewed_from_id = $2 where id = $1', [made.value, old.id]);
      await tx.audit('mou.renew', 'mou', made.value, { from: old.registerNo });
      await tx.audit('mou.renewed', 'mou', old.id, {});
      return accept(made.value);
    });
  }
}

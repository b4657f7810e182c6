import { Injectable } from '@nestjs/common';
import {
  accept,
  checkOffer,
  type ClaimState,
  type OfferedLine,
  quantity,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { ClaimOffer, ClaimOfferLine } from './claim-offer.entity.js';
import { ClaimSettling } from './claim-settling.js';
import type { ClaimRefusal } from './claim.messages.js';
import { CLAIM_NOTICES } from './claim.notices.js';
import type { ClaimActionCommand, ClaimOfferCommand } from './claim.view.js';
import { factsOf, type LockedClaim, lockClaim, moveClaim, note, saveClaim, tellMediation } from './locked-claim.js';

type Step = (tx: Tx, claim: LockedClaim, said: string | null) => Promise<Result<null, Refusal>>;

/** How a claim goes on after it was opened. Only the two sides settle it; the Alliance proposes, and has no power over money. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settling: ClaimSettling,
  ) {}

  /** The seller's answer, or, under mediation, the Alliance's proposal. */
  offer(actor: Actor, input: ClaimOfferCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'claimOffer', input, async (tx, claim, said) => {
      const mediator = actor.orgKind === 'ALLIANCE';
      assertMay(actor, mediator ? 'claim.mediate' : 'claim.answer', claim);
      const moved = moveClaim(tx, claim, mediator ? 'propose' : 'offer');
      if (!moved.ok) return moved;
      const lines = offered(claim, input.lines);
      if (!lines.ok) return lines;
      const refuses = [...lines.value.values()].every(({ outcome }) => outcome === 'DISMISSED');
      if ((refuses || mediator) && !said) return refuse<ClaimRefusal>({ code: 'CLAIM_NOTE_MISSING' });
      const { n } = await tx.one<{ n: number }>('select count(*)::int + 1 as n from claim_offer where claim_id = $1', [claim.id]);
      const id = newId();
      const side = mediator ? 'ALLIANCE' : 'SELLER';
      await tx.insert(ClaimOffer, { id, claimId: claim.id, n, side, note: said, at: tx.now, byUser: actor.userId });
      await tx.insert(
        ClaimOfferLine,
        [...lines.value].map(([claimLineId, { outcome, qty, cutBp }]) => ({
          id: newId(),
          offerId: id,
          claimLineId,
          outcome,
          qty: qty.toDecimalString(),
          cutBp,
        })),
      );
      await note(tx, claim.id, mediator ? 'PROPOSE' : 'OFFER', actor, said);
      await saveClaim(tx, claim, {
        status: moved.value,
        // A new proposal asks both sides anew; the seller's own answer is the one it holds.
        sellerOfferId: mediator ? null : id,
        buyerOfferId: null,
        ...(!mediator && { answeredAt: claim.answeredAt ?? tx.now }),
      });
      const told = mediator ? [claim.sellerOrgId, claim.buyerOrgId] : [claim.buyerOrgId];
      const notice = mediator ? CLAIM_NOTICES.proposed : CLAIM_NOTICES.answered;
      for (const orgId of told) await sendNotice(tx, notice, { orgId, facts: factsOf(claim), key: id });
      return accept(null);
    });
  }

  /** A side takes the last offer; when both hold it, the claim is settled and its facts are told to billing. */
  agree(actor: Actor, input: ClaimActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'claimAgree', input, async (tx, claim) => {
      assertMay(actor, 'claim.settle', claim);
      const isBuyer = actor.orgId === claim.buyerOrgId;
      const moved = moveClaim(tx, claim, 'agree');
      if (!moved.ok) return moved;
      const [last] = await tx.query<{ id: string }>('select id from claim_offer where claim_id = $1 order by n desc limit 1', [
        claim.id,
      ]);
      if (!last || last.id !== input.offerId?.toLowerCase()) return refuse<ClaimRefusal>({ code: 'CLAIM_OFFER_UNKNOWN' });
      const held = isBuyer ? claim.buyerOfferId : claim.sellerOfferId;
      if (held === last.id) return refuse<ClaimRefusal>({ code: 'CLAIM_OFFER_OWN' });
      const other = isBuyer ? claim.sellerOfferId : claim.buyerOfferId;
      await note(tx, claim.id, 'AGREE', actor);
      const holds = isBuyer ? { buyerOfferId: last.id } : { sellerOfferId: last.id };
      if (other !== last.id) {
        await saveClaim(tx, claim, { status: moved.value === 'RESOLVED' ? claim.state : moved.value, ...holds });
        return accept(null);
      }
      await saveClaim(tx, claim, { status: 'RESOLVED', closedAt: tx.now, ...holds });
      await this.settling.settle(tx, claim, last.id);
      await note(tx, claim.id, 'RESOLVE', null);
      for (const orgId of [claim.sellerOrgId, claim.buyerOrgId]) {
        await sendNotice(tx, CLAIM_NOTICES.settled, { orgId, facts: factsOf(claim), key: claim.id });
      }
      return accept(null);
    });
  }

  escalate(actor: Actor, input: ClaimActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'claimEscalate', input, async (tx, claim, said) => {
      assertMay(actor, 'claim.settle', claim);
      const moved = moveClaim(tx, claim, 'escalate');
      if (!moved.ok) return moved;
      await note(tx, claim.id, 'ESCALATE', actor, said);
      await saveClaim(tx, claim, { status: moved.value, escalatedAt: tx.now });
      await tellMediation(tx, claim);
      return accept(null);
    });
  }

  /** The Alliance states that no agreement came about; what the sides do outside is theirs. */
  giveUp(actor: Actor, input: ClaimActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'claimGiveUp', input, async (tx, claim, said) => {
      assertMay(actor, 'claim.mediate', claim);
      const moved = moveClaim(tx, claim, 'giveUp');
      if (!moved.ok) return moved;
      if (!said) return refuse<ClaimRefusal>({ code: 'CLAIM_NOTE_MISSING' });
      return this.end(tx, actor, claim, moved.value, 'GIVE_UP', said);
    });
  }

  withdraw(actor: Actor, input: ClaimActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'claimWithdraw', input, async (tx, claim, said) => {
      assertMay(actor, 'claim.open', claim);
      const moved = moveClaim(tx, claim, 'withdraw');
      if (!moved.ok) return moved;
      return this.end(tx, actor, claim, moved.value, 'WITHDRAW', said);
    });
  }

  private async end(
    tx: Tx,
    actor: Actor,
    claim: LockedClaim,
    status: ClaimState,
    kind: 'GIVE_UP' | 'WITHDRAW',
    said: string | null,
  ): Promise<Result<null, Refusal>> {
    await saveClaim(tx, claim, { status, closedAt: tx.now });
    await note(tx, claim.id, kind, actor, said);
    const told = kind === 'WITHDRAW' ? [claim.sellerOrgId] : [claim.sellerOrgId, claim.buyerOrgId];
    for (const orgId of told) await sendNotice(tx, CLAIM_NOTICES.ended, { orgId, facts: factsOf(claim), key: claim.id });
    return accept(null);
  }

  private act(
    actor: Actor,
    operation: string,
    input: ClaimActionCommand | ClaimOfferCommand,
    step: Step,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const claim = await lockClaim(tx, idOf(input.id));
      const said = trimmed(input.note);
      if (tooLong(said, NOTE_MAX)) return refuse<ClaimRefusal>({ code: 'CLAIM_TEXT_TOO_LONG', max: NOTE_MAX });
      if (claim.version !== input.version) return versionConflict(claim.version);
      const done = await step(tx, claim, said);
      if (!done.ok) return done;
      await tx.audit(operation, 'claim', claim.id, said ? { note: said } : {});
      return accept(claim.id);
    });
  }
}

/** Every claimed line answered once, each within its claim. */
function offered(claim: LockedClaim, given: ClaimOfferCommand['lines']): Result<Map<string, OfferedLine>, Refusal> {
  const lines = new Map<string, OfferedLine>();
  const refused: RowRefusal<ClaimRefusal>[] = [];
  given.forEach(({ claimLineId, outcome, qty, cutBp }, row) => {
    const line = claim.lines.find(({ id }) => id === claimLineId.toLowerCase());
    if (!line) return void refused.push({ row, field: 'claimLineId', refusal: { code: 'CLAIM_LINE_UNKNOWN' } });
    if (lines.has(line.id)) return void refused.push({ row, field: 'claimLineId', refusal: { code: 'CLAIM_LINE_TWICE' } });
    const checked = checkOffer(line.claimed, { outcome, qty: quantity(qty), cutBp: cutBp ?? null });
    if (checked.ok) return void lines.set(line.id, checked.value);
    const field = checked.refusal.code === 'OFFER_CUT_OUT_OF_RANGE' ? 'cutBp' : 'qty';
    refused.push({ row, field, refusal: { ...checked.refusal, unit: line.baseUnit } as ClaimRefusal });
  });
  if (refused.length) return rowsRefused(refused);
  return lines.size === claim.lines.length ? accept(lines) : refuse<ClaimRefusal>({ code: 'OFFER_LINES_MISSING' });
}

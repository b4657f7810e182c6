import { Injectable } from '@nestjs/common';
import {
  accept,
  checkConsent,
  CONSENT_TRANSITIONS,
  type ConsentState,
  type ConsentStep,
  consentLives,
  EVIDENCE_SCOPES,
  evidencePack,
  type EvidenceScope,
  nextState,
  OPEN_CREDIT,
  type PolicyAction,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { contentHash } from '../../../platform/content-hash.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { salesFacts } from '../../billing/index.js';
import { LegalBook } from '../../registry/index.js';
import { type CreditRow, lockCredit, partiesOf } from '../credit-book.js';
import { tellCredit } from '../credit.notices.js';
import { EvidenceConsent } from './evidence-consent.entity.js';
import { EvidencePackRow } from './evidence-pack.entity.js';
import type { EvidenceRefusal } from './evidence.messages.js';
import { EVIDENCE_NOTICES } from './evidence.notices.js';
import type { AskCommand, ConsentCommand, GrantCommand } from './evidence.view.js';

const NOTE_MAX = 500;
/** Strictest where no row is in force: nothing longer than today. */
export const maxConsentDays = async (law: LegalBook, tx: Tx): Promise<number> =>
  (await law.number(tx, 'EVIDENCE_CONSENT_MAX_DAYS', tx.today)) ?? 0;

interface Standing {
  readonly id: string;
  readonly agreementId: string;
  readonly status: ConsentState;
  readonly expiresOn: string | null;
  readonly scopes: EvidenceScope[];
  readonly periodFrom: string | null;
  readonly version: number;
}
const STANDING = `select id, agreement_id as "agreementId", status, expires_on as "expiresOn", scopes, period_from as "periodFrom", version from evidence_consent`;

/** A bank asks, a cooperative gives, narrows, declines or takes back; at the giving the figures are frozen. */
@Injectable()
export class EvidenceConsentService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  ask(actor: Actor, input: AskCommand): Promise<Result<string, Refusal>> {
    return this.about(actor, 'evidenceAsk', 'evidence.request', input, async (tx, credit) => {
      if (credit.bankOrgId !== actor.orgId) return refuse<EvidenceRefusal>({ code: 'CONSENT_STATE' });
      const open = await this.makeRoom(tx, credit.id);
      if (open) return refuse<EvidenceRefusal>({ code: open.status === 'GRANTED' ? 'CONSENT_LIVES' : 'CONSENT_WAITS' });
      const note = noteOf(input.note);
      if (!note.ok) return note;
      const askedScopes = EVIDENCE_SCOPES.filter((scope) => input.scopes.includes(scope));
      if (askedScopes.length === 0) return refuse<EvidenceRefusal>({ code: 'CONSENT_SCOPE_MISSING' });
      const id = newId();
      await tx.insert(EvidenceConsent, {
        ...{ id, agreementId: credit.id, bankOrgId: credit.bankOrgId, borrowerOrgId: credit.borrowerOrgId, status: 'REQUESTED' },
        ...{ askedScopes, askedFor: note.value, askedBy: actor.userId, askedAt: tx.now },
      });
      await tx.audit('evidence.ask', 'evidence', id, { agreementId: credit.id, scopes: askedScopes });
      await tellCredit(tx, EVIDENCE_NOTICES.asked, { ...credit, version: tx.now.getTime() }, credit);
      return accept(credit.id);
    });
  }

  /** Answers the bank's request, or gives unasked. */
  grant(actor: Actor, input: GrantCommand): Promise<Result<string, Refusal>> {
    return this.about(actor, 'evidenceGrant', 'evidence.grant', input, async (tx, credit) => {
      if (credit.borrowerOrgId !== actor.orgId) return refuse<EvidenceRefusal>({ code: 'CONSENT_STATE' });
      const terms = checkConsent(input, tx.today, await maxConsentDays(this.law, tx));
      if (!terms.ok) return terms;
      const open = await this.makeRoom(tx, credit.id);
      if (open?.status === 'GRANTED') return refuse<EvidenceRefusal>({ code: 'CONSENT_LIVES' });
      const given = {
        ...{
          status: 'GRANTED',
          scopes: [...terms.value.scopes],
          periodFrom: terms.value.periodFrom,
          expiresOn: terms.value.expiresOn,
        },
        ...{ decidedBy: actor.userId, decidedAt: tx.now },
      };
      const id = open?.id ?? newId();
      if (open) await tx.updateVersioned(EvidenceConsent, id, open.version, given);
      else
        await tx.insert(EvidenceConsent, {
          id,
          agreementId: credit.id,
          bankOrgId: credit.bankOrgId,
          borrowerOrgId: credit.borrowerOrgId,
          ...given,
        });
      await this.freeze(tx, actor, credit, { id, ...terms.value });
      await tx.audit('evidence.grant', 'evidence', id, {
        agreementId: credit.id,
        scopes: given.scopes,
        expiresOn: given.expiresOn,
      });
      await tellCredit(tx, EVIDENCE_NOTICES.granted, { ...credit, version: tx.now.getTime() }, credit);
      return accept(credit.id);
    });
  }

  /** Newer figures under the consent that stands. */
  refresh(actor: Actor, input: ConsentCommand): Promise<Result<string, Refusal>> {
    return this.on(actor, 'evidenceRefresh', 'evidence.grant', input, async (tx, credit, consent) => {
      if (
        credit.borrowerOrgId !== actor.orgId ||
        !consentLives({ state: consent.status, expiresOn: consent.expiresOn }, tx.today)
      )
        return refuse<EvidenceRefusal>({ code: 'CONSENT_STATE' });
      if (!OPEN_CREDIT.includes(credit.status)) return refuse<EvidenceRefusal>({ code: 'CONSENT_AGREEMENT_ENDED' });
      await tx.updateVersioned(EvidenceConsent, consent.id, consent.version, {});
      await this.freeze(tx, actor, credit, { id: consent.id, scopes: consent.scopes, periodFrom: consent.periodFrom! });
      await tx.audit('evidence.refresh', 'evidence', consent.id);
      return accept(credit.id);
    });
  }

  decline(actor: Actor, input: ConsentCommand): Promise<Result<string, Refusal>> {
    return this.end(actor, 'evidenceDecline', 'evidence.grant', 'decline', input);
  }

  revoke(actor: Actor, input: ConsentCommand): Promise<Result<string, Refusal>> {
    return this.end(actor, 'evidenceRevoke', 'evidence.grant', 'revoke', input);
  }

  cancel(actor: Actor, input: ConsentCommand): Promise<Result<string, Refusal>> {
    return this.end(actor, 'evidenceCancel', 'evidence.request', 'cancel', input);
  }

  private end(
    actor: Actor,
    operation: string,
    policy: PolicyAction,
    step: ConsentStep,
    input: ConsentCommand,
  ): Promise<Result<string, Refusal>> {
    return this.on(actor, operation, policy, input, async (tx, credit, consent) => {
      const owner = step === 'cancel' ? credit.bankOrgId : credit.borrowerOrgId;
      const next = nextState(CONSENT_TRANSITIONS, consent.status, step);
      if (!next.ok || owner !== actor.orgId) return refuse<EvidenceRefusal>({ code: 'CONSENT_STATE' });
      const note = noteOf(input.note);
      if (!note.ok) return note;
      await tx.updateVersioned(EvidenceConsent, consent.id, consent.version, {
        ...{ status: next.value, endedBy: actor.userId, endedAt: tx.now },
        ...(note.value ? { note: note.value } : {}),
      });
      await tx.audit(`evidence.${step}`, 'evidence', consent.id, { agreementId: credit.id });
      const told = step === 'revoke' ? EVIDENCE_NOTICES.revoked : step === 'decline' ? EVIDENCE_NOTICES.declined : null;
      if (told) await tellCredit(tx, told, { ...credit, version: tx.now.getTime() }, credit);
      return accept(credit.id);
    });
  }

  /** Figures as they are now, read behind the cooperative's own walls: it gives away nothing that it does not see itself. */
  private async freeze(
    tx: Tx,
    actor: Actor,
    credit: CreditRow,
    terms: { readonly id: string; readonly scopes: readonly EvidenceScope[]; readonly periodFrom: string },
  ): Promise<void> {
    const facts = await salesFacts(tx, credit.borrowerOrgId, terms.periodFrom);
    const content = evidencePack(facts, { scopes: terms.scopes, periodFrom: terms.periodFrom, cutOff: tx.now });
    await tx.insert(EvidencePackRow, {
      ...{ id: newId(), consentId: terms.id, bankOrgId: credit.bankOrgId, borrowerOrgId: credit.borrowerOrgId },
      ...{ cutOff: tx.now, content, sha256: contentHash(content), madeBy: actor.userId },
    });
  }

  /** The consent or request in the way; one that ran out makes room for the next. */
  private async makeRoom(tx: Tx, agreementId: string): Promise<Standing | null> {
    const [open] = await tx.query<Standing>(
      `${STANDING} where agreement_id = $1 and status in ('REQUESTED', 'GRANTED') and superseded_at is null for update`,
      [agreementId],
    );
    if (!open || open.status === 'REQUESTED') return open ?? null;
    if (consentLives({ state: open.status, expiresOn: open.expiresOn }, tx.today)) return open;
    await tx.updateVersioned(EvidenceConsent, open.id, open.version, { supersededAt: tx.now });
    return null;
  }

  private about(
    actor: Actor,
    operation: string,
    policy: PolicyAction,
    input: { readonly clientKey: string; readonly agreementId: string },
    decide: (tx: Tx, credit: CreditRow) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const credit = await lockCredit(tx, idOf(input.agreementId));
      assertMay(actor, policy, partiesOf(credit));
      if (!OPEN_CREDIT.includes(credit.status)) return refuse<EvidenceRefusal>({ code: 'CONSENT_AGREEMENT_ENDED' });
      return decide(tx, credit);
    });
  }

  private on(
    actor: Actor,
    operation: string,
    policy: PolicyAction,
    input: ConsentCommand,
    decide: (tx: Tx, credit: CreditRow, consent: Standing) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const { agreementId } = await tx.one<Standing>(`${STANDING} where id = $1`, [idOf(input.id)]);
      const credit = await lockCredit(tx, agreementId);
      const consent = await tx.one<Standing>(`${STANDING} where id = $1 for update`, [idOf(input.id)]);
      assertMay(actor, policy, partiesOf(credit));
      if (consent.version !== input.version) return versionConflict(consent.version);
      return decide(tx, credit, consent);
    });
  }
}

function noteOf(text: string | null | undefined): Result<string | null, EvidenceRefusal> {
  const note = tidyText(text) ?? null;
  return (note?.length ?? 0) > NOTE_MAX ? refuse({ code: 'CONSENT_TEXT_TOO_LONG', max: NOTE_MAX }) : accept(note);
}

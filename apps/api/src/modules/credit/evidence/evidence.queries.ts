import { Injectable } from '@nestjs/common';
import {
  addDays,
  accept,
  consentLives,
  type ConsentState,
  type CreditState,
  OPEN_CREDIT,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { allows, assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { LegalBook } from '../../registry/index.js';
import { partiesOf } from '../credit-book.js';
import { tellCredit } from '../credit.notices.js';
import { maxConsentDays } from './evidence-consent.service.js';
import { EvidenceView } from './evidence-view.entity.js';
import { EVIDENCE_NOTICES } from './evidence.notices.js';
import type { ConsentView, EvidenceDeskView, EvidenceFormName, OpenCommand, PackView } from './evidence.view.js';

const YEAR = 365;
const CONSENTS = `select c.id, c.status, c.asked_scopes as "askedScopes", c.asked_for as "askedFor", c.asked_at as "askedAt", c.scopes, c.period_from as "periodFrom",
    c.expires_on as "expiresOn", c.note, c.decided_at as "decidedAt", c.ended_at as "endedAt", c.version,
    coalesce((select json_agg(json_build_object('id', p.id, 'cutOff', p.cut_off, 'sha256', p.sha256) order by p.cut_off desc) from evidence_pack p where p.consent_id = c.id), '[]') as packs,
    coalesce((select json_agg(json_build_object('id', v.id, 'form', v.form, 'by', u.full_name, 'at', v.at) order by v.at desc, v.id desc)
      from evidence_view v join app_user u on u.id = v.by_user where v.consent_id = c.id), '[]') as looks
  from evidence_consent c where c.agreement_id = $1 order by c.id desc`;

/** Reading figures: a bank's look is written down in the transaction that hands them out, so there is no look without its row. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  desk(actor: Actor, agreementId: string): Promise<EvidenceDeskView | null> {
    return this.uow.read(actor, async (tx) => {
      const credit = await tx.one<{ id: string; status: CreditState; bankOrgId: string; borrowerOrgId: string }>(
        'select id, status, bank_org_id as "bankOrgId", borrower_org_id as "borrowerOrgId" from credit_agreement where id = $1',
        [idOf(agreementId)],
      );
      if (actor.orgId !== credit.bankOrgId && actor.orgId !== credit.borrowerOrgId) return null;
      const consents = (await tx.query<Omit<ConsentView, 'isLive' | 'isExpired'>>(CONSENTS, [credit.id])).map((consent) => ({
        ...consent,
        ...lifeOf(consent, tx.today),
      }));
      const open = OPEN_CREDIT.includes(credit.status);
      const standing = consents.find(({ status, isLive }) => isLive || status === 'REQUESTED');
      const may = (action: 'evidence.request' | 'evidence.grant' | 'evidence.open') => allows(actor, action, partiesOf(credit));
      return {
        agreementId: credit.id,
        consents,
        isBank: actor.orgId === credit.bankOrgId,
        mayAsk: open && actor.orgId === credit.bankOrgId && may('evidence.request') && !standing,
        mayGrant: open && actor.orgId === credit.borrowerOrgId && may('evidence.grant') && standing?.status !== 'GRANTED',
        mayManage: may(actor.orgId === credit.bankOrgId ? 'evidence.request' : 'evidence.grant'),
        mayOpen: may('evidence.open'),
        maxDays: await maxConsentDays(this.law, tx),
        suggestedFrom: addDays(tx.today, -YEAR),
      };
    });
  }

  /** Writes a bank's look down and says which pack it is; the newest of the consent. Read it with `pack`. */
  open(actor: Actor, input: OpenCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'evidenceOpen', clientKey: input.clientKey, input }, async (tx) => {
      const pack = await this.readable(tx, actor, 'consent_id', idOf(input.consentId));
      await this.writeDown(tx, actor, pack, 'SCREEN');
      return accept(pack.id);
    });
  }

  /** What was opened; asked again, the consent is asked again too. */
  pack(actor: Actor, id: string): Promise<PackView> {
    return this.uow.read(actor, (tx) => this.readable(tx, actor, 'id', id));
  }

  /** One pack as a file; NOT_FOUND when the consent is over. */
  file(actor: Actor, packId: string, form: EvidenceFormName): Promise<PackView> {
    return this.uow.run(actor, async (tx) => {
      const pack = await this.readable(tx, actor, 'id', idOf(packId));
      await this.writeDown(tx, actor, pack, form);
      return pack;
    });
  }

  /** The cooperative always reads its own; a bank only while the consent lives, else it is as missing. */
  private async readable(tx: Tx, actor: Actor, by: 'id' | 'consent_id', id: string): Promise<Found> {
    const pack = await tx.one<Found>(
      `select p.id, p.cut_off as "cutOff", p.sha256, p.content, p.consent_id as "consentId", p.bank_org_id as "bankOrgId", p.borrower_org_id as "borrowerOrgId",
         w.name as borrower, w.tax_code as "borrowerTaxCode", b.name as bank, a.number as "agreementNumber", a.id as "agreementId", a.status as "agreementStatus",
         a.is_demo as "isDemo", c.expires_on as "expiresOn", c.status
       from evidence_pack p join evidence_consent c on c.id = p.consent_id join credit_agreement a on a.id = c.agreement_id
         join organization w on w.id = p.borrower_org_id join organization b on b.id = p.bank_org_id
       where p.${by} = $1 order by p.cut_off desc, p.id desc limit 1`,
      [id],
    );
    assertMay(actor, 'evidence.open', partiesOf(pack));
    const isLive = consentLives({ state: pack.status, expiresOn: pack.expiresOn }, tx.today);
    if (actor.orgId === pack.bankOrgId && !isLive) throw new NotFoundError();
    return pack;
  }

  private async writeDown(tx: Tx, actor: Actor, pack: Found, form: EvidenceFormName): Promise<void> {
    const { bankOrgId, borrowerOrgId, consentId } = pack;
    if (actor.orgId !== bankOrgId) return;
    const id = newId();
    await tx.insert(EvidenceView, {
      id,
      packId: pack.id,
      consentId,
      bankOrgId,
      borrowerOrgId,
      form,
      byUser: actor.userId,
      at: tx.now,
    });
    await tx.audit('evidence.look', 'evidence', consentId, { form, sha256: pack.sha256 });
    const told = { id: pack.agreementId, number: pack.agreementNumber, bankOrgId, borrowerOrgId, version: tx.now.getTime() };
    await tellCredit(tx, EVIDENCE_NOTICES.looked, told, { status: pack.agreementStatus });
  }
}

interface Found extends PackView {
  readonly agreementId: string;
  readonly agreementStatus: CreditState;
  readonly status: ConsentState;
  readonly bankOrgId: string;
  readonly borrowerOrgId: string;
}

const lifeOf = (consent: Pick<ConsentView, 'status' | 'expiresOn'>, today: string): Pick<ConsentView, 'isLive' | 'isExpired'> => {
  const isLive = consentLives({ state: consent.status, expiresOn: consent.expiresOn }, today);
  return { isLive, isExpired: consent.status === 'GRANTED' && !isLive };
};

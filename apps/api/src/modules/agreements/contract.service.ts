import { Injectable } from '@nestjs/common';
import {
  accept,
  CONTRACT_TRANSITIONS,
  nextState,
  refuse,
  signingProgress,
  type ContractState,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { allows, assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { LegalBook } from '../registry/index.js';
import { ContractLine } from './contract-line.entity.js';
import { ContractPlace } from './contract-place.entity.js';
import { contractBlockedBy } from './contract-rules.js';
import { ContractSchedule } from './contract-schedule.entity.js';
import { contractRules } from './contract-usual.js';
import {
  checkContractHead,
  checkContractLines,
  type CheckedContractLine,
  type GivenContractLine,
  type GivenHead,
} from './contract-terms.js';
import { Contract } from './contract.entity.js';
import type { ContractRefusal } from './contract.messages.js';
import { EntryIntoForce } from './entry-into-force.js';
import { isSigned, sha256Of } from './mou-rules.js';
import { readMou, type MouStanding } from './mou-standing.js';
import { Signature } from './signature.entity.js';

export interface ProposeContract extends GivenHead {
  readonly clientKey: string;
  readonly mouId?: string | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly priceClause: string;
  readonly placeIds?: readonly string[] | null;
  readonly lines: readonly GivenContractLine[];
}

interface Standing {
  readonly id: string;
  readonly status: ContractState;
  readonly version: number;
  readonly number: string;
  readonly mouId: string | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly priceClause: string;
  readonly priceClauseNote: string | null;
  readonly toleranceBp: number;
  readonly paymentTermDays: number;
  readonly lines: readonly unknown[];
  readonly signatures: readonly { readonly orgId: string; readonly signedOn: string }[];
}

/** From a memorandum's words to quantities, prices and days that bind both sides. */
@Injectable()
export class ContractService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly entry: EntryIntoForce,
    private readonly legal: LegalBook,
  ) {}

  /** Either side proposes; the text stands from here on, and both sign it or make another. */
  propose(actor: Actor, input: ProposeContract): Promise<Result<string, Refusal>> {
    const command = { operation: 'contract.propose', clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, (tx) => this.proposeIn(tx, actor, input));
  }

  /** The same inside a transaction that has more to do. */
  async proposeIn(tx: Tx, actor: Actor, input: ProposeContract): Promise<Result<string, Refusal>> {
    const sides = { sellerOrgId: input.sellerOrgId.toLowerCase(), buyerOrgId: input.buyerOrgId.toLowerCase() };
    const mou = input.mouId ? await this.heldMou(tx, idOf(input.mouId)) : null;
    if (!Object.values(sides).includes(actor.orgId)) return refuse({ code: 'NOT_ONE_OF_THE_SIDES' });
    assertMay(actor, 'contract.propose', sides);
    const head = checkContractHead(input, tx.today, await contractRules(this.legal, tx));
    if (!head.ok) return head;
    const fits = await this.checkSides(tx, sides, mou);
    if (!fits.ok) return fits;
    const lines = await checkContractLines(tx, input.lines, sides.sellerOrgId, input, mou?.lines ?? null);
    if (!lines.ok) return lines;
    const places = await this.places(tx, input.placeIds ?? [], sides.buyerOrgId);
    if (!places.ok) return places;
    const moved = nextState(CONTRACT_TRANSITIONS, 'DRAFT', 'propose');
    if (!moved.ok) return moved;
    const id = newId();
    const number = `HD-${tx.today.slice(0, 4)}-${String(await tx.nextNumber('CONTRACT')).padStart(4, '0')}`;
    const { validFrom, validTo, priceClause } = input;
    await tx.insert(Contract, {
      id,
      number,
      mouId: mou?.id ?? null,
      ...sides,
      status: moved.value,
      validFrom,
      validTo,
      priceClause,
      ...head.value,
      proposedByOrgId: actor.orgId,
      isDemo: fits.value.isDemo,
    });
    await this.saveLines(tx, id, lines.value);
    await tx.insert(
      ContractPlace,
      places.value.map((place, position) => ({ id: newId(), contractId: id, position, ...place })),
    );
    await tx.audit('contract.propose', 'contract', id, { number, lines: lines.value.length });
    return accept(id);
  }

  /** The seller's director and the buyer's manager, once each; with the second signature it binds. */
  sign(
    actor: Actor,
    input: { readonly clientKey: string; readonly id: string; readonly version: number },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'contract.sign', clientKey: input.clientKey, input }, async (tx) => {
      const contract = await this.lock(tx, idOf(input.id));
      if (!allows(actor, 'contract.sign', contract)) throw new ForbiddenError();
      if (contract.version !== input.version) return versionConflict(contract.version);
      const blocked = contractBlockedBy(contract, actor);
      if (blocked) return refuse(blocked);
      if (contract.mouId && !isSigned(await this.heldMou(tx, contract.mouId))) return refuse({ code: 'MOU_NOT_IN_FORCE' });
      const documentSha256 = hashOf(contract);
      const own = { orgId: actor.orgId, signedOn: tx.today };
      await tx.insert(Signature, {
        id: newId(),
        documentType: 'CONTRACT',
        documentId: contract.id,
        ...own,
        method: 'IN_APP',
        signedBy: actor.userId,
        documentSha256,
        recordedAt: tx.now,
      });
      await tx.audit('contract.sign', 'contract', contract.id, { documentSha256 });
      const sides = [contract.sellerOrgId, contract.buyerOrgId].map((orgId) => ({ orgId, mandatory: true }));
      const moved = nextState(CONTRACT_TRANSITIONS, contract.status, 'completeSignatures');
      const complete = moved.ok && signingProgress(sides, [...contract.signatures, own]).complete;
      await tx.updateVersioned(Contract, contract.id, contract.version, complete ? { status: moved.value } : {});
      if (complete) await this.entry.signedContract(tx, contract);
      return accept(contract.id);
    });
  }

  /** The memorandum stays as it is until this transaction ends; NOT_FOUND for those who are no party. */
  private async heldMou(tx: Tx, id: string): Promise<MouStanding> {
    await tx.one('select id from mou where id = $1 for share', [id]);
    return readMou(tx, id);
  }

  private async checkSides(
    tx: Tx,
    { sellerOrgId, buyerOrgId }: { sellerOrgId: string; buyerOrgId: string },
    mou: MouStanding | null,
  ): Promise<Result<{ isDemo: boolean }, ContractRefusal>> {
    if (sellerOrgId === buyerOrgId) return refuse({ code: 'ONE_ORGANIZATION_TWICE' });
    const ids = [sellerOrgId, buyerOrgId].filter(isUuid);
    const rows = await tx.query<{ is_demo: boolean }>(
      `select is_demo from organization where id = any($1) and status = 'ACTIVE'`,
      [ids],
    );
    if (rows.length < 2) return refuse({ code: 'SIDE_UNKNOWN' });
    if (mou) {
      const stands = (orgId: string, role: string) => mou.parties.some((party) => party.orgId === orgId && party.role === role);
      if (!stands(sellerOrgId, 'SELLER') || !stands(buyerOrgId, 'BUYER')) return refuse({ code: 'SIDES_NOT_IN_MOU' });
      if (!isSigned(mou)) return refuse({ code: 'MOU_NOT_IN_FORCE' });
    }
    return accept({ isDemo: rows.some((row) => row.is_demo) });
  }

  /** Names and addresses as they are now: a place that moves later does not rewrite the contract. */
  private async places(
    tx: Tx,
    given: readonly string[],
    buyerOrgId: string,
  ): Promise<Result<{ locationId: string; name: string; address: string }[], ContractRefusal>> {
    const ids = [...new Set(given.map((id) => id.toLowerCase()))];
    const rows = await tx.query<{ locationId: string; name: string; address: string }>(
      `select id as "locationId", name, address from location where id = any($1) and org_id = $2 and deactivated_at is null`,
      [ids.filter(isUuid), buyerOrgId],
    );
    return rows.length === ids.length ? accept(rows) : refuse({ code: 'PLACE_NOT_OF_BUYER' });
  }

  private async saveLines(tx: Tx, contractId: string, lines: readonly CheckedContractLine[]): Promise<void> {
    const rows = lines.map(({ schedule, ...line }, index) => ({
      row: { id: newId(), contractId, lineNo: index + 1, ...line },
      schedule,
    }));
    await tx.insert(
      ContractLine,
      rows.map(({ row }) => row),
    );
    await tx.insert(
      ContractSchedule,
      rows.flatMap(({ row, schedule }) =>
        schedule.map(({ from, to, qty }) => ({ id: newId(), contractLineId: row.id, periodFrom: from, periodTo: to, qty })),
      ),
    );
  }

  private async lock(tx: Tx, id: string): Promise<Standing> {
    await tx.one('select id from contract where id = $1 for update', [id]);
    return tx.one<Standing>(
      `select c.id, c.status, c.version, c.number, c.mou_id as "mouId", c.seller_org_id as "sellerOrgId", c.buyer_org_id as "buyerOrgId",
         c.valid_from as "validFrom", c.valid_to as "validTo", c.price_clause as "priceClause", c.price_clause_note as "priceClauseNote",
         c.tolerance_bp as "toleranceBp", c.payment_term_days as "paymentTermDays",
         (select json_agg(json_build_array(l.mou_line_id, l.product_id, l.description, l.base_unit, l.pack_name, l.pack_size_base::text, l.min_qty::text,
            l.target_qty::text, l.max_qty::text, l.unit_price::text, l.vat_class,
            (select json_agg(json_build_array(s.period_from, s.period_to, s.qty::text) order by s.period_from) from contract_schedule s where s.contract_line_id = l.id))
            order by l.line_no) from contract_line l where l.contract_id = c.id) as lines,
         coalesce((select json_agg(json_build_object('orgId', s.org_id, 'signedOn', s.signed_on)) from signature s
            where s.document_type = 'CONTRACT' and s.document_id = c.id), '[]') as signatures
       from contract c where c.id = $1`,
      [id],
    );
  }
}

/** SHA-256 of the contract's own text, keys in a fixed order. */
const hashOf = (contract: Standing): string =>
  sha256Of([
    contract.number,
    contract.mouId,
    contract.sellerOrgId,
    contract.buyerOrgId,
    contract.validFrom,
    contract.validTo,
    contract.priceClause,
    contract.priceClauseNote,
    contract.toleranceBp,
    contract.paymentTermDays,
    contract.lines,
  ]);

import { Injectable } from '@nestjs/common';
import {
  accept,
  answerDay,
  answerOutside,
  checkOutsideFacts,
  outsideGrade,
  quantity,
  type OutsideAction,
  type OutsideState,
  type Refusal,
  refuse,
  type Result,
} from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { FileBook, LegalBook } from '../../registry/index.js';
import { CommitmentLedger } from '../commitment-ledger.js';
import { lockOutsideDocument, type OutsideDocument, type OutsideLineRef } from './outside-document.js';
import { OutsideDelivery } from './outside-delivery.entity.js';
import { OutsideWord } from './outside-word.entity.js';
import type { OutsideTradeRefusal } from './outside.messages.js';
import { outsideAnswered, outsideToAnswer } from './outside.notices.js';

export interface RecordOutside {
  readonly clientKey: string;
  /** One of the two. */
  readonly mouLineId?: string | null;
  readonly contractLineId?: string | null;
  readonly counterpartyOrgId?: string | null;
  readonly qty: string;
  readonly deliveredOn: string;
  readonly note?: string | null;
  readonly fileId?: string | null;
}

export interface AnswerOutside {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly qty?: string | null;
  readonly deliveredOn?: string | null;
  readonly note?: string | null;
  readonly fileId?: string | null;
}

type PersonsAction = Exclude<OutsideAction, 'lapse'>;
const KINDS = { confirm: 'CONFIRM', deny: 'DENY', correct: 'CORRECT', withdraw: 'WITHDRAW' } as const;
const LONGEST = 1000;

interface Locked {
  readonly id: string;
  readonly mouId: string | null;
  readonly mouLineId: string | null;
  readonly contractId: string | null;
  readonly contractLineId: string | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly state: OutsideState;
  readonly qty: string;
  readonly deliveredOn: string;
  readonly hasDocument: boolean;
  readonly authorOrgId: string;
  readonly answerBy: string;
  readonly version: number;
}

/** Deliveries made by telephone: one side tells, the other confirms, denies or corrects, and the ledger counts them by their proof. */
@Injectable()
export class OutsideService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly legal: LegalBook,
    private readonly ledger: CommitmentLedger,
  ) {}

  /** Answers with the id of the document whose line was named. */
  record(actor: Actor, input: RecordOutside): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'outside.record', clientKey: input.clientKey, input }, async (tx) => {
      const document = await lockOutsideDocument(tx, {
        mouLineId: input.contractLineId ? null : idOf(input.mouLineId ?? ''),
        contractLineId: input.contractLineId ? idOf(input.contractLineId) : null,
      });
      const partyOrgIds = document.parties.map(({ orgId }) => orgId);
      if (!allows(actor, 'outside.record', { partyOrgIds })) throw new ForbiddenError();
      const role = document.parties.find(({ orgId }) => orgId === actor.orgId)?.role;
      if (role !== 'SELLER' && role !== 'BUYER') throw new ForbiddenError();
      if (!document.isOpen) return refuse({ code: 'OUTSIDE_NOT_IN_FORCE' });
      const others = document.parties.filter((party) => party.role === (role === 'SELLER' ? 'BUYER' : 'SELLER'));
      const counterparty = input.counterpartyOrgId
        ? others.find(({ orgId }) => orgId === idOf(input.counterpartyOrgId!))
        : others.length === 1
          ? others[0]
          : undefined;
      if (!counterparty) return refuse({ code: 'OUTSIDE_SIDE_MISSING' });
      const given = { qty: quantity(input.qty), deliveredOn: input.deliveredOn };
      const wrong = factsProblem(document, given, tx.today);
      if (wrong) return refuse(wrong);
      const note = tidyText(input.note);
      if (note && note.length > LONGEST) return refuse({ code: 'OUTSIDE_NOTE_TOO_LONG' });
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const delivery = {
        id: newId(),
        mouId: document.mouId,
        mouLineId: document.mouLineId,
        contractId: document.contractId,
        contractLineId: document.contractLineId,
        sellerOrgId: role === 'SELLER' ? actor.orgId : counterparty.orgId,
        buyerOrgId: role === 'BUYER' ? actor.orgId : counterparty.orgId,
        state: 'WAITING' as const,
        qty: given.qty.toDecimalString(),
        deliveredOn: given.deliveredOn,
        hasDocument: file !== null,
        authorOrgId: actor.orgId,
        answerBy: await this.answerBy(tx),
        recordedByOrgId: actor.orgId,
        recordedAt: tx.now,
        version: 1,
      };
      await tx.insert(OutsideDelivery, delivery);
      const wordId = await this.say(tx, actor, delivery.id, 'RECORD', { ...given, note, file });
      await this.count(tx, delivery, wordId);
      await this.told(tx, actor, document, delivery, 'RECORD', note);
      return accept(document.id);
    });
  }

  /** Answers with the id of the document that is read: the contract of a delivery is another page than its memorandum. */
  answer(actor: Actor, action: PersonsAction, input: AnswerOutside, read: 'MOU' | 'CONTRACT'): Promise<Result<string, Refusal>> {
    const command = { operation: `outside.${action}`, clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, async (tx) => {
      const line = await tx.one<OutsideLineRef>(
        'select mou_line_id as "mouLineId", contract_line_id as "contractLineId" from outside_delivery where id = $1',
        [idOf(input.id)],
      );
      // The document's lock comes first, as with every act on it.
      const document = await lockOutsideDocument(tx, line);
      const found = await this.lock(tx, idOf(input.id));
      const readId = read === 'MOU' ? found.mouId : found.contractId;
      if (!readId) throw new NotFoundError();
      const sides = { sellerOrgId: found.sellerOrgId, buyerOrgId: found.buyerOrgId };
      if (!allows(actor, 'outside.record', sides)) throw new ForbiddenError();
      if (found.version !== input.version) return versionConflict(found.version);
      const moved = answerOutside(found, action, actor.orgId, tx.today);
      if (!moved.ok) return moved;
      const note = tidyText(input.note);
      if (note && note.length > LONGEST) return refuse({ code: 'OUTSIDE_NOTE_TOO_LONG' });
      if (!note && (action === 'deny' || action === 'withdraw')) return refuse({ code: 'OUTSIDE_REASON_MISSING' });
      const corrected = action === 'correct';
      const facts = {
        qty: quantity((corrected && input.qty) || found.qty),
        deliveredOn: (corrected && input.deliveredOn) || found.deliveredOn,
      };
      const wrong = corrected ? factsProblem(document, facts, tx.today) : null;
      if (wrong) return refuse(wrong);
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const after: Locked = {
        ...found,
        state: moved.value,
        qty: facts.qty.toDecimalString(),
        deliveredOn: facts.deliveredOn,
        hasDocument: found.hasDocument || file !== null,
        authorOrgId: corrected ? actor.orgId : found.authorOrgId,
        answerBy: corrected ? await this.answerBy(tx) : found.answerBy,
      };
      const kind = KINDS[action];
      const wordId = await this.say(tx, actor, found.id, kind, { ...(corrected ? facts : {}), note, file });
      await this.save(tx, after);
      await this.recount(tx, found, after, wordId);
      await this.told(tx, actor, document, after, kind, note);
      return accept(readId);
    });
  }

  /** The clock's word: nobody answered, so it stays the word of one side. */
  async lapse(tx: Tx, id: string): Promise<void> {
    const found = await this.lock(tx, id);
    if (found.state !== 'WAITING' || found.answerBy >= tx.today) return;
    await tx.insert(OutsideWord, { id: newId(), deliveryId: id, kind: 'LAPSE', at: tx.now });
    await this.save(tx, { ...found, state: 'DECLARED' });
    const [entity, entityId] = found.contractId ? ['contract', found.contractId] : ['mou', found.mouId!];
    await tx.audit('outside.lapse', entity!, entityId!, { qty: found.qty });
  }

  private async answerBy(tx: Tx): Promise<string> {
    const days = await this.legal.number(tx, 'OUTSIDE_ANSWER_DAYS', tx.today);
    if (days === null) throw new Error('No OUTSIDE_ANSWER_DAYS in force today');
    return answerDay(tx.today, days);
  }

  private lock(tx: Tx, id: string): Promise<Locked> {
    return tx.one<Locked>(
      `select id, mou_id as "mouId", mou_line_id as "mouLineId", contract_id as "contractId", contract_line_id as "contractLineId", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", state, qty,
         delivered_on as "deliveredOn", has_document as "hasDocument", author_org_id as "authorOrgId", answer_by as "answerBy", version
       from outside_delivery where id = $1 for update`,
      [id],
    );
  }

  private async save(tx: Tx, to: Locked): Promise<void> {
    const rows = await tx.query(
      `update outside_delivery set state = $2, qty = $3, delivered_on = $4, has_document = $5, author_org_id = $6, answer_by = $7, version = version + 1
       where id = $1 returning id`,
      [to.id, to.state, to.qty, to.deliveredOn, to.hasDocument, to.authorOrgId, to.answerBy],
    );
    if (rows.length === 0) throw new NotFoundError();
  }

  private async say(
    tx: Tx,
    actor: Actor,
    deliveryId: string,
    kind: 'RECORD' | (typeof KINDS)[PersonsAction],
    word: {
      readonly qty?: { toDecimalString(): string };
      readonly deliveredOn?: string;
      readonly note: string | null;
      readonly file: { readonly id: string; readonly sha256: string } | null;
    },
  ): Promise<string> {
    const id = newId();
    await tx.insert(OutsideWord, {
      id,
      deliveryId,
      kind,
      qty: word.qty?.toDecimalString() ?? null,
      deliveredOn: word.deliveredOn ?? null,
      note: word.note,
      fileId: word.file?.id ?? null,
      fileSha256: word.file?.sha256 ?? null,
      orgId: actor.orgId,
      userId: actor.userId,
      at: tx.now,
    });
    return id;
  }

  private async count(
    tx: Tx,
    delivery: Pick<Locked, 'id' | 'mouLineId' | 'contractLineId' | 'state' | 'qty' | 'hasDocument'>,
    wordId: string,
  ): Promise<void> {
    const grade = outsideGrade(delivery.state, delivery.hasDocument);
    if (!grade) return;
    const source = { type: 'OUTSIDE' as const, id: delivery.id, lineId: wordId };
    const { mouLineId, contractLineId } = delivery;
    await this.ledger.acceptOutside(tx, { mouLineId, contractLineId, qty: quantity(delivery.qty), grade, source });
  }

  /** The old row is reversed and a new one written only where the number or the grade changed. */
  private async recount(tx: Tx, before: Locked, after: Locked, wordId: string): Promise<void> {
    const sameGrade = outsideGrade(before.state, before.hasDocument) === outsideGrade(after.state, after.hasDocument);
    if (sameGrade && quantity(before.qty).equals(quantity(after.qty))) return;
    await this.ledger.reverse(tx, { type: 'OUTSIDE', id: after.id });
    await this.count(tx, after, wordId);
  }

  private async told(
    tx: Tx,
    actor: Actor,
    document: OutsideDocument,
    delivery: Pick<Locked, 'id' | 'sellerOrgId' | 'buyerOrgId' | 'qty' | 'deliveredOn' | 'answerBy'>,
    kind: 'RECORD' | (typeof KINDS)[PersonsAction],
    reason: string | null,
  ): Promise<void> {
    const { mouId, contractId } = document;
    const goods = `${document.baseUnit} ${document.goods}`;
    const { qty, deliveredOn, answerBy } = delivery;
    const entity = document.type === 'MOU' ? 'mou' : 'contract';
    await tx.audit(`outside.${kind.toLowerCase()}`, entity, document.id, { goods: document.goods, qty, reason });
    const orgId = delivery.sellerOrgId === actor.orgId ? delivery.buyerOrgId : delivery.sellerOrgId;
    const key = `${delivery.id}-${tx.now.toISOString()}`;
    if (kind === 'RECORD' || kind === 'CORRECT') {
      await sendNotice(tx, outsideToAnswer, { orgId, key, facts: { mouId, contractId, goods, qty, deliveredOn, answerBy } });
    } else await sendNotice(tx, outsideAnswered, { orgId, key, facts: { mouId, contractId, goods, qty, kind } });
  }
}

function factsProblem(
  { type, since }: OutsideDocument,
  given: Parameters<typeof checkOutsideFacts>[0],
  today: string,
): OutsideTradeRefusal | null {
  const wrong = checkOutsideFacts(given, since, today);
  return wrong?.code === 'OUTSIDE_BEFORE_SIGNING' && type === 'CONTRACT'
    ? { code: 'OUTSIDE_BEFORE_CONTRACT', from: wrong.signedOn }
    : wrong;
}

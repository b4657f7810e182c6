import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accept,
  type BankCredit,
  checkAllocations,
  findPaymentReference,
  matchCredit,
  readStatement,
  type ReadStatement,
  refuse,
  type Refusal,
  type Result,
  type ReviewReason,
  type StatementRow,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { readSpreadsheet, SpreadsheetRefused } from '../../../platform/spreadsheets/index.js';
import { tidyLine } from '../../../platform/text.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { type LockedRequest, PaymentSettlement } from '../payment-settlement.js';
import { CreditBook } from '../credit/credit-book.js';
import { BankLine } from './bank-line.entity.js';
import { readCamt } from './camt-reader.js';
import { BankLineSettler, openByTransfer } from './bank-line-settler.js';
import { BankStatement } from './bank-statement.entity.js';
import type { BankRefusal } from './bank-statement.messages.js';
import type { AllocateCommand, IgnoreCommand, StatementReadView } from './bank-statement.view.js';

interface FreshLine extends BankCredit {
  readonly id: string;
  readonly fingerprint: string;
}

/** For whom, and by whom. */
export interface Keeper {
  readonly orgId: string;
  readonly userId: string | null;
}

interface LockedLine {
  readonly id: string;
  readonly orgId: string;
  readonly state: string;
  readonly amount: bigint;
  readonly allocated: bigint;
  readonly bookedOn: string;
  readonly bankReference: string | null;
  readonly version: number;
}

/** Money that the seller's bank says arrived: matched by its reference, or laid before a person. */
@Injectable()
export class BankStatementService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    private readonly settler: BankLineSettler,
    private readonly credits: CreditBook,
  ) {}

  /** Reads a statement and settles what names its request. The same arrival counts once, whichever files show it. */
  async upload(actor: Actor, name: string, bytes: Buffer): Promise<Result<StatementReadView, Refusal>> {
    assertMay(actor, 'payment.confirm', { sellerOrgId: actor.orgId });
    const read = isCamt(bytes) ? readCamt(bytes.toString('utf8')) : await readSheet(bytes);
    if (!read.ok) return read;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const by = { orgId: actor.orgId, userId: actor.userId };
    return accept(await this.uow.run(actor, (tx) => this.keep(tx, by, tidyLine(name) ?? 'sao-ke', sha256, read.value)));
  }

  allocate(actor: Actor, input: AllocateCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'bankLineAllocate', clientKey: input.clientKey, input }, async (tx) => {
      const asked = input.allocations.map(({ paymentRequestId, amount }) => ({ requestId: idOf(paymentRequestId), amount }));
      const requests = await this.lockAll(tx, [...new Set(asked.map(({ requestId }) => requestId))]);
      if (requests.some(({ sellerOrgId }) => sellerOrgId !== actor.orgId)) throw new NotFoundError();
      const line = await lockLine(tx, input.lineId);
      assertMay(actor, 'payment.confirm', { sellerOrgId: line.orgId });
      if (line.version !== input.version) return versionConflict(line.version);
      if (line.state !== 'REVIEW') return refuse<BankRefusal>({ code: 'LINE_DECIDED' });
      const open = requests.map((request) => ({ id: request.id, reference: request.reference, open: openByTransfer(request) }));
      const keptFor = input.keepForOrgId ? await buyerOf(tx, actor.orgId, idOf(input.keepForOrgId)) : null;
      const checked =
        keptFor && asked.length === 0 ? accept({ left: line.amount - line.allocated }) : checkAllocations(line, asked, open);
      if (!checked.ok) {
        const number =
          requests.find(({ id }) => 'requestId' in checked.refusal && id === checked.refusal.requestId)?.number ?? '';
        return refuse<BankRefusal>({ ...checked.refusal, number });
      }
      for (const request of requests) {
        const amount = asked.filter(({ requestId }) => requestId === request.id).reduce((sum, one) => sum + one.amount, 0n);
        const { id: lineId, bookedOn, bankReference } = line;
        await this.settler.settle(tx, request, { lineId, amount, bookedOn, bankReference, decidedBy: actor.userId });
      }
      const left = keptFor ? 0n : checked.value.left;
      if (keptFor && checked.value.left > 0n) {
        const { id: lineId, bookedOn: on } = line;
        await this.credits.keep(tx, { lineId, sellerOrgId: line.orgId, buyerOrgId: keptFor, amount: checked.value.left, on });
      }
      await tx.updateVersioned(BankLine, line.id, line.version, {
        allocated: line.amount - left,
        ...(left === 0n && { state: 'SETTLED', decidedBy: actor.userId, decidedAt: tx.now }),
      });
      await tx.audit('bank-line.allocate', 'bank_line', line.id, { requests: requests.length });
      return accept(line.id);
    });
  }

  /** Money that is not for any request here; it stays on the list with the reason. */
  ignore(actor: Actor, input: IgnoreCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'bankLineIgnore', clientKey: input.clientKey, input }, async (tx) => {
      const line = await lockLine(tx, input.lineId);
      assertMay(actor, 'payment.confirm', { sellerOrgId: line.orgId });
      if (line.version !== input.version) return versionConflict(line.version);
      if (line.state !== 'REVIEW') return refuse<BankRefusal>({ code: 'LINE_DECIDED' });
      const ignoredReason = trimmed(input.reason);
      if (!ignoredReason) return refuse<BankRefusal>({ code: 'IGNORE_REASON_MISSING' });
      if (tooLong(ignoredReason, NOTE_MAX)) return refuse<BankRefusal>({ code: 'IGNORE_REASON_TOO_LONG', max: NOTE_MAX });
      const decided = { ignoredReason, decidedBy: actor.userId, decidedAt: tx.now };
      await tx.updateVersioned(BankLine, line.id, line.version, { state: 'IGNORED', ...decided });
      await tx.audit('bank-line.ignore', 'bank_line', line.id, { reason: ignoredReason });
      return accept(line.id);
    });
  }

  /** Keeps what a statement or a bank's own message shows; the caller has checked who may. `userId` is null for a bank. */
  async keep(tx: Tx, actor: Keeper, fileName: string, sha256: string, read: ReadStatement): Promise<StatementReadView> {
    const statementId = newId();
    const { credits, unreadable } = read;
    // A lock on the organization's own row: two files that overlap are read one after the other.
    await tx.one('select id from organization where id = $1 for no key update', [actor.orgId]);
    const lines = withFingerprints(credits);
    const known = await tx.query<{ fingerprint: string }>(
      'select fingerprint from bank_line where org_id = $1 and fingerprint = any($2)',
      [actor.orgId, lines.map(({ fingerprint }) => fingerprint)],
    );
    const seen = new Set(known.map(({ fingerprint }) => fingerprint));
    const fresh = lines.filter(({ fingerprint }) => !seen.has(fingerprint));
    await tx.insert(BankStatement, {
      id: statementId,
      orgId: actor.orgId,
      fileName,
      sha256,
      credits: credits.length,
      fresh: fresh.length,
      uploadedBy: actor.userId,
    });
    const requests = await this.lockNamed(tx, actor.orgId, fresh);
    const reasons = new Map(fresh.map((line) => [line.id, reasonOf(line, requests)]));
    if (fresh.length > 0) {
      await tx.insert(
        BankLine,
        fresh.map(({ row, ...line }) => ({ ...line, rowNo: row, statementId, orgId: actor.orgId, state: 'REVIEW' })),
      );
    }
    let settled = 0;
    for (const line of fresh) {
      const named = reasons.get(line.id) === null ? requests.get(findPaymentReference(line.memo)!) : undefined;
      // Two arrivals may name one request: what the first one paid is not open for the second.
      const request = named && (await this.settlement.lock(tx, named.id));
      if (request && line.amount <= openByTransfer(request)) {
        const { id: lineId, amount, bookedOn, bankReference } = line;
        await this.settler.settle(tx, request, { lineId, amount, bookedOn, bankReference, decidedBy: actor.userId });
        await tx.query(
          `update bank_line set state = 'SETTLED', allocated = amount, decided_by = $2, decided_at = $3 where id = $1`,
          [line.id, actor.userId, tx.now],
        );
        settled += 1;
      } else {
        const reason: ReviewReason = reasons.get(line.id) ?? 'ABOVE_OPEN';
        await tx.query('update bank_line set review_reason = $2 where id = $1', [line.id, reason]);
      }
    }
    await tx.audit('bank-statement.read', 'bank_statement', statementId, {
      credits: credits.length,
      fresh: fresh.length,
      settled,
    });
    return { statementId, credits: credits.length, fresh: fresh.length, settled, toReview: fresh.length - settled, unreadable };
  }

  /** The requests that the lines name, by reference, locked in the order of their ids. */
  private async lockNamed(tx: Tx, orgId: string, lines: readonly BankCredit[]): Promise<Map<string, LockedRequest>> {
    const references = lines.flatMap(({ memo }) => findPaymentReference(memo) ?? []);
    const named = await tx.query<{ id: string }>(
      'select id from payment_request where seller_org_id = $1 and reference = any($2) order by id',
      [orgId, references],
    );
    const locked = await this.lockAll(
      tx,
      named.map(({ id }) => id),
    );
    return new Map(locked.map((request) => [request.reference, request]));
  }

  private async lockAll(tx: Tx, ids: readonly string[]): Promise<LockedRequest[]> {
    const locked: LockedRequest[] = [];
    for (const id of [...ids].sort()) locked.push(await this.settlement.lock(tx, id));
    return locked;
  }
}

/** Null when the line matches by itself. */
function reasonOf(line: BankCredit, requests: ReadonlyMap<string, LockedRequest>): ReviewReason | null {
  const open = [...requests.values()].map((request) => ({
    id: request.id,
    reference: request.reference,
    open: openByTransfer(request),
  }));
  const match = matchCredit(line, open);
  return match.kind === 'MATCHED' ? null : match.reason;
}

/** Two equal arrivals of one day in one file are two: the second carries its count. */
function withFingerprints(credits: readonly BankCredit[]): FreshLine[] {
  const counts = new Map<string, number>();
  return credits.map((credit) => {
    const key = [credit.bookedOn, credit.amount, credit.bankReference ?? '', credit.memo.replace(/\s+/g, ' ').trim()].join('|');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const fingerprint = createHash('sha256').update(`${key}|${count}`).digest('hex');
    return { ...credit, memo: credit.memo.slice(0, NOTE_MAX), id: newId(), fingerprint };
  });
}

/** NOT_FOUND for an organization that never bought here. */
async function buyerOf(tx: Tx, sellerOrgId: string, buyerOrgId: string): Promise<string> {
  await tx.one('select 1 from purchase_order where seller_org_id = $1 and buyer_org_id = $2 limit 1', [sellerOrgId, buyerOrgId]);
  return buyerOrgId;
}

function lockLine(tx: Tx, id: string): Promise<LockedLine> {
  return tx.one<LockedLine>(
    `select id, org_id as "orgId", state, amount, allocated, booked_on as "bookedOn", bank_reference as "bankReference", version
     from bank_line where id = $1 for update`,
    [idOf(id)],
  );
}

const HEAD = 4096;

/** A camt statement says so in its first tags; other XML (a drawing, a page) goes the way of all unreadable sheets. */
const isCamt = (bytes: Buffer): boolean => /<(?:\w+:)?BkToCstmrStmt[\s>]/.test(bytes.subarray(0, HEAD).toString('utf8'));

async function readSheet(bytes: Buffer): Promise<Result<ReadStatement, Refusal>> {
  const rows = await rowsOf(bytes);
  return rows.ok ? readStatement(rows.value) : rows;
}

async function rowsOf(bytes: Buffer): Promise<Result<StatementRow[], Refusal>> {
  const rows: StatementRow[] = [];
  try {
    for await (const batch of readSpreadsheet(bytes)) {
      rows.push(...batch.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell?.text ?? '') })));
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused) return refuse(error.refusal);
    throw error;
  }
  return accept(rows);
}

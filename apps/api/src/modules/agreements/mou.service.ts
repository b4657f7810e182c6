import { Injectable } from '@nestjs/common';
import { accept, nextState, refuse, MOU_TRANSITIONS, type Refusal, type Result } from '@lienket/domain';
import { allows, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict, type VersionConflictRefusal } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyLine } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { asSystem } from '../../platform/database/as-system.js';
import { mouToSign } from './agreements.notices.js';
import { MouLine } from './mou-line.entity.js';
import { MouParty } from './mou-party.entity.js';
import { blockedBy, hashOfMou, mayDo, type MouActionName } from './mou-rules.js';
import { checkObligations, type GivenObligation, saveObligations } from './obligations/obligation-terms.js';
import { openRound, type RoundWish } from './signing/signing-rounds.js';
import { lockMou, type MouStanding } from './mou-standing.js';
import {
  checkHead,
  checkLines,
  checkParties,
  searchTextOf,
  type CheckedLine,
  type CheckedParty,
  type GivenLine,
  type GivenParty,
} from './mou-terms.js';
import { Mou } from './mou.entity.js';
import type { MouRefusal } from './mou.messages.js';
import { ProgressKeeper } from './progress-keeper.js';
import { Signature } from './signature.entity.js';

export interface CreateMou {
  readonly clientKey: string;
  readonly eventCode?: string | null;
  readonly registerNo?: string | null;
  readonly title: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly pricePrinciple: string;
  readonly qualityTerms?: string | null;
  readonly parties: readonly GivenParty[];
  readonly lines: readonly GivenLine[];
  readonly obligations?: readonly GivenObligation[] | null;
  readonly documentFileId?: string | null;
}

export interface UpdateMou
  extends
    MouAct,
    Partial<
      Omit<CreateMou, 'clientKey' | 'eventCode' | 'registerNo' | 'title' | 'pricePrinciple' | 'parties' | 'lines' | 'obligations'>
    > {
  readonly obligations?: readonly GivenObligation[] | null;
  readonly title?: string | null;
  readonly pricePrinciple?: string | null;
  readonly parties?: readonly GivenParty[] | null;
  readonly lines?: readonly GivenLine[] | null;
}

export interface MouAct {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

export type MouOutcome = Result<string, Refusal>;

/** Locks the memorandum, asks for the role, compares versions and asks whether the act fits its state. */
export async function openMou(
  tx: Tx,
  actor: Actor,
  action: MouActionName,
  input: MouAct,
): Promise<Result<MouStanding, MouRefusal | VersionConflictRefusal>> {
  const mou = await lockMou(tx, idOf(input.id));
  if (!mayDo(actor, action, mou)) throw new ForbiddenError();
  if (mou.version !== input.version) return versionConflict(mou.version);
  const blocked = blockedBy(action, mou, actor, tx.today);
  return blocked ? refuse(blocked) : accept(mou);
}

/** Drafting: a memorandum until it goes out for signing. */
@Injectable()
export class MouService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly progress: ProgressKeeper,
  ) {}

  create(actor: Actor, input: CreateMou): Promise<MouOutcome> {
    const command = { operation: 'mou.create', clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, (tx) => this.createIn(tx, actor, input));
  }

  /** The same inside a transaction that has more to do. */
  async createIn(tx: Tx, actor: Actor, input: CreateMou): Promise<MouOutcome> {
    if (!allows(actor, 'mou.create', { partyOrgIds: [actor.orgId] })) throw new ForbiddenError();
    const { validFrom = null, validTo = null, qualityTerms = null } = input;
    const head = checkHead({ title: input.title, qualityTerms, validFrom, validTo });
    if (!head.ok) return head;
    const parties = await checkParties(tx, actor, input.parties);
    if (!parties.ok) return parties;
    const lines = await checkLines(tx, input.lines, parties.value, knowsPrices(actor, parties.value));
    if (!lines.ok) return lines;
    const obligations = checkObligations(input.obligations ?? [], parties.value);
    if (!obligations.ok) return obligations;
    const entry = await this.enterIntoRegister(tx, input.eventCode ?? null, tidyLine(input.registerNo));
    if (!entry.ok) return entry;
    const id = newId();
    const scan = await this.scan(tx, actor, input.documentFileId);
    await tx.insert(Mou, {
      id,
      ...entry.value,
      ...head.value,
      status: 'DRAFT',
      validFrom,
      validTo,
      pricePrinciple: input.pricePrinciple,
      partyOrgIds: parties.value.map((party) => party.orgId),
      searchText: searchTextOf(entry.value.registerNo, head.value.title, parties.value),
      ...scan,
      createdBy: actor.userId,
      createdByOrgId: actor.orgId,
      recordedAt: tx.now,
      isDemo: parties.value.some((party) => party.isDemo),
    });
    await this.saveParties(tx, id, parties.value);
    await this.saveLines(tx, id, lines.value);
    await saveObligations(tx, id, obligations.value);
    await this.progress.refresh(tx, [id]);
    await tx.audit('mou.create', 'mou', id, {
      registerNo: entry.value.registerNo,
      lines: lines.value.length,
      ...came(scan),
    });
    return accept(id);
  }

  /** Changes a draft. What was attested on paper was attested for the text before, and is void. */
  update(actor: Actor, input: UpdateMou): Promise<MouOutcome> {
    return this.uow.mutate(actor, { operation: 'mou.update', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouUpdate', input);
      if (!opened.ok) return opened;
      const mou = opened.value;
      const validFrom = input.validFrom === undefined ? mou.validFrom : input.validFrom;
      const validTo = input.validTo === undefined ? mou.validTo : input.validTo;
      const qualityTerms = input.qualityTerms === undefined ? mou.qualityTerms : input.qualityTerms;
      const head = checkHead({ title: input.title ?? mou.title, qualityTerms, validFrom, validTo });
      if (!head.ok) return head;
      const parties = await checkParties(tx, actor, input.parties ?? mou.parties);
      if (!parties.ok) return parties;
      const given = input.lines && keepUnseenPrices(actor, mou, input.lines);
      const lines = await checkLines(tx, given ?? keptLines(mou), parties.value, knowsPrices(actor, parties.value));
      if (!lines.ok) return lines;
      const obligations = checkObligations(input.obligations ?? mou.obligations, parties.value);
      if (!obligations.ok) return obligations;
      const scan = await this.scan(tx, actor, input.documentFileId);
      await tx.updateVersioned(Mou, mou.id, mou.version, {
        ...head.value,
        validFrom,
        validTo,
        ...(input.pricePrinciple ? { pricePrinciple: input.pricePrinciple } : {}),
        partyOrgIds: parties.value.map((party) => party.orgId),
        searchText: searchTextOf(mou.registerNo, head.value.title, parties.value),
        ...scan,
      });
      await this.voidSignatures(tx, mou.id);
      if (input.parties) {
        await tx.query('delete from mou_party where mou_id = $1', [mou.id]);
        await this.saveParties(tx, mou.id, parties.value);
      }
      if (input.lines) {
        await tx.query('delete from mou_line where mou_id = $1', [mou.id]);
        await this.saveLines(tx, mou.id, lines.value);
      }
      if (input.obligations) {
        await tx.query('delete from mou_obligation where mou_id = $1', [mou.id]);
        await saveObligations(tx, mou.id, obligations.value);
      }
      await this.progress.refresh(tx, [mou.id]);
      await tx.audit('mou.update', 'mou', mou.id, { voidedSignatures: mou.signatures.length, ...came(scan) });
      return accept(mou.id);
    });
  }

  /** Out to the parties for signing in the app. */
  circulate(actor: Actor, input: MouAct & RoundWish): Promise<MouOutcome> {
    return this.uow.mutate(actor, { operation: 'mou.circulate', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouCirculate', input);
      if (!opened.ok) return opened;
      const mou = opened.value;
      const moved = nextState(MOU_TRANSITIONS, mou.status, 'circulate');
      if (!moved.ok) return refuse({ code: 'MOU_NOT_DRAFT' });
      const { expiresOn = null } = input;
      if (expiresOn !== null && expiresOn < tx.today) return refuse({ code: 'ROUND_ENDS_IN_PAST' });
      await tx.updateVersioned(Mou, mou.id, mou.version, { status: moved.value });
      await openRound(tx, actor, { type: 'MOU', id: mou.id, sha256: hashOfMou(mou) }, input);
      await this.progress.refresh(tx, [mou.id]);
      await tx.audit('mou.circulate', 'mou', mou.id, { expiresOn });
      for (const { orgId } of mou.parties.filter((party) => party.mustSign && party.orgId !== actor.orgId)) {
        await sendNotice(tx, mouToSign, {
          orgId,
          key: `${mou.id}-${mou.version}`,
          facts: { mouId: mou.id, title: mou.title, expiresOn },
        });
      }
      return accept(mou.id);
    });
  }

  /** The number as given or the next of the year; numbers are unique within their event, and among those without one. */
  private async enterIntoRegister(
    tx: Tx,
    eventCode: string | null,
    given: string | null,
  ): Promise<Result<{ eventId: string | null; registerNo: string }, MouRefusal>> {
    if (given && given.length > 50) return refuse({ code: 'REGISTER_NO_TOO_LONG' });
    const [event] = eventCode ? await tx.query<{ id: string }>('select id from event where code = $1', [eventCode]) : [];
    if (eventCode && !event) return refuse({ code: 'EVENT_UNKNOWN' });
    const eventId = event?.id ?? null;
    if (!given) return accept({ eventId, registerNo: await this.freeNumber(tx, eventId) });
    return (await this.isTaken(tx, eventId, given))
      ? refuse({ code: 'REGISTER_NO_TAKEN', registerNo: given })
      : accept({ eventId, registerNo: given });
  }

  /** Skips numbers that somebody typed by hand before. */
  private async freeNumber(tx: Tx, eventId: string | null): Promise<string> {
    for (;;) {
      const registerNo = `BBGN-${tx.today.slice(0, 4)}-${String(await tx.nextNumber('MOU')).padStart(4, '0')}`;
      if (!(await this.isTaken(tx, eventId, registerNo))) return registerNo;
    }
  }

  private isTaken(tx: Tx, eventId: string | null, registerNo: string): Promise<boolean> {
    return asSystem(tx, async () => {
      // Two people entering one number at once queue up here.
      await tx.query(`select pg_advisory_xact_lock(hashtext('mou-register'), hashtext($1))`, [registerNo]);
      const rows = await tx.query('select 1 from mou where event_id is not distinct from $1 and register_no = $2', [
        eventId,
        registerNo,
      ]);
      return rows.length > 0;
    });
  }

  private async scan(tx: Tx, actor: Actor, fileId: string | null | undefined): Promise<Partial<Mou>> {
    if (!fileId) return {};
    const file = await this.files.attach(tx, idOf(fileId), actor.orgId);
    return { documentFileId: file.id, documentSha256: file.sha256 };
  }

  private async saveParties(tx: Tx, mouId: string, parties: readonly CheckedParty[]): Promise<void> {
    const rows = parties.map(({ orgId, role, mustSign, representative }, position) => ({
      id: newId(),
      mouId,
      orgId,
      role,
      mustSign,
      representative,
      position,
    }));
    await tx.insert(MouParty, rows);
  }

  private async saveLines(tx: Tx, mouId: string, lines: readonly CheckedLine[]): Promise<void> {
    await tx.insert(
      MouLine,
      lines.map((line, index) => ({ id: newId(), mouId, lineNo: index + 1, ...line })),
    );
  }

  private async voidSignatures(tx: Tx, mouId: string): Promise<void> {
    await tx.manager.delete(Signature, { documentType: 'MOU', documentId: mouId });
  }
}

const knowsPrices = (actor: Actor, parties: readonly { readonly orgId: string }[]): boolean =>
  parties.some(({ orgId }) => orgId === actor.orgId);

export const keptLines = (mou: MouStanding): GivenLine[] =>
  mou.lines.map((line) => ({ ...line, referencePrice: line.referencePrice === null ? null : BigInt(line.referencePrice) }));

/** Prices are the parties' own: an officer who edits without seeing them must not wipe them. */
function keepUnseenPrices(actor: Actor, mou: MouStanding, lines: readonly GivenLine[]): readonly GivenLine[] {
  if (mou.parties.some(({ orgId }) => orgId === actor.orgId)) return lines;
  const kept = keptLines(mou);
  return lines.map((line) => {
    const before = kept.find((one) => (line.productId ? one.productId === line.productId : one.description === line.description));
    return { ...line, referencePrice: line.referencePrice ?? before?.referencePrice ?? null };
  });
}

/** The day a scan came is a fact of its own: reports ask for it. */
const came = ({ documentFileId }: Partial<Mou>) => (documentFileId ? { documentFileId } : {});

import { Injectable } from '@nestjs/common';
import {
  accept,
  BANK_CHANGE_TRANSITIONS,
  type BankAccount,
  type BankChangeAction,
  type BankChangeState,
  bankChangeIsDue,
  nextState,
  readBankAccount,
  type Refusal,
  refuse,
  type Result,
  secondPerson,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import { type Actor, SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { tidyText } from '../../../platform/text.js';
import { type Caller, StepUp } from '../../identity/index.js';
import { LegalBook } from '../legal-book.js';
import { mayReach } from '../life/organization-life.service.js';
import { Organization } from '../organization.entity.js';
import { BankAccountChange } from './bank-account-change.entity.js';
import { BankAccountHerald } from './bank-account-herald.js';
import type { BankChangeRefusal } from './bank-account.messages.js';

export interface BankChangeRequest extends BankAccount {
  readonly clientKey: string;
  readonly reason: string;
  readonly password: string;
}

export interface BankChangeConfirm {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly password: string;
}

export type BankChangeCancel = Omit<BankChangeConfirm, 'password'>;

export type LockedChange = Pick<
  BankAccountChange,
  'id' | 'orgId' | 'bankBin' | 'bankName' | 'accountNo' | 'accountName' | 'requestedBy' | 'holdsUntil' | 'version'
> & { readonly status: BankChangeState };

interface Paid {
  readonly status: string;
  readonly bankBin: string | null;
  readonly bankName: string | null;
  readonly accountNo: string | null;
}

/** A day to notice a thief in, where no parameter says otherwise. */
const HOLD_HOURS = 24;
const HOUR_MS = 3_600_000;
const LONGEST_REASON = 500;
const ENDED = ['CLOSED', 'MERGED'];

const LOCK = `select id, org_id as "orgId", bank_bin as "bankBin", bank_name as "bankName", account_no as "accountNo", account_name as "accountName",
  status, requested_by as "requestedBy", holds_until as "holdsUntil", version from bank_account_change where id = $1 for update`;

/** Who is paid where: asked with the password, held for a day, confirmed by a second person; the old account stays in force until then. */
@Injectable()
export class BankAccountService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly stepUp: StepUp,
    private readonly law: LegalBook,
    private readonly herald: BankAccountHerald,
  ) {}

  async request(actor: Actor, { password, ...input }: BankChangeRequest, caller: Caller): Promise<Result<string, Refusal>> {
    assertMay(actor, 'bankAccount.change', { ownerOrgId: actor.orgId });
    const account = readBankAccount(input);
    if (!account.ok) return account;
    const reason = tidyText(input.reason);
    if (!reason) return refuse<BankChangeRefusal>({ code: 'BANK_REASON_MISSING' });
    if (reason.length > LONGEST_REASON) return refuse<BankChangeRefusal>({ code: 'BANK_REASON_TOO_LONG', max: LONGEST_REASON });
    const known = await this.stepUp.confirm(actor, password, caller);
    if (!known.ok) return known;
    // The password is no part of what is remembered of the request.
    return this.uow.mutate(actor, { operation: 'bankChangeRequest', clientKey: input.clientKey, input }, async (tx) => {
      const old = await this.lockOrganization(tx, actor.orgId);
      if (ENDED.includes(old.status)) return refuse<BankChangeRefusal>({ code: 'ORGANIZATION_ENDED' });
      if (old.bankBin === account.value.bankBin && old.accountNo === account.value.accountNo) {
        return refuse<BankChangeRefusal>({ code: 'SAME_ACCOUNT' });
      }
      const [open] = await tx.query(
        `select 1 from bank_account_change where org_id = $1 and status in ('WAITING', 'CONFIRMED')`,
        [actor.orgId],
      );
      if (open) return refuse<BankChangeRefusal>({ code: 'CHANGE_ALREADY_OPEN' });
      const hours = (await this.law.number(tx, 'BANK_CHANGE_HOLD_HOURS', tx.today)) ?? HOLD_HOURS;
      const id = newId();
      const change = { id, orgId: actor.orgId, ...account.value, holdsUntil: new Date(tx.now.getTime() + hours * HOUR_MS) };
      await tx.insert(BankAccountChange, {
        ...change,
        oldAccountNo: old.accountNo,
        oldBankName: old.bankName,
        reason,
        requestedBy: actor.userId,
        requestedAt: tx.now,
      });
      await this.note(tx, 'bank-account.request', change, { reason, holdsUntil: change.holdsUntil.toISOString() });
      await this.herald.requested(tx, change);
      return accept(id);
    });
  }

  async confirm(actor: Actor, { password, ...input }: BankChangeConfirm, caller: Caller): Promise<Result<string, Refusal>> {
    const visible = await this.uow.read(actor, (tx) =>
      tx.one<{ orgId: string; requestedBy: string }>(
        'select org_id as "orgId", requested_by as "requestedBy" from bank_account_change where id = $1',
        [idOf(input.id)],
      ),
    );
    mayReach(actor, 'bankAccount.confirm', visible.orgId);
    const eyes = secondPerson(visible.requestedBy, actor.userId);
    if (!eyes.ok) return eyes;
    const known = await this.stepUp.confirm(actor, password, caller);
    if (!known.ok) return known;
    return this.change(actor, 'confirm', 'bankAccount.confirm', input, async (tx, change) => {
      const confirmed = { ...change, status: 'CONFIRMED' as const };
      const patch = { confirmedBy: actor.userId, confirmedByOrgId: actor.orgId, confirmedAt: tx.now };
      await this.note(tx, 'bank-account.confirm', change, { onBehalf: actor.orgId !== change.orgId });
      if (bankChangeIsDue(confirmed, tx.now)) {
        await this.putInForce(tx, confirmed);
        return { ...patch, status: 'APPLIED', appliedAt: tx.now };
      }
      await this.herald.confirmed(tx, confirmed);
      await tx.tell('registry.bank-change-due', { changeId: change.id }, change.holdsUntil);
      return patch;
    });
  }

  cancel(actor: Actor, input: BankChangeCancel): Promise<Result<string, Refusal>> {
    return this.change(actor, 'cancel', 'bankAccount.cancel', input, async (tx, change) => {
      await this.note(tx, 'bank-account.cancel', change, {});
      await this.herald.cancelled(tx, change);
      return { cancelledBy: actor.userId, cancelledAt: tx.now };
    });
  }

  /** The hold of a confirmed change is over; running twice changes nothing. */
  @JobHandler('registry.bank-change-due')
  async onDue({ changeId }: { changeId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const { orgId } = await tx.one<{ orgId: string }>('select org_id as "orgId" from bank_account_change where id = $1', [
        changeId,
      ]);
      await this.lockOrganization(tx, orgId);
      const change = await tx.one<LockedChange>(LOCK, [changeId]);
      if (!bankChangeIsDue(change, tx.now)) return;
      await this.putInForce(tx, change);
      await tx.updateVersioned(BankAccountChange, change.id, change.version, { status: 'APPLIED', appliedAt: tx.now });
    });
  }

  private change(
    actor: Actor,
    action: BankChangeAction,
    policy: 'bankAccount.confirm' | 'bankAccount.cancel',
    input: BankChangeCancel,
    effect: (tx: Tx, change: LockedChange) => Promise<Partial<BankAccountChange>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: policy, clientKey: input.clientKey, input }, async (tx) => {
      const { orgId } = await tx.one<{ orgId: string }>('select org_id as "orgId" from bank_account_change where id = $1', [
        idOf(input.id),
      ]);
      mayReach(actor, policy, orgId);
      await this.lockOrganization(tx, orgId);
      const change = await tx.one<LockedChange>(LOCK, [idOf(input.id)]);
      if (change.version !== input.version) return versionConflict(change.version);
      const moved: Result<BankChangeState, Refusal> = nextState(BANK_CHANGE_TRANSITIONS, change.status, action);
      if (!moved.ok) return refuse<BankChangeRefusal>({ code: 'CHANGE_NOT_OPEN' });
      const patch = await effect(tx, change);
      await tx.updateVersioned(BankAccountChange, change.id, change.version, { status: moved.value, ...patch });
      return accept(change.id);
    });
  }

  /** The organization's row is locked before its change, by everybody, so that no two of them wait for each other. */
  private lockOrganization(tx: Tx, orgId: string): Promise<Paid> {
    return tx.one<Paid>(
      `select status, bank_bin as "bankBin", bank_name as "bankName", bank_account_no as "accountNo" from organization where id = $1 for update`,
      [orgId],
    );
  }

  private async putInForce(tx: Tx, change: LockedChange): Promise<void> {
    const { version } = await tx.one<{ version: number }>('select version from organization where id = $1', [change.orgId]);
    await tx.updateVersioned(Organization, change.orgId, version, {
      bankBin: change.bankBin,
      bankName: change.bankName,
      bankAccountNo: change.accountNo,
      bankAccountName: change.accountName,
    });
    await this.note(tx, 'bank-account.apply', change, {});
    await this.herald.applied(tx, change);
  }

  /** Numbers stand masked in the diary: the change's own row has them whole, behind its wall. */
  private note(
    tx: Tx,
    action: string,
    change: Pick<LockedChange, 'id' | 'orgId' | 'bankName' | 'accountNo'>,
    data: Record<string, unknown>,
  ) {
    return tx.audit(action, 'organization', change.orgId, { changeId: change.id, account: this.herald.label(change), ...data });
  }
}

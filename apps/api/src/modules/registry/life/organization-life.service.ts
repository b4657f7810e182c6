import { Injectable } from '@nestjs/common';
import {
  accept,
  gapsBeforeReview,
  needsReason,
  nextState,
  ORGANIZATION_TRANSITIONS,
  type OrganizationState,
  type PolicyAction,
  type Profile,
  type Refusal,
  refuse,
  type Result,
  secondPerson,
} from '@lienket/domain';
import { allows, assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { type Notice, sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import {
  organizationClosed,
  organizationRestored,
  organizationReturned,
  organizationSubmitted,
  organizationSuspended,
  organizationVerified,
} from '../organization-notices.js';
import { Organization } from '../organization.entity.js';
import type { LifeRefusal } from './life.messages.js';
import { POLICY_OF, type Step } from './life-steps.js';

export const VERIFICATION_METHODS = ['PAPERS', 'REGISTER_LOOKUP'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

export interface OrganizationStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
  readonly method?: VerificationMethod | null;
}

export interface LockedOrganization extends Profile {
  readonly id: string;
  readonly name: string;
  readonly status: OrganizationState;
  readonly statusBy: string | null;
  readonly isDemo: boolean;
  readonly version: number;
}

const NOTICE_OF = {
  verify: organizationVerified,
  return: organizationReturned,
  suspend: organizationSuspended,
  restore: organizationRestored,
  close: organizationClosed,
} as const satisfies Readonly<Record<Exclude<Step, 'submit'>, unknown>>;

const LONGEST_REASON = 500;

export const LOCK_ORGANIZATION = `select id, name, kind, status, status_by as "statusBy", tax_code as "taxCode", registration_no as "registrationNo",
  registered_on as "registeredOn", legal_representative as "legalRepresentative", member_count as "memberCount", charter_capital as "charterCapital",
  phone, email, commune_code as "communeCode", address, story, bank_account_no as "bankAccountNo", is_demo as "isDemo", version
  from organization where id = $1 for update`;

/** Draft, review, active life, suspension, end: who may take which step, and what everybody is told. */
@Injectable()
export class OrganizationLifeService {
  constructor(private readonly uow: UnitOfWork) {}

  step(actor: Actor, action: Step, input: OrganizationStep): Promise<Result<string, Refusal>> {
    const operation = `organization.${action}`;
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const organization = await tx.one<LockedOrganization>(LOCK_ORGANIZATION, [idOf(input.id)]);
      mayReach(actor, POLICY_OF[action], organization.id);
      if (organization.version !== input.version) return versionConflict(organization.version);
      const moved: Result<OrganizationState, Refusal> = nextState(ORGANIZATION_TRANSITIONS, organization.status, action);
      if (!moved.ok) return refuse<LifeRefusal>({ code: 'STEP_NOT_POSSIBLE', status: organization.status });
      const reason = tidyText(input.reason);
      const sound = await this.check(tx, actor, action, organization, reason);
      if (!sound.ok) return sound;
      await tx.updateVersioned(Organization, organization.id, organization.version, {
        status: moved.value,
        statusReason: needsReason(action) ? reason : null,
        statusAt: tx.now,
        statusBy: actor.userId,
        ...(action === 'verify'
          ? { verificationMethod: input.method ?? 'PAPERS', verifiedAt: tx.now, verifiedBy: actor.userId }
          : {}),
      });
      await tx.audit(operation, 'organization', organization.id, {
        ...(reason ? { reason } : {}),
        ...(action === 'verify' ? { method: input.method ?? 'PAPERS' } : {}),
        // An officer who sends it for a cooperative without a computer is named as such.
        ...(action === 'submit' && actor.orgId !== organization.id ? { onBehalf: true } : {}),
      });
      await this.tell(tx, action, organization, reason);
      return accept(organization.id);
    });
  }

  private async check(
    tx: Tx,
    actor: Actor,
    action: Step,
    organization: LockedOrganization,
    reason: string | null,
  ): Promise<Result<null, Refusal>> {
    if (needsReason(action) && !reason) return refuse<LifeRefusal>({ code: 'REASON_MISSING' });
    if ((reason?.length ?? 0) > LONGEST_REASON) return refuse<LifeRefusal>({ code: 'REASON_TOO_LONG', max: LONGEST_REASON });
    if (action === 'submit') {
      const missing = gapsBeforeReview(organization);
      if (missing.length > 0) return refuse<LifeRefusal>({ code: 'PROFILE_INCOMPLETE', missing });
    }
    if (action === 'verify') {
      const eyes = secondPerson(organization.statusBy ?? '', actor.userId);
      if (!eyes.ok) return eyes;
      const [taken] = await tx.query<{ name: string }>(
        `select name from organization where tax_code = $1 and id <> $2 and status in ('ACTIVE', 'SUSPENDED')`,
        [organization.taxCode, organization.id],
      );
      if (taken) return refuse<LifeRefusal>({ code: 'TAX_CODE_TAKEN', name: taken.name });
    }
    return accept(null);
  }

  private async tell(tx: Tx, action: Step, { id, name }: LockedOrganization, reason: string | null): Promise<void> {
    if (action === 'submit') {
      const alliances = await tx.query<{ id: string }>(
        `select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE'`,
      );
      for (const alliance of alliances) {
        await sendNotice(tx, organizationSubmitted, {
          orgId: alliance.id,
          facts: { orgId: id, name },
          key: `${id}-${tx.now.getTime()}`,
        });
      }
      return;
    }
    const notice = NOTICE_OF[action] as unknown as Notice<{ name: string; reason: string }>;
    await sendNotice(tx, notice, { orgId: id, facts: { name, reason: reason ?? '' }, key: `${id}-${tx.now.getTime()}` });
    await tx.tell('catalog.organization-changed', { orgId: id });
  }
}

/** Another organization's id is no id for a stranger; the wrong role in the right place is told so. */
export function mayReach(actor: Actor, action: PolicyAction, ownerOrgId: string): void {
  if (allows(actor, action, { ownerOrgId })) return;
  if (actor.orgId !== ownerOrgId && actor.orgKind !== 'ALLIANCE') throw new NotFoundError();
  assertMay(actor, action, { ownerOrgId });
}

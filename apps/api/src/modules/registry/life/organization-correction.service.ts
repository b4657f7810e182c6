import { Injectable } from '@nestjs/common';
import { accept, type Refusal, refuse, type Result } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { tidyText } from '../../../platform/text.js';
import { Organization } from '../organization.entity.js';
import { IDENTITY_FIELDS, identityPatch, type IdentityInput } from '../profile-columns.js';
import type { LifeRefusal } from './life.messages.js';
import { LOCK_ORGANIZATION, type LockedOrganization, mayReach } from './organization-life.service.js';

export interface OrganizationCorrect extends IdentityInput {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

const ENDED = ['CLOSED', 'MERGED'];

/** The Alliance puts right what stands on the papers; older documents keep what they were printed with. */
@Injectable()
export class OrganizationCorrectionService {
  constructor(private readonly uow: UnitOfWork) {}

  correct(actor: Actor, input: OrganizationCorrect): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'organizationCorrect', clientKey: input.clientKey, input }, async (tx) => {
      const organization = await tx.one<LockedOrganization>(LOCK_ORGANIZATION, [idOf(input.id)]);
      mayReach(actor, 'organization.verify', organization.id);
      if (organization.version !== input.version) return versionConflict(organization.version);
      if (ENDED.includes(organization.status)) {
        return refuse<LifeRefusal>({ code: 'STEP_NOT_POSSIBLE', status: organization.status });
      }
      const reason = tidyText(input.reason);
      if (!reason) return refuse<LifeRefusal>({ code: 'REASON_MISSING' });
      if (reason.length > 500) return refuse<LifeRefusal>({ code: 'REASON_TOO_LONG', max: 500 });
      const named = Object.fromEntries(
        IDENTITY_FIELDS.filter((field) => input[field] != null).map((field) => [field, input[field]]),
      );
      const patch = await identityPatch(named, organization.kind, tx.today);
      if (!patch.ok) return patch;
      if (patch.value.taxCode) {
        const [taken] = await tx.query<{ name: string }>(
          `select name from organization where tax_code = $1 and id <> $2 and status in ('ACTIVE', 'SUSPENDED')`,
          [patch.value.taxCode, organization.id],
        );
        if (taken) return refuse<LifeRefusal>({ code: 'TAX_CODE_TAKEN', name: taken.name });
      }
      await tx.updateVersioned(Organization, organization.id, organization.version, patch.value);
      await tx.audit('organization.correct', 'organization', organization.id, { reason, fields: Object.keys(patch.value) });
      await tx.tell('catalog.organization-changed', { orgId: organization.id });
      return accept(organization.id);
    });
  }
}

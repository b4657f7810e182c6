import { Injectable } from '@nestjs/common';
import {
  accept,
  type Actor as DomainActor,
  may,
  type OrganizationKind,
  type OrganizationState,
  type Refusal,
  refuse,
  type Result,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { Organization } from './organization.entity.js';
import { IDENTITY_FIELDS, identityPatch, type IdentityInput, type ProfileInput, profilePatch } from './profile-columns.js';
import type { OrganizationRefusal } from './registry.messages.js';

export interface OrganizationUpdate extends ProfileInput, IdentityInput {
  readonly clientKey: string;
  readonly version: number;
}

type Locked = Pick<Organization, (typeof IDENTITY_FIELDS)[number] | 'version'> & {
  readonly kind: OrganizationKind;
  readonly status: OrganizationState;
};

const ENDED: readonly OrganizationState[] = ['CLOSED', 'MERGED'];

@Injectable()
export class OrganizationService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Changes what the acting organization says about itself; a field left out stays, an empty one is cleared. */
  update(actor: Actor, input: OrganizationUpdate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'organizationUpdate', clientKey: input.clientKey, input }, async (tx) => {
      const organization = await tx.one<Locked>(
        `select kind, status, name, short_name as "shortName", tax_code as "taxCode", registration_no as "registrationNo",
           registered_on as "registeredOn", legal_representative as "legalRepresentative", version
         from organization where id = $1 for update`,
        [actor.orgId],
      );
      if (!may(actor as DomainActor, 'organization.edit', { ownerOrgId: actor.orgId })) throw new ForbiddenError();
      if (organization.version !== input.version) return versionConflict(organization.version);
      if (ENDED.includes(organization.status)) return refuse<OrganizationRefusal>({ code: 'PROFILE_ENDED' });
      const profile = await profilePatch(tx, input);
      if (!profile.ok) return profile;
      const identity = await identityPatch(input, organization.kind, tx.today);
      if (!identity.ok) return identity;
      const open = onlyOpenFields(organization, identity.value);
      if (!open.ok) return open;
      const patch = { ...profile.value, ...open.value };
      await tx.updateVersioned(Organization, actor.orgId, organization.version, patch);
      await tx.audit('organization.update', 'organization', actor.orgId, { ...patch });
      if (patch.name || patch.shortName || patch.communeCode)
        await tx.tell('catalog.organization-changed', { orgId: actor.orgId });
      return accept(actor.orgId);
    });
  }
}

type Papers = Pick<Organization, (typeof IDENTITY_FIELDS)[number]> & { readonly status: OrganizationState };

/** A draft is all its people's own; later they may still tell what stands empty, because nobody can have compared it. */
export const openFieldsOf = (papers: Papers): (typeof IDENTITY_FIELDS)[number][] =>
  papers.status === 'DRAFT'
    ? [...IDENTITY_FIELDS]
    : IDENTITY_FIELDS.filter((field) => papers[field] === null && !ENDED.includes(papers.status));

function onlyOpenFields(organization: Locked, patch: Partial<Organization>): Result<Partial<Organization>, OrganizationRefusal> {
  const open = openFieldsOf(organization);
  const changed = IDENTITY_FIELDS.filter((field) => field in patch && patch[field] !== organization[field]);
  return changed.every((field) => open.includes(field))
    ? accept(Object.fromEntries(changed.map((field) => [field, patch[field]])))
    : refuse({ code: 'IDENTITY_COMPARED' });
}

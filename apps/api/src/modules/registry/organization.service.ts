import { Injectable } from '@nestjs/common';
import { accept, may, normalizePhone, type Actor as DomainActor, type Refusal, type Result, refuse } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import { Location } from './location.entity.js';
import { Organization } from './organization.entity.js';
import type { OrganizationRefusal } from './registry.messages.js';

export interface OrganizationUpdate {
  readonly clientKey: string;
  readonly version: number;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly story?: string | null;
  readonly legalRepresentative?: string | null;
  readonly memberCount?: number | null;
}

export interface LocationAdd {
  readonly clientKey: string;
  readonly kind: string;
  readonly code?: string | null;
  readonly name: string;
  readonly address: string;
  readonly communeCode?: string | null;
}

type Patch = Partial<Pick<Organization, 'phone' | 'address' | 'story' | 'legalRepresentative' | 'memberCount'>>;

const LOCATION_KINDS = ['FARM', 'WAREHOUSE', 'DC', 'STORE', 'OFFICE'];
const LONGEST_ADDRESS = 300;

@Injectable()
export class OrganizationService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Changes what the acting organization says about itself; a field left out stays, an empty one is cleared. */
  update(actor: Actor, input: OrganizationUpdate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'organizationUpdate', clientKey: input.clientKey, input }, async (tx) => {
      const { version } = await tx.one<{ version: number }>('select version from organization where id = $1 for update', [
        actor.orgId,
      ]);
      this.mayEdit(actor);
      if (version !== input.version) return versionConflict(version);
      const patch = patchOf(input);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Organization, actor.orgId, version, patch.value);
      await tx.audit('organization.update', 'organization', actor.orgId, { ...patch.value });
      return accept(actor.orgId);
    });
  }

  addLocation(actor: Actor, input: LocationAdd): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'locationAdd', clientKey: input.clientKey, input }, async (tx) => {
      this.mayEdit(actor);
      const location = await locationOf(tx, input);
      if (!location.ok) return location;
      const id = newId();
      await tx.insert(Location, { id, orgId: actor.orgId, ...location.value });
      await tx.audit('location.add', 'location', id, location.value);
      return accept(id);
    });
  }

  private mayEdit(actor: Actor): void {
    if (!may(actor as DomainActor, 'organization.edit', { ownerOrgId: actor.orgId })) throw new ForbiddenError();
  }
}

function patchOf(input: OrganizationUpdate): Result<Patch, OrganizationRefusal> {
  const patch: Patch = {};
  if (input.phone !== undefined) {
    const text = tidyLine(input.phone);
    const phone = text === null ? accept(null) : normalizePhone(text);
    if (!phone.ok) return phone;
    patch.phone = phone.value;
  }
  if (input.address !== undefined) {
    patch.address = tidyLine(input.address);
    if ((patch.address?.length ?? 0) > LONGEST_ADDRESS) return refuse({ code: 'ADDRESS_TOO_LONG' });
  }
  if (input.story !== undefined) {
    patch.story = tidyText(input.story);
    if ((patch.story?.length ?? 0) > 2000) return refuse({ code: 'STORY_TOO_LONG' });
  }
  if (input.legalRepresentative !== undefined) {
    patch.legalRepresentative = tidyLine(input.legalRepresentative);
    if ((patch.legalRepresentative?.length ?? 0) > 200) return refuse({ code: 'REPRESENTATIVE_TOO_LONG' });
  }
  if (input.memberCount !== undefined) {
    const count = input.memberCount;
    if (count !== null && (count < 0 || count > 1_000_000)) return refuse({ code: 'MEMBER_COUNT_NOT_VALID' });
    patch.memberCount = count;
  }
  return accept(patch);
}

async function locationOf(tx: Tx, input: LocationAdd) {
  const name = tidyLine(input.name);
  const address = tidyLine(input.address);
  const code = tidyLine(input.code);
  const communeCode = input.communeCode ?? null;
  if (!LOCATION_KINDS.includes(input.kind)) return refuse({ code: 'LOCATION_KIND_UNKNOWN' });
  if (!name || name.length > 200) return refuse({ code: 'LOCATION_NAME_MISSING' });
  if (!address || address.length > LONGEST_ADDRESS) return refuse({ code: 'LOCATION_ADDRESS_MISSING' });
  if ((code?.length ?? 0) > 50) return refuse({ code: 'LOCATION_CODE_TOO_LONG' });
  if (communeCode !== null) {
    const known = await tx.query(`select 1 from administrative_unit where code = $1 and level = 'COMMUNE'`, [communeCode]);
    if (known.length === 0) return refuse({ code: 'COMMUNE_UNKNOWN' });
  }
  return accept({ kind: input.kind, name, address, code, communeCode });
}

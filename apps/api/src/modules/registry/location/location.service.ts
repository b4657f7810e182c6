import { Injectable } from '@nestjs/common';
import { accept, normalizePhone, type Refusal, refuse, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine } from '../../../platform/text.js';
import { Location } from '../location.entity.js';
import { readCommune } from '../profile-columns.js';
import type { LocationRefusal } from './location.messages.js';

export interface LocationSheet {
  readonly kind: string;
  readonly code?: string | null;
  readonly name: string;
  readonly address: string;
  readonly communeCode?: string | null;
  readonly bannerName?: string | null;
  readonly openingHours?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
}

export interface LocationAdd extends LocationSheet {
  readonly clientKey: string;
}

export interface LocationUpdate extends LocationSheet {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

export interface LocationStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

export const LOCATION_KINDS = ['FARM', 'WAREHOUSE', 'PACKING_HOUSE', 'DC', 'STORE', 'OFFICE'];

type Columns = Pick<
  Location,
  'kind' | 'name' | 'address' | 'code' | 'communeCode' | 'bannerName' | 'openingHours' | 'contactName' | 'contactPhone'
>;

/** Places of the acting organization. A document that names one keeps it for good, so a place is put out of use, never deleted. */
@Injectable()
export class LocationService {
  constructor(private readonly uow: UnitOfWork) {}

  add(actor: Actor, input: LocationAdd): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'locationAdd', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'organization.edit', { ownerOrgId: actor.orgId });
      const columns = await columnsOf(tx, input);
      if (!columns.ok) return columns;
      const id = newId();
      await tx.insert(Location, { id, orgId: actor.orgId, ...columns.value });
      await tx.audit('location.add', 'location', id, { ...columns.value });
      return accept(id);
    });
  }

  update(actor: Actor, input: LocationUpdate): Promise<Result<string, Refusal>> {
    return this.change(actor, 'location.update', input, (tx) => columnsOf(tx, input));
  }

  deactivate(actor: Actor, input: LocationStep): Promise<Result<string, Refusal>> {
    return this.change(actor, 'location.deactivate', input, async (tx) => accept({ deactivatedAt: tx.now }));
  }

  reactivate(actor: Actor, input: LocationStep): Promise<Result<string, Refusal>> {
    return this.change(actor, 'location.reactivate', input, async () => accept({ deactivatedAt: null }));
  }

  private change(
    actor: Actor,
    operation: string,
    input: LocationStep,
    patchOf: (tx: Tx) => Promise<Result<Partial<Location>, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const place = await tx.one<{ id: string; version: number }>(
        'select id, version from location where id = $1 and org_id = $2 for update',
        [idOf(input.id), actor.orgId],
      );
      assertMay(actor, 'organization.edit', { ownerOrgId: actor.orgId });
      if (place.version !== input.version) return versionConflict(place.version);
      const patch = await patchOf(tx);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Location, place.id, place.version, patch.value);
      await tx.audit(operation, 'location', place.id, { ...patch.value });
      return accept(place.id);
    });
  }
}

async function columnsOf(tx: Tx, input: LocationSheet): Promise<Result<Columns, Refusal>> {
  const name = tidyLine(input.name);
  const address = tidyLine(input.address);
  const code = tidyLine(input.code);
  const bannerName = tidyLine(input.bannerName);
  const openingHours = tidyLine(input.openingHours);
  const contactName = tidyLine(input.contactName);
  const phone = tidyLine(input.contactPhone);
  if (!LOCATION_KINDS.includes(input.kind)) return no({ code: 'LOCATION_KIND_UNKNOWN' });
  if (!name || name.length > 200) return no({ code: 'LOCATION_NAME_MISSING' });
  if (!address || address.length > 300) return no({ code: 'LOCATION_ADDRESS_MISSING' });
  if ((code?.length ?? 0) > 50) return no({ code: 'LOCATION_CODE_TOO_LONG' });
  if ((bannerName?.length ?? 0) > 100) return no({ code: 'BANNER_TOO_LONG' });
  if (bannerName && input.kind !== 'STORE') return no({ code: 'BANNER_ONLY_FOR_STORES' });
  if ((openingHours?.length ?? 0) > 200) return no({ code: 'HOURS_TOO_LONG' });
  if ((contactName?.length ?? 0) > 200) return no({ code: 'CONTACT_NAME_TOO_LONG' });
  const contactPhone = phone === null ? accept(null) : normalizePhone(phone);
  if (!contactPhone.ok) return no({ code: 'CONTACT_PHONE_NOT_VALID', text: phone! });
  const commune = await readCommune(tx, input.communeCode ?? null);
  if (!commune.ok) return no({ code: 'COMMUNE_UNKNOWN' });
  return accept({
    kind: input.kind,
    name,
    address,
    code,
    communeCode: commune.value.communeCode ?? null,
    bannerName,
    openingHours,
    contactName,
    contactPhone: contactPhone.value,
  });
}

const no = (refusal: LocationRefusal) => refuse<LocationRefusal>(refusal);

import { accept, normalizeEmail, normalizePhone, type OrganizationKind, refuse, type Result, taxCodeKind } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import type { Organization } from './organization.entity.js';
import type { OrganizationRefusal } from './registry.messages.js';

/** What an organization's own people may always change. */
export interface ProfileInput {
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly website?: string | null;
  readonly address?: string | null;
  readonly communeCode?: string | null;
  readonly story?: string | null;
  readonly memberCount?: number | null;
  readonly charterCapital?: bigint | null;
}

/** What stands on the certificate of registration: compared with the paper, then changed by the Alliance only. */
export interface IdentityInput {
  readonly name?: string | null;
  readonly shortName?: string | null;
  readonly taxCode?: string | null;
  readonly registrationNo?: string | null;
  readonly registeredOn?: string | null;
  readonly legalRepresentative?: string | null;
}

export const IDENTITY_FIELDS = [
  'name',
  'shortName',
  'taxCode',
  'registrationNo',
  'registeredOn',
  'legalRepresentative',
] as const satisfies readonly (keyof IdentityInput)[];

type Patch = Partial<Organization>;
type Read = Result<Patch, OrganizationRefusal>;

const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 300;
const LONGEST_STORY = 2000;
const MOST_MEMBERS = 1_000_000;
const MOST_CAPITAL = 10n ** 15n;

/** Reads each named field; the first refusal ends the reading. */
async function readAll<I extends object>(
  input: I,
  readers: { readonly [K in keyof I]?: (value: NonNullable<I[K]> | null) => Read | Promise<Read> },
): Promise<Read> {
  const patch: Patch = {};
  for (const field of Object.keys(readers) as (keyof I)[]) {
    if (input[field] === undefined) continue;
    const read = await readers[field]!((input[field] ?? null) as never);
    if (!read.ok) return read;
    Object.assign(patch, read.value);
  }
  return accept(patch);
}

/** A field left out stays, an empty one is cleared. */
export const profilePatch = (tx: Tx, input: ProfileInput): Promise<Read> =>
  readAll<ProfileInput>(input, {
    phone: (value) => optional(value, normalizePhone, (phone) => ({ phone })),
    email: (value) => optional(value, normalizeEmail, (email) => ({ email })),
    website: readWebsite,
    address: (value) => line(value, LONGEST_ADDRESS, 'ADDRESS_TOO_LONG', (address) => ({ address })),
    communeCode: (value) => readCommune(tx, value),
    story: (value) => {
      const story = tidyText(value);
      return (story?.length ?? 0) > LONGEST_STORY ? refuse({ code: 'STORY_TOO_LONG' }) : accept({ story });
    },
    memberCount: (value) =>
      value !== null && (value < 0 || value > MOST_MEMBERS)
        ? refuse({ code: 'MEMBER_COUNT_NOT_VALID' })
        : accept({ memberCount: value }),
    charterCapital: (value) =>
      value !== null && (value < 0n || value > MOST_CAPITAL)
        ? refuse({ code: 'CAPITAL_NOT_VALID' })
        : accept({ charterCapital: value }),
  });

export const identityPatch = (input: IdentityInput, kind: OrganizationKind, today: string): Promise<Read> =>
  readAll<IdentityInput>(input, {
    name: (value) => {
      const name = tidyLine(value);
      return name && name.length <= LONGEST_NAME ? accept({ name }) : refuse({ code: 'NAME_MISSING' });
    },
    shortName: (value) => {
      const shortName = tidyLine(value);
      return shortName && shortName.length <= LONGEST_NAME ? accept({ shortName }) : refuse({ code: 'SHORT_NAME_MISSING' });
    },
    taxCode: (value) => readTaxCode(value, kind),
    registrationNo: (value) => line(value, 50, 'REGISTRATION_NO_TOO_LONG', (registrationNo) => ({ registrationNo })),
    registeredOn: (value) =>
      value && value > today ? refuse({ code: 'REGISTERED_IN_FUTURE' }) : accept({ registeredOn: value }),
    legalRepresentative: (value) =>
      line(value, LONGEST_NAME, 'REPRESENTATIVE_TOO_LONG', (legalRepresentative) => ({ legalRepresentative })),
  });

/** A household's number is a person's twelve digits (or its older ten); a legal person's has ten, a branch thirteen. */
export function readTaxCode(text: string | null, kind: OrganizationKind): Read {
  const taxCode = text?.replace(/\s/g, '') || null;
  if (taxCode === null) return accept({ taxCode });
  const found = taxCodeKind(taxCode);
  if (kind === 'HOUSEHOLD_BUSINESS') {
    return found === 'PERSONAL' || found === 'ORGANIZATION' ? accept({ taxCode }) : refuse({ code: 'HOUSEHOLD_CODE_NOT_VALID' });
  }
  return found === 'ORGANIZATION' || found === 'BRANCH' ? accept({ taxCode }) : refuse({ code: 'TAX_CODE_NOT_VALID' });
}

export async function readCommune(tx: Tx, code: string | null): Promise<Read> {
  if (code === null || code === '') return accept({ communeCode: null });
  const known = await tx.query(
    `select 1 from administrative_unit where code = $1 and level = 'COMMUNE' and (valid_to is null or valid_to >= $2)`,
    [code, tx.today],
  );
  return known.length > 0 ? accept({ communeCode: code }) : refuse({ code: 'COMMUNE_UNKNOWN' });
}

function readWebsite(text: string | null): Read {
  const typed = tidyLine(text);
  if (typed === null) return accept({ website: null });
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const sound =
    address.length <= 200 && /^https?:\/\/[^\s/@:?#]+\.[^\s/@:?#.]{2,}([/?#]\S*)?$/i.test(address) && URL.canParse(address);
  return sound ? accept({ website: address }) : refuse({ code: 'WEBSITE_NOT_VALID' });
}

function optional(
  text: string | null,
  normalize: (text: string) => Result<string, OrganizationRefusal>,
  patchOf: (value: string | null) => Patch,
): Read {
  const typed = tidyLine(text);
  if (typed === null) return accept(patchOf(null));
  const normal = normalize(typed);
  return normal.ok ? accept(patchOf(normal.value)) : normal;
}

function line(
  text: string | null,
  longest: number,
  code: 'ADDRESS_TOO_LONG' | 'REPRESENTATIVE_TOO_LONG' | 'REGISTRATION_NO_TOO_LONG',
  patchOf: (value: string | null) => Patch,
): Read {
  const value = tidyLine(text);
  return (value?.length ?? 0) > longest ? refuse({ code }) : accept(patchOf(value));
}

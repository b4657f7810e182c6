import { foldVietnamese } from '../shared/text.js';

/** Two names at least this alike may be one body; a person says whether they are. */
export const ALIKE = 0.92;
/** Below this a shared number is doubted: it may be a slip of the pen that happens to be another body's. */
const STRANGERS = 0.7;

const LEGAL_FORM =
  /^((lien hiep )?hop tac xa|(lien hiep )?htx|to hop tac|tht|ho kinh doanh|hkd|cong ty (tnhh|co phan|cp)( (mtv|mot thanh vien))?|doanh nghiep tu nhan) /;

/** A name without its legal form, as two registrations of one body are compared: "HTX Núi đá" and "Hợp tác xã Núi Đá" are both "nui da". */
export const organizationNameKey = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(LEGAL_FORM, '');

/**
 * How alike two names are, from 0 to 1, by Jaro and Winkler's measure on their keys (the usual one for joining registers).
 * Numbers must agree: "Núi Đá 01" and "Núi Đá 02" are two bodies however alike they look.
 */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [organizationNameKey(one), organizationNameKey(other)];
  const numbers = (key: string) => (key.match(/\d+/g) ?? []).map(Number).join(' ');
  const likeness = jaroWinkler(a, b);
  return numbers(a) === numbers(b) ? likeness : Math.min(likeness, ALIKE - 0.01);
}

function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (!a.length || !b.length) return 0;
  // Always from the shorter to the longer, so that the order of the two does not matter.
  const [short, long] = a.length < b.length || (a.length === b.length && a < b) ? [a, b] : [b, a];
  const reach = Math.max(Math.floor(long.length / 2) - 1, 0);
  const taken = new Array<boolean>(long.length).fill(false);
  const inShort: string[] = [];
  for (let i = 0; i < short.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(long.length, i + reach + 1); j += 1) {
      if (taken[j] || short[i] !== long[j]) continue;
      taken[j] = true;
      inShort.push(short[i]!);
      break;
    }
  }
  if (inShort.length === 0) return 0;
  const inLong = [...long].filter((_, j) => taken[j]);
  const halfTurns = inShort.filter((letter, i) => letter !== inLong[i]).length;
  const m = inShort.length;
  const jaro = (m / short.length + m / long.length + (m - halfTurns / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && short[prefix] !== undefined && short[prefix] === long[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

export const MATCH_BASES = ['EARLIER', 'TAX_CODE', 'REGISTRATION_NO', 'NAME', 'NONE'] as const;
export type MatchBasis = (typeof MATCH_BASES)[number];

export interface RegisterParty {
  readonly name: string;
  readonly taxCode: string | null;
  readonly registrationNo: string | null;
}

export interface KnownOrganization extends RegisterParty {
  readonly id: string;
  readonly shortName: string;
}

export interface MatchCandidate {
  readonly orgId: string;
  /** 0 to 1, three decimals. */
  readonly score: number;
}

export interface OrganizationMatch {
  readonly basis: MatchBasis;
  /** The organization this surely is; null: a new one, or a person must say. */
  readonly orgId: string | null;
  /** True where a person must confirm one of the candidates, or say that it is a new body. */
  readonly isDoubtful: boolean;
  readonly candidates: readonly MatchCandidate[];
}

const MOST_CANDIDATES = 5;
const bare = (number: string | null): string | null => number?.replace(/[\s.-]/g, '').toUpperCase() || null;

/**
 * Which known organization a party of a register is: by the same party of an earlier register, by tax code, by registration number,
 * else by its name. Numbers decide alone unless the names are strangers; a name never decides alone.
 */
export function matchOrganization(
  party: RegisterParty,
  known: readonly KnownOrganization[],
  earlierOrgId: string | null = null,
): OrganizationMatch {
  const scoreOf = (org: KnownOrganization): number =>
    Math.round(Math.max(nameLikeness(party.name, org.name), nameLikeness(party.name, org.shortName)) * 1000) / 1000;
  const sameTax = (org: KnownOrganization) => bare(party.taxCode) !== null && bare(org.taxCode) === bare(party.taxCode);
  const contradicts = (org: KnownOrganization) => Boolean(party.taxCode && org.taxCode) && !sameTax(org);
  const by = (basis: MatchBasis, org: KnownOrganization, isSure: boolean): OrganizationMatch => ({
    basis,
    orgId: isSure ? org.id : null,
    isDoubtful: !isSure,
    candidates: [{ orgId: org.id, score: scoreOf(org) }],
  });
  const earlier = known.find(({ id }) => id === earlierOrgId);
  if (earlier && !contradicts(earlier)) return by('EARLIER', earlier, scoreOf(earlier) >= ALIKE || sameTax(earlier));
  const taxed = known.find(sameTax);
  if (taxed) return by('TAX_CODE', taxed, scoreOf(taxed) >= STRANGERS);
  const registered = known.find(
    (org) => bare(party.registrationNo) !== null && bare(org.registrationNo) === bare(party.registrationNo) && !contradicts(org),
  );
  if (registered) return by('REGISTRATION_NO', registered, scoreOf(registered) >= STRANGERS);
  const candidates = known
    .map((org) => ({ orgId: org.id, score: scoreOf(org) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.orgId < b.orgId ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
  return { basis: candidates.length ? 'NAME' : 'NONE', orgId: null, isDoubtful: candidates.length > 0, candidates };
}

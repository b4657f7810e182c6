import { readFileSync } from 'node:fs';
import { foldVietnamese, type OrganizationKind, type Role, taxCodeIsValid } from '@lienket/domain';
import { Membership, User } from '../../../modules/identity/index.js';
import { LocationRecord, Organization } from '../../../modules/registry/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

export interface DemoCooperative {
  readonly id: string;
  readonly slug: string;
  readonly districtCode: string;
  /** Kinds of goods (subgroups of the OCOP list) it sells. */
  readonly takes: readonly string[];
}

export interface DemoPerson {
  readonly userId: string;
  readonly role: Role;
  readonly name: string;
  readonly organization: string;
  readonly login: string;
}

interface Source {
  readonly cooperatives: readonly (Omit<DemoCooperative, 'id'> & {
    readonly name: string;
    readonly kind: OrganizationKind;
    readonly communeCode: string;
    readonly memberCount: number | null;
    readonly story: string;
  })[];
  readonly partners: readonly {
    readonly slug: string;
    readonly name: string;
    readonly shortName: string;
    readonly kind: OrganizationKind;
    readonly communeCode: string;
    readonly story: string;
    readonly locations: readonly [kind: string, code: string, name: string, address: string][];
  }[];
  readonly people: readonly {
    readonly organization: string;
    readonly fullName: string;
    readonly role: Role;
    readonly email: string;
  }[];
}

const source: Source = JSON.parse(readFileSync(new URL('../data/demo-organizations.json', import.meta.url), 'utf8'));

/** Serials from 9.000.001 of the province's prefix are far above what is issued; some have no check digit and do not exist. */
function* demoTaxCodes(): Generator<string> {
  for (let serial = 9_000_001; ; serial += 1) {
    const code = Array.from({ length: 10 }, (_, check) => `49${serial}${check}`).find(taxCodeIsValid);
    if (code) yield code;
  }
}

/** 0900 000 0xx: a range without subscribers. */
const demoPhone = (number: number): string => `+84900000${String(number).padStart(3, '0')}`;

/** A bank number that NAPAS has not given to any bank: a bank app reads the code and refuses it, so nobody pays a stranger. */
const DEMO_BANK = { bankBin: '970499', bankName: 'Ngân hàng Mẫu' };

const bankOf = (name: string, number: number) => ({
  ...DEMO_BANK,
  bankAccountNo: `0009990${String(number).padStart(5, '0')}`,
  bankAccountName: foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .toUpperCase(),
});

/** Fictional sellers, buyers and a bank in real communes, each marked as demo data in name and column. */
export async function loadDemoOrganizations(tx: Tx): Promise<DemoCooperative[]> {
  const taxCodes = demoTaxCodes();
  const communes = new Map(
    (await tx.query<{ code: string; name: string }>(`select code, name from administrative_unit where level = 'COMMUNE'`)).map(
      ({ code, name }) => [code, name.toLowerCase().startsWith('xã') ? `x${name.slice(1)}` : `p${name.slice(1)}`],
    ),
  );
  const sellers = source.cooperatives.map(({ takes: _, districtCode, ...cooperative }, index) => ({
    id: newId(),
    ...cooperative,
    shortName: cooperative.name,
    // A household's number is a person's: twelve digits of a birth province that does not exist.
    taxCode: cooperative.kind === 'HOUSEHOLD_BUSINESS' ? `000990000${100 + index}` : taxCodes.next().value!,
    legacyDistrictCode: districtCode,
    address: `Thôn Mẫu ${index + 1}, ${communes.get(cooperative.communeCode)}, tỉnh Lạng Sơn`,
    phone: demoPhone(100 + index),
    ...bankOf(cooperative.name, 100 + index),
    isDemo: true,
  }));
  const partners = source.partners.map(({ locations: _, ...partner }, index) => ({
    id: newId(),
    ...partner,
    taxCode: taxCodes.next().value!,
    address: `Phố Mẫu ${index + 1}, ${communes.get(partner.communeCode)}, tỉnh Lạng Sơn`,
    phone: demoPhone(200 + index),
    ...bankOf(partner.shortName, 200 + index),
    isDemo: true,
  }));
  await tx.insert(Organization, [...sellers, ...partners]);
  await tx.insert(LocationRecord, [
    ...sellers.map((seller) => ({
      id: newId(),
      orgId: seller.id,
      kind: 'WAREHOUSE',
      name: `Kho của ${seller.name}`,
      address: seller.address,
      communeCode: seller.communeCode,
    })),
    ...source.partners.flatMap(({ locations }, index) =>
      locations.map(([kind, code, name, address]) => ({ id: newId(), orgId: partners[index]!.id, kind, code, name, address })),
    ),
  ]);
  return source.cooperatives.map(({ slug, districtCode, takes }, index) => ({
    id: sellers[index]!.id,
    slug,
    districtCode,
    takes,
  }));
}

/** People of three cooperatives, two buyers and the Alliance, all with one password. */
export async function loadDemoPeople(
  tx: Tx,
  password: string,
  hash: (password: string) => Promise<string>,
): Promise<readonly DemoPerson[]> {
  const organizations = new Map(
    (
      await tx.query<{ id: string; slug: string; shortName: string }>(
        'select id, slug, short_name as "shortName" from organization where slug = any($1)',
        [source.people.map(({ organization }) => organization)],
      )
    ).map((row) => [row.slug, row]),
  );
  const users = await Promise.all(
    source.people.map(async ({ fullName, email }, index) => ({
      id: newId(),
      email,
      phone: demoPhone(300 + index),
      fullName,
      passwordHash: await hash(password),
      locale: 'vi',
      isDemo: true,
    })),
  );
  await tx.insert(User, users);
  await tx.insert(
    Membership,
    source.people.map(({ organization, role }, index) => ({
      id: newId(),
      userId: users[index]!.id,
      orgId: organizations.get(organization)!.id,
      roles: [role],
    })),
  );
  return source.people.map(({ organization, role, fullName, email }, index) => ({
    userId: users[index]!.id,
    role,
    name: fullName,
    organization: organizations.get(organization)!.shortName,
    login: email,
  }));
}

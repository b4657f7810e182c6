import { Injectable } from '@nestjs/common';
import {
  gapsBeforeReview,
  type LocalDate,
  localDateOf,
  type OrganizationKind,
  type OrganizationState,
  profileGaps,
  type ProfileField,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { pageSize } from '../../platform/graphql/keyset.js';
import {
  certificatesForInsider,
  type CertificateRow,
  certificatesForPublic,
  certificateSql,
  type CertificateView,
} from './certificate.view.js';
import { availableSteps, type PersonView } from './life/organization-file.queries.js';
import { publicTaxCode, shownPhone } from './organization-masks.js';
import { type OrganizationRefView, organizationRefSql } from './organization-ref.js';
import { openFieldsOf } from './organization.service.js';
import { likePatterns } from './search-words.js';

export interface SuccessionView {
  readonly organization: OrganizationRefView;
  readonly since: LocalDate;
  readonly source: string;
}

export interface OrganizationPageView extends OrganizationRefView {
  readonly taxCode: string | null;
  readonly communeName: string | null;
  readonly districtName: string | null;
  readonly address: string | null;
  readonly memberCount: number | null;
  readonly story: string | null;
  readonly sourceNote: string | null;
  readonly successorName: string | null;
  readonly successors: SuccessionView[];
  readonly predecessors: SuccessionView[];
  readonly mergedInto: OrganizationRefView | null;
  readonly validTo: LocalDate | null;
  readonly isVerified: boolean;
  readonly verifiedOn: LocalDate | null;
  readonly registrationNo: string | null;
  readonly registeredOn: LocalDate | null;
  readonly legalRepresentative: string | null;
  readonly charterCapital: bigint | null;
  readonly website: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly certificates: CertificateView[];
}

export interface LocationView {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly address: string;
  readonly communeCode?: string | null;
  readonly bannerName?: string | null;
  readonly openingHours?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly deactivatedAt?: Date | null;
  readonly version?: number;
}

export interface MyOrganizationView {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganizationKind;
  readonly taxCode: string | null;
  readonly status: OrganizationState;
  readonly statusReason: string | null;
  readonly statusAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly verificationMethod: string | null;
  readonly mergedInto: OrganizationRefView | null;
  readonly gaps: ProfileField[];
  readonly gapsBeforeReview: ProfileField[];
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
  readonly openFields: string[];
  readonly people: PersonView[];
  readonly registrationNo: string | null;
  readonly registeredOn: LocalDate | null;
  readonly charterCapital: bigint | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly legalRepresentative: string | null;
  readonly communeCode: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly story: string | null;
  readonly memberCount: number | null;
  readonly bankBin: string | null;
  readonly bankName: string | null;
  readonly bankAccountNo: string | null;
  readonly bankAccountName: string | null;
  readonly bankHoldHours: number;
  readonly locations: LocationView[];
  readonly certificates: CertificateView[];
  readonly version: number;
}

export interface AdministrativeUnitView {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly shortName: string;
  readonly formerDistrictCode: string | null;
  readonly validTo: LocalDate | null;
}

const LEVELS = ['PROVINCE', 'DISTRICT', 'COMMUNE'];
const LOCATION = `json_build_object('id', l.id, 'kind', l.kind, 'code', l.code, 'name', l.name, 'address', l.address, 'communeCode', l.commune_code,
  'bannerName', l.banner_name, 'openingHours', l.opening_hours, 'contactName', l.contact_name, 'contactPhone', l.contact_phone,
  'deactivatedAt', l.deactivated_at, 'version', l.version)`;
const SUCCESSIONS = (own: string, other: string) =>
  `coalesce((select json_agg(json_build_object('organization', ${organizationRefSql('s')}, 'since', c.since, 'source', c.source) order by c.since, s.name)
     from organization_succession c join organization s on s.id = c.${other} where c.${own} = o.id), '[]')`;
const CERTIFICATES = (where: string) =>
  `coalesce((select json_agg(${certificateSql('c')} order by c.issued_on desc, c.id) from certificate c where c.org_id = o.id ${where}), '[]')`;

@Injectable()
export class OrganizationQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor | null, slug: string): Promise<OrganizationPageView | null> {
    type Row = Omit<OrganizationPageView, 'certificates' | 'charterCapital' | 'isVerified' | 'verifiedOn'> & {
      certificates: CertificateRow[];
      charterCapital: bigint | null;
      verifiedAt: Date | null;
    };
    const [row] = await this.pool.rows<Row>(
      'organization-page',
      `select o.id, o.slug, o.name, o.short_name as "shortName", o.kind, o.is_demo as "isDemo", o.tax_code as "taxCode",
         u.name as "communeName", d.name as "districtName", o.address, o.member_count as "memberCount", o.story,
         o.source_note as "sourceNote", o.valid_to as "validTo", o.verified_at as "verifiedAt", o.registration_no as "registrationNo",
         o.registered_on as "registeredOn", o.legal_representative as "legalRepresentative", o.charter_capital as "charterCapital",
         o.website, o.phone, o.email,
         (select string_agg(s.name, ', ' order by s.name) from organization_succession c join organization s on s.id = c.successor_id
           where c.predecessor_id = o.id) as "successorName",
         ${SUCCESSIONS('predecessor_id', 'successor_id')} as successors, ${SUCCESSIONS('successor_id', 'predecessor_id')} as predecessors,
         (select ${organizationRefSql('s')} from organization s where s.id = o.merged_into_id) as "mergedInto",
         ${CERTIFICATES(`and c.status = 'VERIFIED'`)} as certificates
       from organization o
       left join administrative_unit u on u.code = o.commune_code
       left join administrative_unit d on d.code = coalesce(o.legacy_district_code, u.former_district_code)
       where o.slug = $1 and o.status in ('ACTIVE', 'CLOSED', 'MERGED')`,
      [slug],
    );
    if (!row) return null;
    const { verifiedAt, ...page } = row;
    return {
      ...page,
      taxCode: publicTaxCode(row.taxCode, row.kind),
      // A household's registration number repeats its owner's personal number.
      registrationNo: publicTaxCode(row.registrationNo, row.kind),
      isVerified: verifiedAt !== null,
      verifiedOn: verifiedAt && localDateOf(verifiedAt),
      phone: actor ? shownPhone(row.phone) : null,
      email: actor ? row.email : null,
      certificates: certificatesForPublic(row.certificates, this.clock.today()),
    };
  }

  async mine(actor: Actor): Promise<MyOrganizationView> {
    type Row = Omit<MyOrganizationView, 'certificates' | 'gaps' | 'gapsBeforeReview' | 'availableActions' | 'openFields'> & {
      certificates: CertificateRow[];
    };
    const [row] = await this.pool.rows<Row>(
      'my-organization',
      `select o.id, o.name, o.short_name as "shortName", o.kind, o.status, o.status_reason as "statusReason", o.status_at as "statusAt",
         o.verified_at as "verifiedAt", o.verification_method as "verificationMethod", o.tax_code as "taxCode",
         o.registration_no as "registrationNo", o.registered_on as "registeredOn", o.charter_capital as "charterCapital", o.email, o.website,
         o.legal_representative as "legalRepresentative", o.commune_code as "communeCode", o.address, o.phone, o.story,
         o.member_count as "memberCount", o.bank_bin as "bankBin", o.bank_name as "bankName", o.bank_account_no as "bankAccountNo",
         o.bank_account_name as "bankAccountName", o.version,
         coalesce((select h.value::int from legal_parameter h where h.code = 'BANK_CHANGE_HOLD_HOURS' and h.valid_from <= $2
           and (h.valid_to is null or h.valid_to >= $2) order by h.valid_from desc limit 1), 24) as "bankHoldHours",
         (select ${organizationRefSql('s')} from organization s where s.id = o.merged_into_id) as "mergedInto",
         coalesce((select json_agg(json_build_object('id', p.id, 'fullName', p.full_name, 'roles', m.roles, 'email', p.email, 'phone', p.phone)
           order by p.full_name) from membership m join app_user p on p.id = m.user_id where m.org_id = o.id and m.ended_at is null), '[]') as people,
         coalesce((select json_agg(${LOCATION} order by l.deactivated_at is not null, l.name, l.id) from location l where l.org_id = o.id), '[]') as locations,
         ${CERTIFICATES('')} as certificates
       from organization o where o.id = $1`,
      [actor.orgId, this.clock.today()],
    );
    if (!row) throw new NotFoundError();
    return {
      ...row,
      gaps: profileGaps(row),
      gapsBeforeReview: gapsBeforeReview(row),
      availableActions: availableSteps(actor, row).filter(({ action }) => action === 'submit'),
      openFields: openFieldsOf(row),
      people: row.people.map((person) => ({ ...person, phone: shownPhone(person.phone) })),
      certificates: certificatesForInsider(row.certificates, this.clock.today()),
    };
  }

  /** For pickers: living organizations whose name holds every word, with or without diacritics. */
  search(search: string | null, kinds: readonly OrganizationKind[] | null, first: number): Promise<OrganizationRefView[]> {
    return this.pool
      .rows<{ ref: OrganizationRefView }>(
        'organizations',
        `select ${organizationRefSql('o')} as ref from organization o
         where o.status = 'ACTIVE' and (o.valid_to is null or o.valid_to >= $4)
           and fold_vietnamese(o.name || ' ' || o.short_name) like all($1) and ($2::text[] is null or o.kind = any($2))
         order by o.name, o.id limit $3`,
        [likePatterns(search), kinds?.length ? kinds : null, pageSize(first), this.clock.today()],
      )
      .then((rows) => rows.map(({ ref }) => ref));
  }

  units(level: string): Promise<AdministrativeUnitView[]> {
    if (!LEVELS.includes(level)) throw new BadInputError(`Cấp đơn vị là một trong: ${LEVELS.join(', ')}.`, 'level');
    return this.pool.rows(
      'administrative-units',
      `select code, level, name, short_name as "shortName", former_district_code as "formerDistrictCode", valid_to as "validTo"
       from administrative_unit where level = $1 order by code`,
      [level],
    );
  }

  async location(actor: Actor, id: string): Promise<LocationView> {
    const [row] = await this.pool.rows<LocationView>(
      'location',
      `select id, kind, code, name, address, commune_code as "communeCode", banner_name as "bannerName", opening_hours as "openingHours",
         contact_name as "contactName", contact_phone as "contactPhone", deactivated_at as "deactivatedAt", version
       from location where id = $1 and org_id = $2`,
      [id, actor.orgId],
    );
    if (!row) throw new NotFoundError();
    return row;
  }
}

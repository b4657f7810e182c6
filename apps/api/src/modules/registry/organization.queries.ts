import { Injectable } from '@nestjs/common';
import { type LocalDate, type OrganizationKind, taxCodeForDisplay } from '@lienket/domain';
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
import { organizationRefSql } from './organization-ref.js';
import { likePatterns } from './search-words.js';

export interface OrganizationRefView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganizationKind;
  readonly isDemo: boolean;
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
  readonly certificates: CertificateView[];
}

export interface LocationView {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly address: string;
}

export interface MyOrganizationView {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganizationKind;
  readonly taxCode: string | null;
  readonly registrationNo: string | null;
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
const LOCATION = `json_build_object('id', l.id, 'kind', l.kind, 'code', l.code, 'name', l.name, 'address', l.address)`;
const CERTIFICATES = (where: string) =>
  `coalesce((select json_agg(${certificateSql('c')} order by c.issued_on desc, c.id) from certificate c where c.org_id = o.id ${where}), '[]')`;

@Injectable()
export class OrganizationQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  async page(slug: string): Promise<OrganizationPageView | null> {
    const [row] = await this.pool.rows<Omit<OrganizationPageView, 'certificates'> & { certificates: CertificateRow[] }>(
      'organization-page',
      `select o.id, o.slug, o.name, o.short_name as "shortName", o.kind, o.is_demo as "isDemo", o.tax_code as "taxCode",
         u.name as "communeName", d.name as "districtName", o.address, o.member_count as "memberCount", o.story,
         o.source_note as "sourceNote", (select string_agg(s.name, ', ' order by s.name) from organization_succession c join organization s on s.id = c.successor_id
           where c.predecessor_id = o.id) as "successorName", ${CERTIFICATES(`and c.status = 'VERIFIED'`)} as certificates
       from organization o
       left join administrative_unit u on u.code = o.commune_code
       left join administrative_unit d on d.code = o.legacy_district_code
       where o.slug = $1 and o.status in ('ACTIVE', 'CLOSED')`,
      [slug],
    );
    if (!row) return null;
    return {
      ...row,
      taxCode: row.taxCode && taxCodeForDisplay(row.taxCode, row.kind),
      certificates: certificatesForPublic(row.certificates, this.clock.today()),
    };
  }

  async mine(actor: Actor): Promise<MyOrganizationView> {
    const [row] = await this.pool.rows<Omit<MyOrganizationView, 'certificates'> & { certificates: CertificateRow[] }>(
      'my-organization',
      `select o.id, o.name, o.short_name as "shortName", o.kind, o.tax_code as "taxCode", o.registration_no as "registrationNo",
         o.legal_representative as "legalRepresentative", o.commune_code as "communeCode", o.address, o.phone, o.story,
         o.member_count as "memberCount", o.bank_bin as "bankBin", o.bank_name as "bankName", o.bank_account_no as "bankAccountNo",
         o.bank_account_name as "bankAccountName", o.version,
         coalesce((select json_agg(${LOCATION} order by l.name, l.id) from location l where l.org_id = o.id), '[]') as locations,
         ${CERTIFICATES('')} as certificates
       from organization o where o.id = $1`,
      [actor.orgId],
    );
    if (!row) throw new NotFoundError();
    return {
      ...row,
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
      'select id, kind, code, name, address from location where id = $1 and org_id = $2',
      [id, actor.orgId],
    );
    if (!row) throw new NotFoundError();
    return row;
  }
}

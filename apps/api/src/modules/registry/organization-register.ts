import { Injectable } from '@nestjs/common';
import { type KnownOrganization, slugify } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Organization } from './organization.entity.js';

/** What a conference's register may say of an organization; null: the register does not say. */
export interface OrganizationColumns {
  readonly name: string;
  readonly kind: string;
  readonly taxCode: string | null;
  readonly registrationNo: string | null;
  readonly legalRepresentative: string | null;
  readonly legalRepresentativeTitle: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

type Given = OrganizationColumns & { readonly id: string };

const sourceOf = (eventCode: string): string => `Sổ đăng ký hội nghị ${eventCode}`;
const FIELDS = `tax_code = coalesce(v.tax_code, o.tax_code), registration_no = coalesce(v.registration_no, o.registration_no),
  legal_representative = coalesce(v.legal_representative, o.legal_representative),
  legal_representative_title = coalesce(v.legal_representative_title, o.legal_representative_title),
  address = coalesce(v.address, o.address), phone = coalesce(v.phone, o.phone)`;
const RECORDS = `jsonb_to_recordset($1::jsonb) as v(id uuid, name text, kind text, tax_code text, registration_no text, legal_representative text,
  legal_representative_title text, address text, phone text)`;

const recordsOf = (rows: readonly Given[]): string =>
  JSON.stringify(
    rows.map((row) => ({
      ...{ id: row.id, name: row.name, kind: row.kind, tax_code: row.taxCode, registration_no: row.registrationNo },
      legal_representative: row.legalRepresentative,
      legal_representative_title: row.legalRepresentativeTitle,
      ...{ address: row.address, phone: row.phone },
    })),
  );

/** Organizations as a conference's register finds and makes them. What a body's own people or another source wrote is never overwritten. */
@Injectable()
export class OrganizationRegister {
  known(tx: Tx): Promise<KnownOrganization[]> {
    return tx.query(
      `select id, name, short_name as "shortName", tax_code as "taxCode", registration_no as "registrationNo" from organization
       where status in ('ACTIVE', 'SUSPENDED') order by id`,
    );
  }

  /** Those of the given that a register of this event made, that nobody has taken over, and that differ from what is given now. */
  async changed(tx: Tx, eventCode: string, rows: readonly Given[]): Promise<Set<string>> {
    const found = await tx.query<{ id: string }>(
      `select o.id from ${RECORDS} join organization o on o.id = v.id
       where o.source_note = $2 and not exists (select 1 from membership m where m.org_id = o.id)
         and (o.name, o.kind, o.tax_code, o.registration_no, o.legal_representative, o.legal_representative_title, o.address, o.phone)
           is distinct from (v.name, v.kind, coalesce(v.tax_code, o.tax_code), coalesce(v.registration_no, o.registration_no),
             coalesce(v.legal_representative, o.legal_representative), coalesce(v.legal_representative_title, o.legal_representative_title),
             coalesce(v.address, o.address), coalesce(v.phone, o.phone))
       order by o.id for update of o`,
      [recordsOf(rows), sourceOf(eventCode)],
    );
    return new Set(found.map(({ id }) => id));
  }

  async create(tx: Tx, event: { readonly code: string; readonly isDemo: boolean }, rows: readonly Given[]): Promise<void> {
    const wanted = rows.map(({ name }) => slugify(name).slice(0, 80) || 'don-vi');
    const taken = new Set(
      (
        await tx.query<{ slug: string }>(`select slug from organization where slug like any($1)`, [
          wanted.map((slug) => `${slug}%`),
        ])
      ).map(({ slug }) => slug),
    );
    const slugs = wanted.map((slug) => {
      let free = slug;
      for (let at = 2; taken.has(free); at += 1) free = `${slug}-${at}`;
      taken.add(free);
      return free;
    });
    await tx.insert(
      Organization,
      rows.map((row, i) => ({
        ...columnsOf(row),
        shortName: row.name,
        slug: slugs[i]!,
        status: 'ACTIVE',
        sourceNote: sourceOf(event.code),
        isDemo: event.isDemo,
      })),
    );
    await tx.auditMany(
      'organization.register',
      'organization',
      rows.map(({ id, name }) => ({ entityId: id, data: { name, event: event.code } })),
    );
  }

  async update(tx: Tx, rows: readonly Given[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `update organization o set name = v.name, short_name = v.name, kind = v.kind, ${FIELDS}, version = o.version + 1 from ${RECORDS} where o.id = v.id`,
      [recordsOf(rows)],
    );
  }
}

const columnsOf = ({
  id,
  name,
  kind,
  taxCode,
  registrationNo,
  legalRepresentative,
  legalRepresentativeTitle,
  address,
  phone,
}: Given) => ({
  ...{ id, name, kind, taxCode, registrationNo, legalRepresentative, legalRepresentativeTitle, address, phone },
});

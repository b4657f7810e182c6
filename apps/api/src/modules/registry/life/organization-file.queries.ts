import { Injectable } from '@nestjs/common';
import {
  actionsFrom,
  gapsBeforeReview,
  maskAccountNo,
  ORGANIZATION_TRANSITIONS,
  type OrganizationAction,
  type OrganizationState,
  type Profile,
  profileGaps,
  type ProfileField,
  type Role,
} from '@lienket/domain';
import { allows, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { shownPhone } from '../organization-masks.js';
import { type OrganizationRefView, organizationRefSql } from '../organization-ref.js';
import { likePatterns } from '../search-words.js';
import { POLICY_OF, type Step } from './life-steps.js';

export interface OrganizationStepView {
  readonly at: Date;
  readonly action: string;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly reason: string | null;
}

export interface PersonView {
  readonly id: string;
  readonly fullName: string;
  readonly roles: Role[];
  readonly email: string | null;
  readonly phone: string | null;
}

interface FileRow extends Profile {
  readonly id: string;
  readonly ref: OrganizationRefView;
  readonly status: OrganizationState;
  readonly statusReason: string | null;
  readonly statusAt: Date | null;
  readonly statusByName: string | null;
  readonly verificationMethod: string | null;
  readonly verifiedAt: Date | null;
  readonly verifiedByName: string | null;
  readonly legalRepresentativeTitle: string | null;
  readonly website: string | null;
  readonly communeName: string | null;
  readonly districtName: string | null;
  readonly bankName: string | null;
  readonly bankAccountName: string | null;
  readonly sourceNote: string | null;
  readonly mergedInto: OrganizationRefView | null;
  readonly people: PersonView[];
  readonly history: OrganizationStepView[];
  readonly version: number;
}

export interface OrganizationFileView extends FileRow {
  readonly gaps: ProfileField[];
  readonly gapsBeforeReview: ProfileField[];
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

export interface OrganizationRowView extends OrganizationRefView {
  readonly status: OrganizationState;
  readonly statusReason: string | null;
  readonly statusAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly communeName: string | null;
}

const SHOWN_STEPS: readonly Step[] = ['submit', 'verify', 'return', 'suspend', 'restore', 'close'];
/** What of the audit is a step of the life, as the file's history shows it. */
const HISTORY = `('organization.register', 'organization.submit', 'organization.verify', 'organization.return', 'organization.suspend',
  'organization.restore', 'organization.close', 'organization.correct', 'merge.propose', 'merge.approve', 'merge.refuse', 'merge.withdraw',
  'merge.survive', 'bank-account.request', 'bank-account.confirm', 'bank-account.apply', 'bank-account.cancel')`;

/** The Alliance's file of an organization: everything it compares and decides on. */
@Injectable()
export class OrganizationFileQueries {
  constructor(private readonly uow: UnitOfWork) {}

  list(
    actor: Actor,
    filter: { status: OrganizationState | null; search: string | null },
    first: number | null,
    after: string | null,
  ) {
    const size = pageSize(first);
    const [cursorName = null, cursorId = null] = decodeCursor(after, 2) ?? [];
    const values = [filter.status, likePatterns(filter.search)];
    const where = `($1::text is null or o.status = $1) and fold_vietnamese(o.name || ' ' || o.short_name || ' ' || coalesce(o.tax_code, '')) like all($2)`;
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<OrganizationRowView>(
        `select o.id, o.slug, o.name, o.short_name as "shortName", o.kind, o.is_demo as "isDemo", o.status, o.status_reason as "statusReason",
           o.status_at as "statusAt", o.verified_at as "verifiedAt", u.name as "communeName"
         from organization o left join administrative_unit u on u.code = o.commune_code
         where ${where} and ($3::text is null or (o.name, o.id) > ($3, $4::uuid)) order by o.name, o.id limit $5`,
        [...values, cursorName, isUuid(cursorId ?? '') ? cursorId : null, size + 1],
      );
      const count = () =>
        this.uow
          .read(actor, (counting) =>
            counting.one<{ count: number }>(`select count(*)::int as count from organization o where ${where}`, values),
          )
          .then((row) => row.count);
      return toConnection(
        rows,
        size,
        (row) => row,
        (row) => encodeCursor(row.name, row.id),
        count,
      );
    });
  }

  /** After a step of somebody who was allowed to take it. */
  standing(actor: Actor, id: string) {
    return this.uow.read(actor, (tx) =>
      tx.one<{ id: string; status: OrganizationState; statusReason: string | null; verifiedAt: Date | null; version: number }>(
        `select id, status, status_reason as "statusReason", verified_at as "verifiedAt", version from organization where id = $1`,
        [id],
      ),
    );
  }

  async file(actor: Actor, id: string): Promise<OrganizationFileView> {
    const row = await this.uow.read(actor, (tx) =>
      tx.query<FileRow>(
        `select o.id, ${organizationRefSql('o')} as ref, o.kind, o.status, o.status_reason as "statusReason", o.status_at as "statusAt",
           sb.full_name as "statusByName", o.verification_method as "verificationMethod", o.verified_at as "verifiedAt", vb.full_name as "verifiedByName",
           o.tax_code as "taxCode", o.registration_no as "registrationNo", o.registered_on as "registeredOn",
           o.legal_representative as "legalRepresentative", o.legal_representative_title as "legalRepresentativeTitle",
           o.member_count as "memberCount", o.charter_capital as "charterCapital", o.phone, o.email, o.website, o.commune_code as "communeCode",
           u.name as "communeName", d.name as "districtName", o.address, o.story, o.bank_name as "bankName", o.bank_account_no as "bankAccountNo",
           o.bank_account_name as "bankAccountName", o.source_note as "sourceNote", o.version,
           (select ${organizationRefSql('s')} from organization s where s.id = o.merged_into_id) as "mergedInto",
           coalesce((select json_agg(json_build_object('id', p.id, 'fullName', p.full_name, 'roles', m.roles, 'email', p.email, 'phone', p.phone)
             order by p.full_name) from membership m join app_user p on p.id = m.user_id where m.org_id = o.id and m.ended_at is null), '[]') as people
         from organization o left join app_user sb on sb.id = o.status_by left join app_user vb on vb.id = o.verified_by
         left join administrative_unit u on u.code = o.commune_code
         left join administrative_unit d on d.code = coalesce(o.legacy_district_code, u.former_district_code)
         where o.id = $1`,
        [idOf(id)],
      ),
    );
    const [found] = row;
    if (!found) throw new NotFoundError();
    const history = await this.uow.read(actor, (tx) =>
      tx.query<OrganizationStepView>(
        `select e.at, e.action, p.full_name as "personName", g.short_name as "organizationName", e.data ->> 'reason' as reason
         from audit_event e left join app_user p on p.id = coalesce(nullif(e.data ->> 'userId', '')::uuid, e.user_id)
         left join organization g on g.id = e.org_id
         where e.entity_type = 'organization' and e.entity_id = $1 and e.action in ${HISTORY} order by e.at desc, e.id desc limit 50`,
        [found.id],
      ),
    );
    return {
      ...found,
      history,
      phone: shownPhone(found.phone),
      people: found.people.map((person) => ({ ...person, phone: shownPhone(person.phone) })),
      bankAccountNo: found.bankAccountNo && maskAccountNo(found.bankAccountNo),
      gaps: profileGaps(found),
      gapsBeforeReview: gapsBeforeReview(found),
      availableActions: availableSteps(actor, found),
    };
  }
}

/** Steps that this person's role may take from here; the others are left out, not greyed. */
export function availableSteps(
  actor: Actor,
  organization: { readonly id: string; readonly status: OrganizationState } & Profile,
): { action: string; allowed: boolean; reason: string | null }[] {
  const possible: readonly OrganizationAction[] = actionsFrom(ORGANIZATION_TRANSITIONS, organization.status);
  return SHOWN_STEPS.filter(
    (step) => possible.includes(step) && allows(actor, POLICY_OF[step], { ownerOrgId: organization.id }),
  ).map((action) => ({
    action,
    allowed: action !== 'submit' || gapsBeforeReview(organization).length === 0,
    reason: null,
  }));
}

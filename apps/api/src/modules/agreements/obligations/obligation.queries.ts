import { Injectable } from '@nestjs/common';
import { isObligationOverdue, type ObligationEventKind, type ObligationResult, obligationStanding } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';

export interface ObligationEventView {
  readonly kind: ObligationEventKind;
  readonly result: ObligationResult | null;
  readonly note: string | null;
  readonly fileUrl: string | null;
  readonly fileName: string | null;
  readonly fileSha256: string | null;
  readonly organizationName: string;
  readonly personName: string;
  readonly at: Date;
}

export interface ObligationView {
  readonly id: string;
  readonly obligationNo: number;
  readonly title: string;
  readonly obliged: OrganizationRefView;
  readonly dueOn: string;
  readonly state: 'SCHEDULED' | ObligationResult;
  readonly waiting: ObligationResult | null;
  readonly disputed: boolean;
  readonly settledBy: string | null;
  readonly overdue: boolean;
  readonly events: ObligationEventView[];
  /** CLAIM, CONFIRM, DISPUTE, ATTEST: what this reader may say now. */
  readonly actions: ObligationEventKind[];
}

type Event = Omit<ObligationEventView, 'at'> & { readonly at: string; readonly orgId: string };

@Injectable()
export class ObligationQueries {
  constructor(private readonly uow: UnitOfWork) {}

  ofMou(actor: Actor, mouId: string): Promise<ObligationView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<
        Omit<ObligationView, 'events'> & { status: string; partyOrgIds: string[]; witness: boolean; events: Event[] }
      >(
        `select b.id, b.obligation_no as "obligationNo", b.title, b.due_on as "dueOn", ${organizationRefSql('o')} as obliged, m.status, m.party_org_ids as "partyOrgIds",
           exists (select 1 from mou_party w where w.mou_id = m.id and w.org_id = $2 and w.role = 'WITNESS') as witness,
           coalesce((select json_agg(json_build_object('kind', e.kind, 'result', e.result, 'note', e.note, 'fileUrl', '/files/' || e.file_id, 'fileName', f.name,
               'fileSha256', e.file_sha256, 'orgId', e.org_id, 'organizationName', eo.short_name, 'personName', u.full_name, 'at', e.at) order by e.at, e.id)
             from obligation_event e join organization eo on eo.id = e.org_id join app_user u on u.id = e.user_id left join stored_file f on f.id = e.file_id
             where e.obligation_id = b.id), '[]') as events
         from mou_obligation b join mou m on m.id = b.mou_id join organization o on o.id = b.obliged_org_id where b.mou_id = $1 order by b.obligation_no`,
        [mouId, actor.orgId],
      );
      return rows.map(({ events, status, partyOrgIds, witness, ...row }) => {
        const standing = obligationStanding(events.map((event) => ({ ...event, hasEvidence: event.fileUrl !== null })));
        const open = ['SIGNED', 'IN_FORCE', 'SUSPENDED'].includes(status);
        const party = !witness && allows(actor, 'obligation.report', { partyOrgIds });
        const own = row.obliged.id === actor.orgId;
        const actions: ObligationEventKind[] = [
          ...(open && party && own && !standing.waiting ? (['CLAIM'] as const) : []),
          ...(open && party && !own && standing.waiting ? (['CONFIRM', 'DISPUTE'] as const) : []),
          ...(open && allows(actor, 'mou.attest', {}) ? (['ATTEST'] as const) : []),
        ];
        return {
          ...row,
          ...standing,
          overdue: isObligationOverdue(standing, row.dueOn, tx.today),
          events: events.map(({ orgId: _orgId, at, ...event }) => ({ ...event, at: new Date(at) })),
          actions,
        };
      });
    });
  }
}

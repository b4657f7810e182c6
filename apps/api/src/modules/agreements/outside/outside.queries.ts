import { Injectable } from '@nestjs/common';
import { isUnanswered, outsideActions, outsideGrade, type EvidenceGrade, type OutsideState } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';

export interface OutsideWordView {
  readonly kind: string;
  readonly qty: string | null;
  readonly deliveredOn: string | null;
  readonly note: string | null;
  readonly fileUrl: string | null;
  readonly fileName: string | null;
  readonly organizationName: string | null;
  readonly personName: string | null;
  readonly at: Date;
}

export interface OutsideDeliveryView {
  readonly id: string;
  readonly mouLineId: string | null;
  readonly contractLineId: string | null;
  readonly contract: { readonly id: string; readonly number: string } | null;
  readonly goods: string;
  readonly baseUnit: string;
  readonly seller: OrganizationRefView;
  readonly buyer: OrganizationRefView;
  readonly author: OrganizationRefView;
  readonly state: OutsideState;
  readonly grade: EvidenceGrade | null;
  readonly qty: string;
  readonly deliveredOn: string;
  readonly answerBy: string;
  readonly hasDocument: boolean;
  readonly words: OutsideWordView[];
  readonly actions: string[];
  readonly version: number;
}

type Row = Omit<OutsideDeliveryView, 'grade' | 'actions'> & { readonly authorOrgId: string };

const MOST = 200;

@Injectable()
export class OutsideQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest 200, those on lines of its contracts among them; each party sees those it stands in, the Alliance all. */
  ofMou(actor: Actor, mouId: string): Promise<OutsideDeliveryView[]> {
    return this.of(actor, 'mou_id', mouId);
  }

  ofContract(actor: Actor, contractId: string): Promise<OutsideDeliveryView[]> {
    return this.of(actor, 'contract_id', contractId);
  }

  private of(actor: Actor, column: 'mou_id' | 'contract_id', id: string): Promise<OutsideDeliveryView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `select d.id, d.mou_line_id as "mouLineId", d.contract_line_id as "contractLineId",
           case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract,
           coalesce(cl.description, l.description) as goods, coalesce(cl.base_unit, l.base_unit) as "baseUnit", ${organizationRefSql('s')} as seller,
           ${organizationRefSql('b')} as buyer, ${organizationRefSql('a')} as author, d.author_org_id as "authorOrgId", d.state, d.qty,
           d.delivered_on as "deliveredOn", d.answer_by as "answerBy", d.has_document as "hasDocument", d.version,
           (select json_agg(json_build_object('kind', w.kind, 'qty', w.qty::text, 'deliveredOn', w.delivered_on, 'note', w.note, 'fileUrl', '/files/' || w.file_id,
               'fileName', f.name, 'organizationName', o.short_name, 'personName', u.full_name, 'at', w.at) order by w.at, w.id)
             from outside_word w left join organization o on o.id = w.org_id left join app_user u on u.id = w.user_id
             left join stored_file f on f.id = w.file_id where w.delivery_id = d.id) as words
         from outside_delivery d left join mou_line l on l.id = d.mou_line_id left join contract_line cl on cl.id = d.contract_line_id
           left join contract c on c.id = d.contract_id join organization s on s.id = d.seller_org_id
           join organization b on b.id = d.buyer_org_id join organization a on a.id = d.author_org_id
         where d.${column} = $1 order by d.delivered_on desc, d.recorded_at desc, d.id desc limit ${MOST}`,
        [id],
      );
      return rows.map(({ authorOrgId, ...row }) => {
        const standing = { state: row.state, authorOrgId, answerBy: row.answerBy };
        const state = isUnanswered(standing, tx.today) ? 'DECLARED' : row.state;
        const own = allows(actor, 'outside.record', { sellerOrgId: row.seller.id, buyerOrgId: row.buyer.id });
        return {
          ...row,
          state,
          grade: outsideGrade(state, row.hasDocument),
          words: row.words.map((word) => ({ ...word, at: new Date(word.at) })),
          actions: own ? outsideActions(standing, actor.orgId, tx.today) : [],
        };
      });
    });
  }

  /** Whether this reader may record a delivery: a seller or a buyer of a memorandum that stands. */
  mayRecord(
    actor: Actor,
    mou: {
      readonly status: string;
      readonly parties: readonly { readonly role: string; readonly organization: { readonly id: string } }[];
    },
  ): boolean {
    const own = mou.parties.find(({ organization }) => organization.id === actor.orgId);
    return (
      (own?.role === 'SELLER' || own?.role === 'BUYER') &&
      ['SIGNED', 'IN_FORCE', 'SUSPENDED'].includes(mou.status) &&
      allows(actor, 'outside.record', { partyOrgIds: [actor.orgId] })
    );
  }

  /** The same of a contract that is in force. */
  mayRecordOn(
    actor: Actor,
    contract: { readonly status: string; readonly seller: { readonly id: string }; readonly buyer: { readonly id: string } },
  ): boolean {
    const partyOrgIds = [contract.seller.id, contract.buyer.id];
    return (
      ['ACTIVE', 'SUSPENDED'].includes(contract.status) &&
      partyOrgIds.includes(actor.orgId) &&
      allows(actor, 'outside.record', { partyOrgIds })
    );
  }
}

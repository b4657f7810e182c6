import { Injectable } from '@nestjs/common';
import type { SendingMethod } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { holdsDutiesSql, successorNameSql } from '../registry/index.js';

export interface ReceiptView {
  readonly id: string;
  readonly organization: string;
  readonly method: SendingMethod;
  readonly sentOn: string;
  readonly sentBy: string;
  readonly readOn: string | null;
  readonly readBy: string | null;
  readonly readNote: string | null;
  readonly version: number;
}

export interface RecipientView {
  readonly id: string;
  readonly eventCode: string;
  readonly eventTitle: string;
  readonly position: number;
  readonly name: string;
  /** The body that the row names, as it is today. */
  readonly organizationId: string | null;
  readonly senderName: string | null;
  readonly senderToday: string | null;
  readonly senderQuote: string | null;
  readonly sentCount: number;
  readonly readCount: number;
  readonly receipts: ReceiptView[];
  readonly maySend: boolean;
  readonly isDemo: boolean;
}

export interface OwnReceiptView {
  readonly id: string;
  readonly eventCode: string;
  readonly eventTitle: string;
  readonly sourceTitle: string;
  readonly sentOn: string;
  readonly sentBy: string;
  readonly readOn: string | null;
  readonly isDemo: boolean;
  readonly version: number;
}

/** $1 language, $2 today, $3 the reader's organization. Receipts are behind their wall: a delegated sender sees its own. */
const RECIPIENTS = `select r.id, e.code as "eventCode", e.title as "eventTitle", r.position, case when $1 = 'en' then r.name_en else r.name_vi end as name,
    r.org_id as "organizationId", s.name as "senderName", ${successorNameSql('r.sender_org_id', '$2')} as "senderToday", r.sender_quote as "senderQuote",
    e.is_demo as "isDemo", coalesce(${holdsDutiesSql('r.sender_org_id', '$3', '$2')}, false) as "maySend",
    coalesce((select json_agg(json_build_object('id', c.id, 'organization', o.name, 'method', c.method, 'sentOn', c.sent_on, 'sentBy', b.name,
        'readOn', c.read_on, 'readBy', u.full_name, 'readNote', c.read_note, 'version', c.version) order by o.name, c.id)
      from notice_receipt c join organization o on o.id = c.org_id join organization b on b.id = c.sent_by_org_id left join app_user u on u.id = c.read_by
      where c.recipient_id = r.id), '[]') as receipts
  from notice_recipient r join event e on e.id = r.event_id left join organization s on s.id = r.sender_org_id`;

type Row = Omit<RecipientView, 'sentCount' | 'readCount'>;

@Injectable()
export class DistributionQueries {
  constructor(private readonly uow: UnitOfWork) {}

  ofEvent(actor: Actor, eventCode: string | null): Promise<RecipientView[]> {
    assertMay(actor, 'notice.send', { ownerOrgId: actor.orgId });
    return this.read(actor, '$4::text is null or e.code = $4', eventCode);
  }

  async byId(actor: Actor, id: string): Promise<RecipientView> {
    const [row] = await this.read(actor, 'r.id = $4::uuid', idOf(id));
    return row!;
  }

  /** What was sent to the reader's own organization. */
  own(actor: Actor, id: string | null = null): Promise<OwnReceiptView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<OwnReceiptView>(
        `select c.id, e.code as "eventCode", e.title as "eventTitle", coalesce(e.source_title, e.title) as "sourceTitle", c.sent_on as "sentOn",
           b.name as "sentBy", c.read_on as "readOn", e.is_demo as "isDemo", c.version
         from notice_receipt c join notice_recipient r on r.id = c.recipient_id join event e on e.id = r.event_id
         join organization b on b.id = c.sent_by_org_id where ($2::uuid is not null or c.org_id = $1) and ($2::uuid is null or c.id = $2)
         order by c.sent_on desc, c.id`,
        [actor.orgId, id],
      ),
    );
  }

  private read(actor: Actor, where: string, value: string | null): Promise<RecipientView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(`${RECIPIENTS} where ${where} order by e.held_on desc, e.code, r.position`, [
        actor.locale,
        tx.today,
        actor.orgId,
        value,
      ]);
      return rows.map((row) => ({
        ...row,
        maySend: row.maySend || actor.orgKind === 'ALLIANCE',
        sentCount: row.receipts.length,
        readCount: row.receipts.filter(({ readOn }) => readOn !== null).length,
      }));
    });
  }
}

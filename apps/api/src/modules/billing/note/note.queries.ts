import { Injectable } from '@nestjs/common';
import { NOTE_TRANSITIONS, nextState, type NoteAction } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { type OfferedAction, type SideName, WRONG_ROLE } from '../../ordering/index.js';
import { type OrganizationRef, organizationRefSql } from '../../registry/index.js';
import { noteMessages } from './note.messages.js';
import type { ListedNote, NoteLineView, NoteView } from './note.view.js';

type Row = Omit<NoteView, 'lines' | 'availableActions'> & {
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly lines: (Omit<NoteLineView, 'netAmount'> & { netAmount: string })[];
};

const COLUMNS = `n.id, n.number, n.kind, n.state, n.source, n.payment_request_id as "paymentRequestId", p.number as "requestNumber",
    n.net_amount as "netAmount", n.vat_amount as "vatAmount", n.total, n.reason, n.symbol, n.invoice_number as "invoiceNumber",
    n.invoiced_on as "invoicedOn", n.decline_reason as "declineReason", n.created_at as "writtenAt", n.decided_at as "decidedAt", n.version,
    n.seller_org_id as "sellerOrgId", n.buyer_org_id as "buyerOrgId",
    coalesce((select json_agg(json_build_object('description', r.description, 'netAmount', l.net_amount::text, 'vatCode', l.vat_code) order by l.line_no)
      from billing_note_line l join payment_request_line r on r.id = l.request_line_id where l.note_id = n.id), '[]') as lines`;
const FROM = 'from billing_note n join payment_request p on p.id = n.payment_request_id';
const NOTE = `select ${COLUMNS} ${FROM}`;
const NOTE_WITH_PARTIES = `select ${COLUMNS}, ${organizationRefSql('se')} as seller, ${organizationRefSql('bu')} as buyer
  ${FROM} join organization se on se.id = n.seller_org_id join organization bu on bu.id = n.buyer_org_id`;

@Injectable()
export class NoteQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async byId(actor: Actor, id: string): Promise<NoteView> {
    const [row] = await this.uow.read(actor, (tx) => tx.query<Row>(`${NOTE} where n.id = $1`, [idOf(id)]));
    if (!row) throw new NotFoundError();
    return viewOf(actor, row);
  }

  /** The newest first, of one side or of both. */
  page(actor: Actor, side: SideName | null, first: number | null, after: string | null): Promise<Connection<ListedNote>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const where = `(($2::text is distinct from 'BUYER' and n.seller_org_id = $1) or ($2::text is distinct from 'SELLER' and n.buyer_org_id = $1))`;
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row & { seller: OrganizationRef; buyer: OrganizationRef }>(
        `${NOTE_WITH_PARTIES} where ${where} and ($3::uuid is null or n.id < $3) order by n.id desc limit ${size + 1}`,
        [actor.orgId, side, cursor ? idOf(cursor[0]!) : null],
      );
      return toConnection(
        rows,
        size,
        ({ seller, buyer, ...row }) => ({ ...viewOf(actor, row), seller, buyer }),
        ({ id }) => encodeCursor(id),
        () =>
          this.uow
            .read(actor, (again) =>
              again.one<{ n: number }>(`select count(*)::int as n from billing_note n where ${where}`, [actor.orgId, side]),
            )
            .then(({ n }) => n),
      );
    });
  }

  ofClaim(actor: Actor, claimId: string): Promise<NoteView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(`${NOTE} where n.source = 'CLAIM' and n.source_id = $1 order by n.id`, [claimId]);
      return rows.map((row) => viewOf(actor, row));
    });
  }

  ofRequest(actor: Actor, paymentRequestId: string): Promise<NoteView[]> {
    return this.uow.read(actor, (tx) => this.ofRequests(tx, actor, [paymentRequestId]));
  }

  async ofRequests(tx: Tx, actor: Actor, ids: readonly string[]): Promise<NoteView[]> {
    const rows = await tx.query<Row>(`${NOTE} where n.payment_request_id = any($1) order by n.id`, [ids]);
    return rows.map((row) => viewOf(actor, row));
  }
}

function viewOf(actor: Actor, { sellerOrgId, buyerOrgId, lines, ...note }: Row): NoteView {
  return {
    ...note,
    lines: lines.map((line) => ({ ...line, netAmount: BigInt(line.netAmount) })),
    availableActions: actionsOf(actor, note.state, { sellerOrgId, buyerOrgId }),
  };
}

function actionsOf(
  actor: Actor,
  state: NoteView['state'],
  parties: { sellerOrgId: string; buyerOrgId: string },
): OfferedAction[] {
  const seller = actor.orgId === parties.sellerOrgId;
  const offered: readonly [NoteAction, string][] = seller
    ? [['withdraw', 'noteWithdraw']]
    : [
        ['accept', 'noteAccept'],
        ['decline', 'noteDecline'],
      ];
  if (state !== 'PROPOSED') return [];
  const role = allows(actor, seller ? 'note.issue' : 'note.answer', parties);
  return offered.map(([action, name]) => {
    const possible = nextState(NOTE_TRANSITIONS, state, action).ok;
    const reason = !role
      ? WRONG_ROLE[actor.locale]
      : possible
        ? null
        : explain(noteMessages, { code: 'NOTE_DECIDED' }, actor.locale).message;
    return { action: name, allowed: reason === null, reason };
  });
}

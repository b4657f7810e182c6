import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertMay } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { renderPdf, sendPaper } from '../../platform/documents/index.js';
import { StockBook } from '../catalog/index.js';
import { SessionReader } from '../identity/index.js';
import { withAgreedLife } from '../ordering/index.js';
import { type PickedLots, type PickLine, type PickList, pickListPaper, stillToPick } from './pick-list.js';
import { waiverFinder, waiversOf } from './waiver/life-waiver.queries.js';

/** What to take from which lot for an order: the seller's own paper. */
@Controller('documents/pick-lists')
@Authority('PUBLIC')
export class PickListController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly uow: UnitOfWork,
    private readonly stock: StockBook,
  ) {}

  @Get(':file')
  async pdf(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'pdf', async (id) => {
      const actor = await this.sessions.actorOf(request);
      if (!actor) return null;
      const { list, lots } = await this.read(actor, id);
      return { name: `soan-${list.orderNumber}`, body: await renderPdf(pickListPaper(list, lots)) };
    });
  }

  /** NOT_FOUND for everybody but the seller: the lots of its store are its own. */
  private read(actor: Actor, orderId: string): Promise<{ list: PickList; lots: PickedLots }> {
    return this.uow.read(actor, async (tx) => {
      const order = await tx.one<Omit<PickList, 'lines' | 'printedOn'> & { sellerOrgId: string; buyerOrgId: string }>(
        `select o.number as "orderNumber", bu.short_name as "buyerName", o.buyer_po_no as "buyerPoNo", se.name as "sellerName",
           o.requested_on as "requestedOn", o.is_demo as "isDemo", o.seller_org_id as "sellerOrgId", o.buyer_org_id as "buyerOrgId"
         from purchase_order o join organization se on se.id = o.seller_org_id join organization bu on bu.id = o.buyer_org_id where o.id = $1`,
        [orderId],
      );
      if (actor.orgId !== order.sellerOrgId) throw new NotFoundError();
      assertMay(actor, 'shipment.dispatch', order);
      const all = await tx.query<Omit<PickLine, 'agreedLifeBp'>>(
        `select id as "orderLineId", product_id as "productId", description, pack_name as "packName", pack_size_base as "packSize",
           base_unit as "baseUnit", place_code as "placeCode", place_name as "placeName", catch_weight as "catchWeight", confirmed_qty as confirmed,
           dispatched_qty as dispatched, contract_line_id as "contractLineId"
         from order_line where order_id = $1 order by place_name, line_no`,
        [orderId],
      );
      const lines = (await withAgreedLife(tx, all)).filter((line) => stillToPick(line).isPositive);
      const arrives = order.requestedOn < tx.today ? tx.today : order.requestedOn;
      const waived = waiverFinder(await waiversOf(tx, orderId), orderId, arrives);
      const found = await this.stock.suggest(
        tx,
        arrives,
        lines.map((line) => ({ ...line, qty: stillToPick(line) })),
        (lot, lineId) => waived(lot, lineId) !== null,
      );
      const lots = new Map(
        found.map(({ orderLineId, picks }) => [
          orderLineId,
          picks.map(({ lot, qty }) => ({ code: lot.code, qty, expiresOn: lot.expiresOn })),
        ]),
      );
      return { list: { ...order, lines, printedOn: tx.today }, lots };
    });
  }
}

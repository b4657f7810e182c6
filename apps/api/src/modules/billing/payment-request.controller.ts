import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { qrSvg, renderPdf, sendPaper } from '../../platform/documents/index.js';
import { organizationOnPaperSql } from '../fulfillment/index.js';
import { SessionReader } from '../identity/index.js';
import { type PaperFacts, paymentRequestPaper } from './payment-request-paper.js';
import { PaymentRequestQueries } from './payment-request.queries.js';

/** The payment request to print and its VietQR code: for the two parties only. */
@Controller()
@Authority('PUBLIC')
export class PaymentRequestController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly queries: PaymentRequestQueries,
    private readonly uow: UnitOfWork,
  ) {}

  @Get('qr/payment-requests/:file')
  async svg(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'svg', async (id) => {
      const actor = await this.sessions.actorOf(request);
      const found = actor && (await this.queries.byId(actor, id));
      return found?.vietQr ? { name: found.number, body: await qrSvg(found.vietQr) } : null;
    });
  }

  @Get('documents/payment-requests/:file')
  async pdf(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'pdf', async (id) => {
      const actor = await this.sessions.actorOf(request);
      if (!actor) return null;
      const found = await this.queries.byId(actor, id);
      const facts = await this.factsOf(actor, id);
      const vietQr = found.vietQr && (await qrSvg(found.vietQr));
      return { name: found.number, body: await renderPdf(paymentRequestPaper(found, facts, vietQr)) };
    });
  }

  private factsOf(actor: Actor, id: string): Promise<PaperFacts> {
    return this.uow.read(actor, (tx) =>
      tx.one<PaperFacts>(
        `select r.number as "receiptNumber", r.received_at as "receivedAt", s.number as "shipmentNumber", o.is_demo as "isDemo",
           ${organizationOnPaperSql('se')} as seller, ${organizationOnPaperSql('bu')} as buyer
         from payment_request p join goods_receipt r on r.id = p.receipt_id join shipment s on s.id = r.shipment_id
         join purchase_order o on o.id = p.order_id join organization se on se.id = p.seller_org_id join organization bu on bu.id = p.buyer_org_id
         where p.id = $1`,
        [id],
      ),
    );
  }
}

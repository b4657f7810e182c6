import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { publicOrigin, qrSvg, renderPdf, sendPaper } from '../../platform/documents/index.js';
import { SessionReader } from '../identity/index.js';
import { type LabelLine, labelPaper, LABELS_MAX, type LabelSheet, packLabels } from './labels.js';

/** Labels for the packs of a shipment, a page each: for the two parties and the Alliance. */
@Controller('documents/labels')
@Authority('PUBLIC')
export class LabelsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  async pdf(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'pdf', async (id) => {
      const actor = await this.sessions.actorOf(request);
      if (!actor) return null;
      const sheet = await this.sheetOf(actor, id);
      const origin = publicOrigin(this.config.publicUrl, request);
      const linkOf = ({ traceCode }: LabelLine) => (traceCode ? `${origin}/t/${traceCode}` : `${origin}/shipments/${id}`);
      const codes = new Map<string, string>();
      for (const line of sheet.lines) if (!codes.has(linkOf(line))) codes.set(linkOf(line), await qrSvg(linkOf(line)));
      const labels = packLabels(sheet.lines).slice(0, LABELS_MAX);
      return {
        name: `tem-${sheet.number}`,
        body: await renderPdf(labelPaper(sheet, labels, (line) => codes.get(linkOf(line))!)),
      };
    });
  }

  /** NOT_FOUND for a reader who is neither party nor the Alliance. */
  private sheetOf(actor: Actor, shipmentId: string): Promise<LabelSheet> {
    return this.uow.read(actor, async (tx) => {
      const sheet = await tx.one<Omit<LabelSheet, 'lines'>>(
        `select s.number, o.number as "orderNumber", o.buyer_po_no as "buyerPoNo", se.short_name as "sellerName",
           bu.short_name as "buyerName", o.is_demo as "isDemo"
         from shipment s join purchase_order o on o.id = s.order_id join organization se on se.id = s.seller_org_id
         join organization bu on bu.id = s.buyer_org_id where s.id = $1`,
        [shipmentId],
      );
      // A lot's dates are its cooperative's; on the label they travel with the goods, so the reader of the shipment reads them here.
      const lines = await tx.query<LabelLine>(
        `select ol.description, ol.pack_name as "packName", ol.pack_size_base as "packSize", ol.base_unit as "baseUnit", l.qty, l.lot_code as "lotCode", ol.place_code as "placeCode", ol.place_name as "placeName",
           t.harvested_on as "harvestedOn", t.expires_on as "expiresOn", t.trace_code as "traceCode"
         from shipment_line l join order_line ol on ol.id = l.order_line_id left join stock_lot t on t.id = l.lot_id
         where l.shipment_id = $1 order by l.line_no`,
        [shipmentId],
      );
      return { ...sheet, lines };
    });
  }
}

import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../../../platform/auth/authority.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { SqlPool } from '../../../platform/database/sql-pool.js';
import { publicOrigin, qrSvg, renderPdf, sendPaper } from '../../../platform/documents/index.js';
import { SessionReader } from '../../identity/index.js';
import { PhotoCopies } from '../../registry/index.js';
import { ProductQueries } from '../product.queries.js';
import { type OfferContact, offerSheet } from './offer-sheet.js';

/** The offer sheet of a product to print or send on: whoever sees the product may have it, with the prices they may see. */
@Controller('documents/offers')
@Authority('PUBLIC')
export class OfferSheetController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly products: ProductQueries,
    private readonly photos: PhotoCopies,
    private readonly pool: SqlPool,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  async pdf(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'pdf', async (id) => {
      const actor = await this.sessions.actorOf(request);
      const product = await this.products.byId(actor, id, 'vi');
      if (!product) return null;
      const link = `${publicOrigin(this.config.publicUrl, request)}/catalog/${product.slug}`;
      const main = product.photos[0]?.fileId;
      const body = await renderPdf(
        offerSheet({
          product,
          contact: await this.contactOf(product.cooperative.id, actor),
          photo: main ? await this.photos.forPaper(main) : null,
          today: this.clock.today(),
          link,
          linkQrSvg: await qrSvg(link),
        }),
      );
      return { name: `chao-hang-${product.slug}`, body };
    });
  }

  /** A telephone number is for people who signed in, as on the cooperative's page. */
  private async contactOf(orgId: string, actor: Actor | null): Promise<OfferContact> {
    const [row] = await this.pool.rows<OfferContact>(
      'offer-contact',
      'select name, address, phone from organization where id = $1',
      [orgId],
    );
    return { name: row?.name ?? '', address: row?.address ?? null, phone: actor ? (row?.phone ?? null) : null };
  }
}

import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { formatDateVi } from '@lienket/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Content } from 'pdfmake/interfaces.js';
import { Authority } from '../../platform/auth/authority.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { officialPaper, publicOrigin, qrSvg, renderPdf } from '../../platform/documents/index.js';
import { EventQueries } from './event.queries.js';

/** The codes to hang at the booths, one page each: a phone that scans one opens the booth's interest slip. */
@Controller('booth-sheets')
@Authority('PUBLIC')
export class BoothSheetController {
  constructor(
    private readonly events: EventQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  async sheet(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const code = /^([A-Z0-9-]{3,40})\.pdf$/.exec(file)?.[1];
    const event = code ? await this.events.byCode(code, 'vi') : null;
    if (!event || event.booths.length === 0) {
      return void reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' });
    }
    const origin = publicOrigin(this.config.publicUrl, request);
    const pages = await Promise.all(
      event.booths.map(async (booth, at): Promise<Content> => {
        const address = `${origin}/events/${event.code}/booths/${booth.position}?phieu=1`;
        return {
          alignment: 'center',
          ...(at > 0 ? { pageBreak: 'before' as const } : {}),
          stack: [
            { text: event.title, fontSize: 14, margin: [0, 24, 0, 4] },
            { text: `Ngày ${formatDateVi(event.heldOn)}`, fontSize: 12, margin: [0, 0, 0, 28] },
            { text: `GIAN ${booth.position}`, bold: true, fontSize: 44 },
            { text: booth.title ?? booth.owner?.name ?? booth.ownerUnitName ?? ' ', fontSize: 20, margin: [0, 4, 0, 24] },
            { svg: await qrSvg(address), width: 280, height: 280 },
            { text: 'Quét mã để để lại phiếu quan tâm', bold: true, fontSize: 18, margin: [0, 16, 0, 4] },
            { text: 'Ghi mặt hàng và sản lượng bạn muốn mua; gian hàng nhận được ngay.', fontSize: 13 },
            { text: address, fontSize: 9, margin: [0, 18, 0, 0] },
          ],
        };
      }),
    );
    const body = await renderPdf(
      officialPaper({ number: event.code, title: 'Mã gian trưng bày', author: event.host, isDemo: event.isDemo, content: pages }),
    );
    await reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="ma-gian-${event.code}.pdf"`,
        'cache-control': 'no-store',
      })
      .send(body);
  }
}

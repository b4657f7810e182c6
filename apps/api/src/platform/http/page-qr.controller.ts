import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../auth/authority.js';
import { CONFIG, type Config } from '../config.js';
import { publicOrigin, qrSvg } from '../documents/index.js';

/** A code that opens a page of this very site: only a path is taken, so that nobody makes ours point elsewhere. */
@Controller('qr')
@Authority('PUBLIC')
export class PageQrController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('page.svg')
  async page(@Query('path') path: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (typeof path !== 'string' || !/^\/(?!\/)[\w./-]{0,300}$/.test(path))
      return void reply.code(400).send({ code: 'BAD_ADDRESS', message: 'Địa chỉ không hợp lệ.' });
    const svg = await qrSvg(`${publicOrigin(this.config.publicUrl, request)}${path}`);
    void reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(svg);
  }
}

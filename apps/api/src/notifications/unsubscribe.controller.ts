import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Authority } from '../platform/auth/authority.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { UNSUBSCRIBE_PATH } from './letter-links.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import { readUnsubscribeToken, type TokenReading } from './unsubscribe-token.js';

const STATUS = { VALID: 200, EXPIRED: 410, FORGED: 404 } as const;

/** The link at a letter's end: the page asks what it would end, one POST ends it. Reading alone changes nothing. */
@Controller(UNSUBSCRIBE_PATH)
@Authority('PUBLIC')
export class UnsubscribeController {
  constructor(
    private readonly settings: NoticeSettingsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  async look(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.say(reply, this.read(token));
  }

  @Post(':token')
  async leave(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const reading = this.read(token);
    const gone = reading.state === 'VALID' && !(await this.settings.unsubscribe(reading.wish));
    await this.say(reply, gone ? { state: 'FORGED' } : reading);
  }

  private read(token: string): TokenReading {
    return readUnsubscribeToken(token, this.clock.now(), this.config.secret);
  }

  private async say(reply: FastifyReply, reading: TokenReading): Promise<void> {
    const group = reading.state === 'VALID' ? reading.wish.group : null;
    await reply.code(STATUS[reading.state]).header('cache-control', 'no-store').send({ state: reading.state, group });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.js';
import { COOKIE } from './session-reader.js';

const WEEK_SECONDS = 7 * 24 * 3600;

@Injectable()
export class SessionCookie {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(COOKIE, token, { ...this.options(), maxAge: WEEK_SECONDS });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(COOKIE, this.options());
  }

  private options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.production } as const;
  }
}

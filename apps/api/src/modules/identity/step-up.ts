import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import type { Messages } from '../../platform/graphql/refusal.js';
import { passwordIsTooLong, passwordMatches } from './passwords.js';
import type { Caller } from './session.service.js';
import { SignInLimiter } from './sign-in-limiter.js';

export type StepUpRefusal =
  { readonly code: 'PASSWORD_WRONG' } | { readonly code: 'PASSWORD_TRIED_TOO_OFTEN'; readonly minutes: number };

export const stepUpMessages: Messages<StepUpRefusal> = {
  PASSWORD_WRONG: {
    vi: () => 'Mật khẩu chưa đúng. Hãy nhập mật khẩu bạn dùng để đăng nhập.',
    en: () => 'The password is not right. Enter the one you sign in with.',
    field: 'password',
  },
  PASSWORD_TRIED_TOO_OFTEN: {
    vi: ({ minutes }) => `Đã thử sai nhiều lần. Hãy thử lại sau ${minutes} phút.`,
    en: ({ minutes }) => `Too many wrong tries. Try again in ${minutes} minutes.`,
    field: 'password',
  },
};

/** Asks for the password again before an act that moves money elsewhere: an open session alone is not enough. */
@Injectable()
export class StepUp {
  constructor(
    private readonly pool: SqlPool,
    private readonly limiter: SignInLimiter,
  ) {}

  async confirm(actor: Actor, password: string, caller: Caller): Promise<Result<null, StepUpRefusal>> {
    const name = `step-up:${actor.userId}`;
    const wait = await this.limiter.secondsToWait(name, caller.ip);
    if (wait > 0) return refuse({ code: 'PASSWORD_TRIED_TOO_OFTEN', minutes: Math.ceil(wait / 60) });
    const [account] = await this.pool.rows<{ password_hash: string }>(
      'step-up',
      'select password_hash from app_user where id = $1 and disabled_at is null',
      [actor.userId],
    );
    const matches =
      account !== undefined && !passwordIsTooLong(password) && (await passwordMatches(account.password_hash, password));
    if (!matches) {
      await this.limiter.failed(name, caller.ip);
      return refuse({ code: 'PASSWORD_WRONG' });
    }
    await this.limiter.succeeded(name);
    return accept(null);
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { logger } from '../../platform/logger.js';

const QUARTER_HOUR = 15 * 60;
const TRIES_PER_LOGIN = 5;
/** A market hall or an office shares one address. */
const TRIES_PER_ADDRESS = 100;
const REGISTRATIONS_PER_ADDRESS = 20;

/** Counts failed sign-ins in PostgreSQL, so that every API process sees the same number. Delays, never locks the account for good. */
@Injectable()
export class SignInLimiter implements OnApplicationShutdown {
  /** A pool of its own: the library expects bigint columns as pg's plain strings. */
  private readonly pool: pg.Pool;
  private readonly byLogin: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;
  private readonly registrations: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.pool = new pg.Pool({ connectionString: (dataSource.options as { url: string }).url, max: 2, allowExitOnIdle: true });
    // A lost idle connection is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', (error) => logger.warn({ err: error }, 'sign-in limiter lost a connection'));
    const common = {
      storeClient: this.pool,
      tableName: 'rate_limit',
      tableCreated: true,
      duration: QUARTER_HOUR,
      clearExpiredByTimeout: false,
    };
    this.byLogin = new RateLimiterPostgres({ ...common, keyPrefix: 'login', points: TRIES_PER_LOGIN });
    this.byAddress = new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: TRIES_PER_ADDRESS });
    this.registrations = new RateLimiterPostgres({ ...common, keyPrefix: 'register', points: REGISTRATIONS_PER_ADDRESS });
  }

  /** Seconds until the next try is allowed; 0 when it is allowed now. */
  async secondsToWait(login: string, ip: string): Promise<number> {
    const [ofLogin, ofAddress] = await Promise.all([this.byLogin.get(this.keyOf(login, ip)), this.byAddress.get(ip)]);
    const blocked = [
      ofLogin && ofLogin.consumedPoints >= TRIES_PER_LOGIN ? ofLogin.msBeforeNext : 0,
      ofAddress && ofAddress.consumedPoints >= TRIES_PER_ADDRESS ? ofAddress.msBeforeNext : 0,
    ];
    return Math.max(...blocked) / 1000;
  }

  async failed(login: string, ip: string): Promise<void> {
    const count = [this.byLogin.consume(this.keyOf(login, ip)), this.byAddress.consume(ip)];
    for (const outcome of await Promise.allSettled(count)) {
      if (outcome.status === 'rejected' && !(outcome.reason instanceof RateLimiterRes)) throw outcome.reason;
    }
  }

  /** Counts one registration of this address; seconds to wait when there were too many. */
  async secondsToRegister(ip: string): Promise<number> {
    try {
      await this.registrations.consume(ip);
      return 0;
    } catch (error) {
      if (error instanceof RateLimiterRes) return error.msBeforeNext / 1000;
      throw error;
    }
  }

  async succeeded(login: string): Promise<void> {
    await this.pool.query(`delete from rate_limit where key like $1`, [`login:${login}|%`]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private keyOf(login: string, ip: string): string {
    return `${login}|${ip}`;
  }
}

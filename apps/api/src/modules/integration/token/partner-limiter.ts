import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { logger } from '../../../platform/logger.js';

export const REQUESTS_PER_MINUTE = 120;
const WRONG_KEYS_PER_MINUTE = 30;

/** Counts partner requests in PostgreSQL, so that every API process sees the same number. */
@Injectable()
export class PartnerLimiter implements OnApplicationShutdown {
  /** A pool of its own: the library expects bigint columns as pg's plain strings. */
  private readonly pool: pg.Pool;
  private readonly byToken: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.pool = new pg.Pool({ connectionString: (dataSource.options as { url: string }).url, max: 2, allowExitOnIdle: true });
    // A lost idle connection is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', (error) => logger.warn({ err: error }, 'partner limiter lost a connection'));
    const common = {
      storeClient: this.pool,
      tableName: 'rate_limit',
      tableCreated: true,
      duration: 60,
      clearExpiredByTimeout: false,
    };
    this.byToken = new RateLimiterPostgres({ ...common, keyPrefix: 'partner', points: REQUESTS_PER_MINUTE });
    this.byAddress = new RateLimiterPostgres({ ...common, keyPrefix: 'partner-wrong', points: WRONG_KEYS_PER_MINUTE });
  }

  /** Seconds to wait; 0 when this request may go on. */
  secondsToWait(tokenId: string): Promise<number> {
    return consume(this.byToken, tokenId);
  }

  /** Counts a wrong key of this address. */
  wrongKey(ip: string): Promise<number> {
    return consume(this.byAddress, ip);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

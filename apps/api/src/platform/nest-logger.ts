import type { LoggerService } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { logger } from './logger.js';

/** Nest's own log into ours. Answers meant for the client are no errors of the server. */
export class NestLogger implements LoggerService {
  log(): void {}

  warn(message: unknown, context?: string): void {
    logger.warn({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    if (message instanceof GraphQLError) return;
    logger.error({ err: message instanceof Error ? message : undefined, rest: rest.map(String) }, String(message));
  }
}

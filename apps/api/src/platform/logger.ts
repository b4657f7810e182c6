import { pino } from 'pino';

/** Structured log; never a password, a token or a cookie. */
export const logger = pino({
  level: process.env['LOG_LEVEL'] ?? 'warn',
  base: { app: 'lienket' },
  redact: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization', 'token', '*.token'],
});

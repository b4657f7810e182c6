import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true')
  .optional();

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATA_DIR: z.string().optional(),
  WEB_DIR: z.string().optional(),
  PUBLIC_URL: z.string().url().optional(),
  /** Signs file links and cursors; required in production. */
  APP_SECRET: z.string().optional(),
  DEMO: flag,
  WORKER: z.enum(['inline', 'off']).default('inline'),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Another address of the card service, for tests; refused in production. */
  STRIPE_API_URL: z.string().url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Liên Kết <khong-tra-loi@lienket.local>'),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  TRUST_PROXY: flag,
});

export interface StripeConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly apiUrl?: string | undefined;
}

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Unset: the embedded PostgreSQL of the data folder. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** The built web application. */
  readonly webDir: string;
  readonly publicUrl: string | undefined;
  readonly secret: string;
  readonly demo: boolean;
  readonly worker: 'inline' | 'off';
  /** Unset: cards are not taken, or by the demo's own double. */
  readonly stripe: StripeConfig | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly trustProxy: boolean;
}

export const CONFIG = Symbol('config');

/** The workspace's root: the nearest folder above with nx.json. */
export function workspaceRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nx.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return existsSync(join(folder, 'nx.json')) ? folder : process.cwd();
}

/** Reads the environment once; throws one sentence for everything that is missing or wrong. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(source);
  if (!parsed.success) {
    throw new Error(
      `Cấu hình sai: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    );
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const problems = production ? productionProblems(env) : [];
  if (problems.length) throw new Error(`Không khởi động ở chế độ production:\n- ${problems.join('\n- ')}`);
  return {
    production,
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.DATA_DIR ?? join(workspaceRoot(), '.data')),
    webDir: resolve(env.WEB_DIR ?? join(workspaceRoot(), 'apps/web/dist')),
    publicUrl: env.PUBLIC_URL,
    secret: env.APP_SECRET ?? 'development-only-secret-development-only',
    demo: env.DEMO ?? !production,
    worker: env.WORKER,
    stripe: stripeOf(env),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    poolSize: env.POOL_SIZE,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY ?? false,
  };
}

type Environment = z.infer<typeof environment>;

function stripeOf({ STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl }: Environment) {
  if (!secretKey && !webhookSecret) return undefined;
  if (secretKey && webhookSecret) return { secretKey, webhookSecret, apiUrl };
  throw new Error('Cấu hình sai: STRIPE_SECRET_KEY và STRIPE_WEBHOOK_SECRET phải có cả hai hoặc không có (both or neither).');
}

function productionProblems(env: Environment): string[] {
  const problems: string[] = [];
  if (env.DEMO) problems.push('DEMO=1: dữ liệu mẫu không được nạp vào hệ thống thật (demo data is refused).');
  if (!env.DATABASE_URL) problems.push('DATABASE_URL: cần một PostgreSQL 15 trở lên (a PostgreSQL ≥ 15 is required).');
  if (!env.APP_SECRET) problems.push('APP_SECRET: thiếu khoá bí mật (missing).');
  else if (env.APP_SECRET.length < 32 || new Set(env.APP_SECRET).size < 10) {
    problems.push('APP_SECRET: cần ít nhất 32 ký tự ngẫu nhiên (weak: at least 32 random characters).');
  }
  if (env.STRIPE_API_URL) problems.push('STRIPE_API_URL: chỉ dùng khi kiểm thử (for tests only).');
  if (!env.PUBLIC_URL?.startsWith('https://'))
    problems.push('PUBLIC_URL: cần địa chỉ https:// của hệ thống (the https:// address).');
  return problems;
}

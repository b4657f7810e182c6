import type { DataSource } from 'typeorm';
import { logger } from '../logger.js';

/** Row-level security does not bind superusers: in production such a role is refused, elsewhere it is said. */
export async function refusePowerfulRole(dataSource: DataSource, production: boolean): Promise<void> {
  const [role]: { name: string; powerful: boolean }[] = await dataSource.query(
    'select rolname as name, rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user',
  );
  if (!role?.powerful) return;
  const sentence = `DATABASE_URL: vai trò "${role.name}" là superuser hoặc bỏ qua được row-level security; hãy dùng một vai trò thường (use an ordinary role).`;
  if (production) throw new Error(`Không khởi động ở chế độ production:\n- ${sentence}`);
  logger.warn(sentence);
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { NotFoundError } from '../../platform/errors.js';
import { pageSize } from '../../platform/graphql/keyset.js';
import { certificateForInsider, type CertificateRow, certificateSql, type CertificateView } from './certificate.view.js';

@Injectable()
export class CertificateQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  /** Of the acting organization, or any for the Alliance. */
  async byId(actor: Actor, id: string): Promise<CertificateView> {
    const [row] = await this.pool.rows<{ certificate: CertificateRow }>(
      'certificate',
      `select ${certificateSql('c')} as certificate from certificate c where c.id = $1 and (c.org_id = $2 or $3)`,
      [id, actor.orgId, actor.orgKind === 'ALLIANCE'],
    );
    if (!row) throw new NotFoundError();
    return certificateForInsider(row.certificate, this.clock.today());
  }

  /** Declared and not yet looked at, the longest waiting first. */
  async toVerify(first: number): Promise<CertificateView[]> {
    const rows = await this.pool.rows<{ certificate: CertificateRow }>(
      'certificates-to-verify',
      `select ${certificateSql('c')} as certificate from certificate c where c.status = 'DECLARED' order by c.created_at, c.id limit $1`,
      [pageSize(first)],
    );
    return rows.map(({ certificate }) => certificateForInsider(certificate, this.clock.today()));
  }
}

import { Injectable } from '@nestjs/common';
import type { CertificateTerm } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { isUuid } from '../../platform/ids.js';
import {
  certificateForInsider,
  certificatesForInsider,
  type CertificateRow,
  certificateSql,
  type CertificateView,
} from './certificate.view.js';

interface KindRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly scope: string;
  readonly term: CertificateTerm | null;
}

interface Expiring {
  readonly certificate: CertificateRow;
  readonly expiresOn: string;
  readonly id: string;
}

const RUNNING = `c.status = 'VERIFIED' and c.superseded_by is null`;
const MOST_OWN = 500;

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

  /** Everything the acting organization ever declared and did not withdraw: what needs a hand first, then by its end. */
  async mine(actor: Actor): Promise<CertificateView[]> {
    const rows = await this.pool.rows<{ certificate: CertificateRow }>(
      'certificates-own',
      `select ${certificateSql('c')} as certificate from certificate c where c.org_id = $1 and c.status <> 'WITHDRAWN'
       order by c.status <> 'RETURNED', c.superseded_by is not null, c.status = 'REVOKED', c.expires_on nulls last, c.id limit ${MOST_OWN}`,
      [actor.orgId],
    );
    return certificatesForInsider(
      rows.map(({ certificate }) => certificate),
      this.clock.today(),
    );
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

  async kinds(): Promise<KindRow[]> {
    return this.pool.rows<KindRow>(
      'certificate-kinds',
      `select k.code, k.name_vi as "nameVi", k.name_en as "nameEn", k.scope, (select p.value from legal_parameter p
         where p.code = 'CERTIFICATE_TERM' and p.variant = k.code and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1)
         order by p.valid_from desc limit 1) as term
       from certificate_kind k order by k.position`,
      [this.clock.today()],
    );
  }

  /** Papers that hold and end within so many days, the nearest first; with 0 days those that ended and were not replaced, the latest first. */
  async expiring(days: number, first: number | null, after: string | null): Promise<Connection<CertificateView>> {
    if (!Number.isInteger(days) || days < 0 || days > 3660) throw new BadInputError('Số ngày từ 0 đến 3.660.', 'days');
    const size = pageSize(first);
    const [on = null, id = null] = decodeCursor(after, 2) ?? [];
    if (on !== null && !(isUuid(id!) && /^\d{4}-\d{2}-\d{2}$/.test(on)))
      throw new BadInputError('Trang này không còn. Hãy tải lại danh sách.', 'after');
    const today = this.clock.today();
    const ended = days === 0;
    const where = ended
      ? `${RUNNING} and c.expires_on < $1::date and $2::int >= 0`
      : `${RUNNING} and c.expires_on between $1::date and $1::date + $2::int`;
    const [compare, way] = ended ? ['<', 'desc'] : ['>', 'asc'];
    const rows = await this.pool.rows<Expiring>(
      `certificates-${ended ? 'ended' : 'ending'}`,
      `select c.id, c.expires_on as "expiresOn", ${certificateSql('c')} as certificate from certificate c
       where ${where} and ($3::date is null or (c.expires_on, c.id) ${compare} ($3::date, $4::uuid))
       order by c.expires_on ${way}, c.id ${way} limit $5`,
      [today, days, on, id, size + 1],
    );
    const count = () =>
      this.pool
        .rows<{ count: number }>(
          `certificates-${ended ? 'ended' : 'ending'}-count`,
          `select count(*)::int as count from certificate c where ${where}`,
          [today, days],
        )
        .then(([row]) => row!.count);
    return toConnection(
      rows,
      size,
      ({ certificate }) => certificateForInsider(certificate, today),
      (row) => encodeCursor(row.expiresOn, row.id),
      count,
    );
  }

  /** Counts for each step of the reminders, and what has ended. */
  async expiry(): Promise<{ steps: { days: number; count: number }[]; expired: number }> {
    const [row] = await this.pool.rows<{ steps: { days: number; count: number }[]; expired: number }>(
      'certificate-expiry',
      `with steps as (select jsonb_array_elements_text(p.value)::int as days from legal_parameter p
         where p.code = 'CERTIFICATE_REMINDER_DAYS' and p.variant = '' and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date)),
       running as (select c.expires_on from certificate c where ${RUNNING} and c.expires_on is not null)
       select coalesce((select json_agg(s order by s.days desc) from (
           select days, (select count(*)::int from running where expires_on between $1::date and $1::date + days) as count from steps) s), '[]') as steps,
         (select count(*)::int from running where expires_on < $1::date) as expired`,
      [this.clock.today()],
    );
    return row!;
  }
}

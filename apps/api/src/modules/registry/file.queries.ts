import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isUuid } from '../../platform/ids.js';

export interface ReadableFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly sha256: string;
  readonly visibility: 'PUBLIC' | 'PARTIES' | 'SIDES';
}

/** Papers that name prices: only for those who stand in the document, the Alliance too only then. */
const OWN_DOCUMENT = (
  alias: string,
) => `(exists (select 1 from mou m where m.id = ${alias}.document_id and m.party_org_ids @> array[(select app_org())])
    or exists (select 1 from contract c where c.id = ${alias}.document_id and (select app_org()) in (c.seller_org_id, c.buyer_org_id)))`;

/** Papers of two sides that carry a file: memoranda with their milestones and signatures, requests for quotation, and what was attached to a message. */
const CARRIED = `select 1 from mou where document_file_id = $1
  union all select 1 from obligation_event where file_id = $1
  union all select 1 from outside_word where file_id = $1
  union all select 1 from signature s where s.file_id = $1 and ${OWN_DOCUMENT('s')}
  union all select 1 from signing_round r where r.paper_file_id = $1 and ${OWN_DOCUMENT('r')}
  union all select 1 from rfq_file where file_id = $1
  union all select 1 from petition_file where file_id = $1
  union all select 1 from mandate where evidence_file_id = $1
  union all select 1 from petition_answer where file_id = $1
  union all select 1 from thread_file where file_id = $1
  union all select 1 from credit_agreement where document_file_id = $1 and ((select app_scope()) <> 'alliance' or recorded_side = 'ALLIANCE')
  union all select 1 from fulfillment_photo where file_id = $1
  union all select 1 from delivery_proof where signature_file_id = $1 limit 1`;

@Injectable()
export class FileQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly uow: UnitOfWork,
  ) {}

  /** The file if this reader may have it; null for any other id, whether it exists or not. `actor` is asked only when needed. */
  async readable(id: string, actor: () => Promise<Actor | null>): Promise<ReadableFile | null> {
    if (!isUuid(id)) return null;
    const [file] = await this.pool.rows<ReadableFile & { orgId: string }>(
      'stored-file',
      'select id, org_id as "orgId", name, mime, sha256, visibility from stored_file where id = $1',
      [id],
    );
    if (!file || file.visibility === 'PUBLIC') return file ?? null;
    const reader = await actor();
    if (!reader) return null;
    if (reader.orgId === file.orgId) return file;
    if (reader.orgKind === 'ALLIANCE' && file.visibility === 'PARTIES') return file;
    return (await this.carriedForReader(reader, id)) || (await this.onTheListOf(reader, id)) ? file : null;
  }

  /** Row-level security answers: a paper the reader cannot see is not there. */
  private async carriedForReader(reader: Actor, id: string): Promise<boolean> {
    const rows = await this.uow.read(reader, (tx) => tx.query(CARRIED, [id]));
    return rows.length > 0;
  }

  /** A buyer opens the scans its own checklist asks for: one upload serves all buyers. Papers with personal data stay closed. */
  private async onTheListOf(reader: Actor, id: string): Promise<boolean> {
    const rows = await this.uow.read(reader, (tx) =>
      tx.query(
        `select 1 from certificate c join certificate_kind k on k.code = c.kind and k.buyers_see_scan
           join requirement_type t on c.kind = any(t.kinds) join buyer_requirement r on r.code = t.code and r.buyer_org_id = $2
         where c.file_id = $1 and c.status in ('DECLARED', 'VERIFIED') limit 1`,
        [id, reader.orgId],
      ),
    );
    return rows.length > 0;
  }
}

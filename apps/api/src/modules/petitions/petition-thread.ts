import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ThreadDocuments, type ThreadKind, type ThreadSubject } from '../threads/index.js';

/** A petition is talked about by who filed it, the bodies that were asked, and the Alliance that keeps it. */
@Injectable()
export class PetitionThread implements ThreadKind, OnModuleInit {
  readonly type = 'PETITION';

  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add(this);
  }

  async find(tx: Tx, id: string): Promise<ThreadSubject | null> {
    const [row] = await tx.query<{ title: string; orgIds: string[] }>(
      `select p.number as title, array(
         select distinct org from unnest(array_append(p.department_ids, p.petitioner_org_id)
           || array(select o.id from organization o where o.kind = 'ALLIANCE' and o.status = 'ACTIVE')) org where org is not null) as "orgIds"
       from petition p where p.id = $1`,
      [id],
    );
    return row && row.orgIds.length > 1 ? { ...row, link: `/petitions/${id}` } : null;
  }
}

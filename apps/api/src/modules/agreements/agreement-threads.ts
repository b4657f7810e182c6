import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ThreadDocuments, type ThreadSubject, twoSided } from '../threads/index.js';

/** A memorandum is talked about by all its parties, the Alliance only where it is one; a contract by its two. */
@Injectable()
export class AgreementThreads implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add({ type: 'MOU', find: memorandum });
    this.documents.add(twoSided('CONTRACT', 'contract', '/contracts'));
  }
}

async function memorandum(tx: Tx, id: string): Promise<ThreadSubject | null> {
  const [row] = await tx.query<{ title: string; orgIds: string[] }>(
    'select register_no as title, party_org_ids as "orgIds" from mou where id = $1 and cardinality(party_org_ids) >= 2',
    [id],
  );
  return row ? { ...row, link: `/agreements/${id}` } : null;
}

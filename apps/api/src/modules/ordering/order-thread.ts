import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadDocuments, twoSided } from '../threads/index.js';

/** An order is talked about by its two sides. */
@Injectable()
export class OrderThread implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add({
      type: 'ORDER',
      find: (tx, id) =>
        twoSided(
          tx,
          `select number as title, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from purchase_order where id = $1 and status <> 'DRAFT'`,
          id,
          `/orders/${id}`,
        ),
    });
  }
}

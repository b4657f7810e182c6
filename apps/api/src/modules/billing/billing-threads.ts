import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadDocuments, twoSided } from '../threads/index.js';

/** Requests for payment and e-invoices: the two sides. */
@Injectable()
export class BillingThreads implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add({
      type: 'PAYMENT_REQUEST',
      find: (tx, id) =>
        twoSided(
          tx,
          `select number as title, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from payment_request where id = $1`,
          id,
          `/payments/${id}`,
        ),
    });
    this.documents.add({
      type: 'INVOICE',
      find: (tx, id) =>
        twoSided(
          tx,
          `select symbol || ' ' || number as title, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from invoice where id = $1`,
          id,
          `/invoices/${id}`,
        ),
    });
  }
}

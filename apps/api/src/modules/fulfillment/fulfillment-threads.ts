import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadDocuments, twoSided } from '../threads/index.js';

/** Deliveries and claims: the two sides; the Alliance mediates by its offers and does not read along. */
@Injectable()
export class FulfillmentThreads implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add({
      type: 'SHIPMENT',
      find: (tx, id) =>
        twoSided(
          tx,
          `select number as title, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from shipment where id = $1`,
          id,
          `/shipments/${id}`,
        ),
    });
    this.documents.add({
      type: 'CLAIM',
      find: (tx, id) =>
        twoSided(
          tx,
          `select number as title, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from claim where id = $1`,
          id,
          `/claims/${id}`,
        ),
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadDocuments, twoSided } from '../threads/index.js';

/** Deliveries and claims: the two sides; the Alliance mediates by its offers and does not read along. */
@Injectable()
export class FulfillmentThreads implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add(twoSided('SHIPMENT', 'shipment', '/shipments'));
    this.documents.add(twoSided('CLAIM', 'claim', '/claims'));
  }
}

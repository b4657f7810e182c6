import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadDocuments, twoSided } from '../threads/index.js';

/** An order is talked about by its two sides. */
@Injectable()
export class OrderThread implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add(twoSided('ORDER', 'purchase_order', '/orders', { where: "status <> 'DRAFT'" }));
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadDocuments, twoSided } from '../threads/index.js';

/** Requests for payment and e-invoices: the two sides. */
@Injectable()
export class BillingThreads implements OnModuleInit {
  constructor(private readonly documents: ThreadDocuments) {}

  onModuleInit(): void {
    this.documents.add(twoSided('PAYMENT_REQUEST', 'payment_request', '/payments'));
    this.documents.add(twoSided('INVOICE', 'invoice', '/invoices', { title: "symbol || ' ' || number" }));
  }
}

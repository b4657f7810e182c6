import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/index.js';
import { ThreadDesk } from './thread-desk.js';
import { ThreadDocuments } from './thread-documents.js';
import { ThreadQueries } from './thread.queries.js';
import { ThreadResolver } from './thread.resolver.js';
import { ThreadService } from './thread.service.js';

/** The one talk of every document. It stands low: documents come to it, it knows none of them. */
@Module({
  imports: [RegistryModule],
  providers: [ThreadDesk, ThreadDocuments, ThreadQueries, ThreadResolver, ThreadService],
  exports: [ThreadDocuments],
})
export class ThreadsModule {}

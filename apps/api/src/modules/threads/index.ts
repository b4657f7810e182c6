export { ThreadDocuments, type ThreadKind, type ThreadSubject, twoSided } from './thread-documents.js';
export { unreadSql } from './thread.queries.js';
export { ThreadsModule } from './threads.module.js';

import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { FileStore, LocalFileStore } from '../../platform/files/file-store.js';
import { IdentityModule } from '../identity/index.js';
import { CertificateRemindersJob } from './certificate-reminders.job.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateResolver } from './certificate.resolver.js';
import { CertificateService } from './certificate.service.js';
import { FileBook } from './file-book.js';
import { FileController } from './file.controller.js';
import { FileQueries } from './file.queries.js';
import { FileService } from './file.service.js';
import { LegalBook } from './legal-book.js';
import { OrganizationQueries } from './organization.queries.js';
import { OrganizationResolver } from './organization.resolver.js';
import { OrganizationService } from './organization.service.js';
import { PhotoCopies } from './photo-copies.js';

/** Organizations, places, certificates, files, and what the law says. */
@Module({
  imports: [IdentityModule],
  controllers: [FileController],
  providers: [
    CertificateQueries,
    CertificateRemindersJob,
    CertificateResolver,
    CertificateService,
    FileBook,
    FileQueries,
    FileService,
    { provide: FileStore, inject: [CONFIG], useFactory: (config: Config) => new LocalFileStore(join(config.dataDir, 'files')) },
    LegalBook,
    PhotoCopies,
    OrganizationQueries,
    OrganizationResolver,
    OrganizationService,
  ],
  exports: [FileBook, FileStore, LegalBook],
})
export class RegistryModule {}

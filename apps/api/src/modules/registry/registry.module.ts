import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { FileStore, LocalFileStore } from '../../platform/files/file-store.js';
import { IdentityModule } from '../identity/index.js';
import { CertificateRemindersJob } from './certificate-reminders.job.js';
import { BankAccountHerald } from './bank-account/bank-account-herald.js';
import { BankAccountQueries } from './bank-account/bank-account.queries.js';
import { BankAccountResolver } from './bank-account/bank-account.resolver.js';
import { BankAccountService } from './bank-account/bank-account.service.js';
import { CertificateBatch } from './certificate-batch.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateResolver } from './certificate.resolver.js';
import { CertificateRules } from './certificate-rules.js';
import { CertificateService } from './certificate.service.js';
import { FileBook } from './file-book.js';
import { FileController } from './file.controller.js';
import { FileQueries } from './file.queries.js';
import { FileService } from './file.service.js';
import { LegalBook } from './legal-book.js';
import { OrganizationCorrectionService } from './life/organization-correction.service.js';
import { OrganizationFileQueries } from './life/organization-file.queries.js';
import { OrganizationLifeResolver } from './life/organization-life.resolver.js';
import { OrganizationLifeService } from './life/organization-life.service.js';
import { LocationResolver } from './location/location.resolver.js';
import { LocationService } from './location/location.service.js';
import { MergeQueries } from './merge/merge.queries.js';
import { MergeResolver } from './merge/merge.resolver.js';
import { OrganizationMergeService } from './merge/organization-merge.service.js';
import { OrganizationQueries } from './organization.queries.js';
import { OrganizationRegister } from './organization-register.js';
import { RegistryExport } from './registry-export.js';
import { OrganizationReviewExport } from './review-export.js';
import { OrganizationResolver } from './organization.resolver.js';
import { OrganizationService } from './organization.service.js';
import { PhotoCopies } from './photo-copies.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { RegistrationService } from './registration/registration.service.js';

/** Organizations, places, certificates, files, and what the law says. */
@Module({
  imports: [IdentityModule],
  controllers: [FileController],
  providers: [
    BankAccountHerald,
    BankAccountQueries,
    BankAccountResolver,
    BankAccountService,
    CertificateBatch,
    CertificateQueries,
    CertificateRemindersJob,
    CertificateResolver,
    CertificateRules,
    CertificateService,
    FileBook,
    FileQueries,
    FileService,
    { provide: FileStore, inject: [CONFIG], useFactory: (config: Config) => new LocalFileStore(join(config.dataDir, 'files')) },
    LegalBook,
    PhotoCopies,
    LocationResolver,
    LocationService,
    MergeQueries,
    MergeResolver,
    OrganizationCorrectionService,
    OrganizationFileQueries,
    OrganizationLifeResolver,
    OrganizationLifeService,
    OrganizationMergeService,
    OrganizationQueries,
    OrganizationRegister,
    OrganizationResolver,
    RegistryExport,
    OrganizationReviewExport,
    OrganizationService,
    RegistrationResolver,
    RegistrationService,
  ],
  exports: [CertificateBatch, CertificateRules, FileBook, FileStore, LegalBook, OrganizationRegister, PhotoCopies],
})
export class RegistryModule {}

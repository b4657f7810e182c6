export { OrganizationRef } from '../identity/index.js';
export { AdministrativeUnit as AdministrativeUnitRow } from './administrative-unit.entity.js';
export { BankAccountChange as BankAccountChangeRecord } from './bank-account/bank-account-change.entity.js';
export { Certificate, CertificateState } from './certificate.graphql.js';
export { Certificate as CertificateRecord } from './certificate.entity.js';
export { CERTIFICATE_IMAGE, CertificateBatch, type CertificatePaper, type KnownCertificate } from './certificate-batch.js';
export { certificateMessages } from './certificate.messages.js';
export { CERTIFICATE_HEADERS, ISSUER_LEVELS } from './registry-headers.js';
export { CertificateRules } from './certificate-rules.js';
export { type CertificateColumns, type CertificateSheet, columnsOf as certificateColumnsOf } from './certificate-sheet.js';
export { CertificateQueries } from './certificate.queries.js';
export {
  certificateFacts,
  certificateForInsider,
  certificatesForInsider,
  type CertificateRow,
  certificatesForPublic,
  certificateSql,
  type CertificateView,
} from './certificate.view.js';
export { type AttachedFile, FileBook } from './file-book.js';
export { FileService } from './file.service.js';
export { LegalBook } from './legal-book.js';
export { Location as LocationRecord } from './location.entity.js';
export { Location } from './location/location.graphql.js';
export { OrganizationPage } from './organization.graphql.js';
export { Organization } from './organization.entity.js';
export { type OrganizationColumns, OrganizationRegister } from './organization-register.js';
export { type OrganizationOnPaper, organizationOnPaperSql, taxCodeOnPaper } from './organization-on-paper.js';
export { type OrganizationRefView, organizationRefSql } from './organization-ref.js';
export type { LocationView } from './organization.queries.js';
export { RegistryModule } from './registry.module.js';
export { provinceInAddressSql, provinceName } from './province.js';
export { PhotoCopies } from './photo-copies.js';
export { likePatterns, searchWords } from './search-words.js';
export { StoredFile } from './stored-file.entity.js';
export { holdsDutiesSql, successorNameSql } from './succession/today-sql.js';

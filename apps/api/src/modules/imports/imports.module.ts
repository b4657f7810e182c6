import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { IdentityModule } from '../identity/index.js';
import { RegistryModule } from '../registry/index.js';
import { ExportController } from './export.controller.js';
import { ImportChecking } from './import-checking.js';
import { ImportCommitting } from './import-committing.js';
import { ImportController } from './import.controller.js';
import { ImportExport } from './import-export.js';
import { ImportKinds } from './import-kinds.js';
import { ImportQueries } from './import.queries.js';
import { ImportResolver } from './import.resolver.js';
import { ImportService } from './import.service.js';
import { ImportTidying } from './import-tidying.js';
import { ImportUndoing } from './import-undoing.js';
import { CertificatesKind } from './kinds/certificates.js';
import { LotsKind } from './kinds/lots.js';
import { PricesKind } from './kinds/prices.js';
import { ProductsKind } from './kinds/products.js';
import { RejectedRows } from './rejected-rows.js';

/** Spreadsheets that bring things in: read, matched, checked, let in, taken back. */
@Module({
  imports: [IdentityModule, RegistryModule, CatalogModule],
  controllers: [ExportController, ImportController],
  providers: [
    CertificatesKind,
    LotsKind,
    ImportChecking,
    ImportCommitting,
    ImportExport,
    ImportKinds,
    ImportQueries,
    ImportResolver,
    ImportService,
    ImportTidying,
    ImportUndoing,
    PricesKind,
    ProductsKind,
    RejectedRows,
  ],
})
export class ImportsModule {}

import { Module } from '@nestjs/common';
import { CommitmentLedger } from './commitment-ledger.js';
import { ContractBook } from './contract-book.js';
import { ProgressKeeper } from './progress-keeper.js';

@Module({
  providers: [CommitmentLedger, ContractBook, ProgressKeeper],
  exports: [CommitmentLedger, ContractBook, ProgressKeeper],
})
export class AgreementsModule {}

export { AgreementsModule } from './agreements.module.js';
export {
  DiaryDatum,
  DiaryEntry,
  MouParty,
  MouStatus,
  NextActor,
  NextMove,
  Realisation,
  RealisationKind,
  Rung,
  RungMark,
} from './agreement.graphql.js';
export { CommitmentLedger, type LedgerLine, type OverCall } from './commitment-ledger.js';
export { ContractBook, type OrderableContract, type OrderableContractLine } from './contract-book.js';
export { Contract, ContractRef, MouRef } from './contract.graphql.js';
export { diaryOf, type DiaryLine } from './diary.js';
export { Mou } from './mou.graphql.js';
export { ProgressKeeper } from './progress-keeper.js';

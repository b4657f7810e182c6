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
export {
  AgreementRegister,
  type RegisteredHead,
  type RegisteredLine,
  type RegisteredMou,
  type RegisteredParty,
} from './agreement-register.js';
export { notPausedAboveSql, numbersSql, partiesSql, type PartyView } from './agreement-sql.js';
export { auditCommitments, type Check } from './audit-commitments.js';
export { callOffMessages } from './call-off.messages.js';
export { CommitmentLedger, countsForAgreement, type LedgerLine, type OverCall } from './commitment-ledger.js';
export { type AgreementCandidate, SpotBook } from './spot-book.js';
export { callOffOpen, ContractBook, type OrderableContract, type OrderableContractLine } from './contract-book.js';
export { Contract, ContractRef, MouRef, PaymentBase } from './contract.graphql.js';
export { diaryOf, type DiaryLine } from './diary.js';
export { EndOfTerm } from './end-of-term.js';
export { Mou } from './mou.graphql.js';
export { mouMessages, type MouRefusal } from './mou.messages.js';
export { MouService } from './mou.service.js';
export { fulfilmentToleranceSql } from './progress-facts.js';
export { AGREEMENTS_MOVED, ProgressKeeper } from './progress-keeper.js';
export {
  type CallableShare,
  type PlacedPart,
  PoolBook,
  poolShort,
  type PoolStanding,
  PoolViews,
  SupplyPool,
  type SupplyPoolView,
} from './pool/index.js';
export { PROGRESS_SQL, progressView, realisationKindSql, type ProgressRow, type ProgressView } from './progress-view.js';
export { type PaceFacts, readPace } from './pace-facts.js';

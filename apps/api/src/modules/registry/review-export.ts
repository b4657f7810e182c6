import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { column, each, type ExportColumn, ExportRegistry, labelOf, type Labels } from '../../platform/spreadsheets/index.js';
import { type BankAccountChangeView, BankAccountQueries } from './bank-account/bank-account.queries.js';
import { type DuplicatePairView, MergeQueries, type MergeView } from './merge/merge.queries.js';

const MERGE: Labels = {
  PROPOSED: { vi: 'Chờ duyệt', en: 'Waiting' },
  APPROVED: { vi: 'Đã nhập', en: 'Merged' },
  REFUSED: { vi: 'Không nhập', en: 'Not merged' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};
const CHANGE: Labels = {
  WAITING: { vi: 'Chờ gọi xác nhận', en: 'Waits for a call' },
  CONFIRMED: { vi: 'Đã xác nhận, chờ đủ thời gian', en: 'Confirmed, held' },
};
const ALIKE: Labels = {
  SAME_TAX_CODE: { vi: 'Cùng mã số thuế', en: 'Same tax code' },
  SIMILAR_NAME: { vi: 'Tên gần giống', en: 'Similar name' },
};
/** A screen shows so many at most; what lies beyond comes up when these are decided. */
const MOST = 100;

const BANK_CHANGES: readonly ExportColumn<BankAccountChangeView>[] = [
  column('Đơn vị', 'Organization', 'TEXT', ({ organization }) => organization.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(CHANGE, status, locale)),
  column('Ngân hàng mới', 'New bank', 'TEXT', ({ bankName }) => bankName),
  column('Số tài khoản mới', 'New account', 'TEXT', ({ accountNo }) => accountNo),
  column('Chủ tài khoản', 'Holder', 'TEXT', ({ accountName }) => accountName, 30),
  column('Ngân hàng cũ', 'Old bank', 'TEXT', ({ oldBankName }) => oldBankName),
  column('Số tài khoản cũ', 'Old account', 'TEXT', ({ oldAccountNo }) => oldAccountNo),
  column('Lý do', 'Reason', 'TEXT', ({ reason }) => reason, 36),
  column('Người yêu cầu', 'Requested by', 'TEXT', ({ requestedByName }) => requestedByName, 24),
  column('Yêu cầu lúc', 'Requested', 'INSTANT', ({ requestedAt }) => requestedAt),
  column('Giữ đến', 'Held until', 'INSTANT', ({ holdsUntil }) => holdsUntil),
];

const DUPLICATES: readonly ExportColumn<DuplicatePairView>[] = [
  column('Đăng ký sau', 'Registered later', 'TEXT', ({ duplicate }) => duplicate.organization.name, 44),
  column('Mã số thuế (sau)', 'Tax code (later)', 'TEXT', ({ duplicate }) => duplicate.taxCode),
  column('Đăng ký trước', 'Registered first', 'TEXT', ({ survivor }) => survivor.organization.name, 44),
  column('Mã số thuế (trước)', 'Tax code (first)', 'TEXT', ({ survivor }) => survivor.taxCode),
  column('Vì sao', 'Why', 'TEXT', ({ reason }, locale) => labelOf(ALIKE, reason, locale)),
  column('Giống nhau (%)', 'Likeness (%)', 'INTEGER', ({ likeness }) => likeness),
];

const MERGES: readonly ExportColumn<MergeView>[] = [
  column('Nhập đơn vị', 'Merged', 'TEXT', ({ duplicate }) => duplicate.name, 44),
  column('Vào đơn vị', 'Into', 'TEXT', ({ survivor }) => survivor.name, 44),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(MERGE, status, locale)),
  column('Lý do', 'Reason', 'TEXT', ({ reason }) => reason, 36),
  column('Người đề nghị', 'Proposed by', 'TEXT', ({ proposedByName }) => proposedByName, 24),
  column('Đề nghị lúc', 'Proposed', 'INSTANT', ({ proposedAt }) => proposedAt),
  column('Người quyết định', 'Decided by', 'TEXT', ({ decidedByName }) => decidedByName, 24),
  column('Quyết định lúc', 'Decided', 'INSTANT', ({ decidedAt }) => decidedAt),
  column('Ghi chú', 'Note', 'TEXT', ({ decisionNote }) => decisionNote, 36),
];

/** What waits for the Alliance's review of organizations; account numbers stay masked as on the screen. */
@Injectable()
export class OrganizationReviewExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly accounts: BankAccountQueries,
    private readonly merges: MergeQueries,
  ) {}

  onModuleInit(): void {
    const may = (action: 'organization.verify' | 'organization.merge') => (actor: Actor | null) =>
      actor !== null && allows(actor, action, {});
    this.registry.add({
      ...{ name: 'bank-changes', title: { vi: 'Đổi tài khoản chờ xác nhận', en: 'Bank changes' }, columns: BANK_CHANGES },
      isFor: may('organization.verify'),
      rows: (actor) => each(this.accounts.waiting(actor!)),
    });
    this.registry.add({
      ...{ name: 'duplicates', title: { vi: 'Nghi đăng ký hai lần', en: 'Possible doubles' }, columns: DUPLICATES },
      isFor: may('organization.merge'),
      rows: (actor) => each(this.merges.duplicates(actor!, MOST)),
    });
    this.registry.add({
      ...{ name: 'merges', title: { vi: 'Nhập đơn vị', en: 'Merges' }, columns: MERGES, isFor: may('organization.merge') },
      rows: (actor) => each(this.merges.merges(actor!, MOST)),
    });
  }
}

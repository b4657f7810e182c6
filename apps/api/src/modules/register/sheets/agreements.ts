import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AgreementRegister, type RegisteredHead, type RegisteredMou, type RegisteredParty } from '../../agreements/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import type { RegisterRowRefusal } from '../register-row.messages.js';
import { changes, fits, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
import type { RowReader } from '../row-reader.js';
import { column, SCAN_PAGE } from './column.js';

const PRICES = {
  FIXED: { vi: 'Cố định', en: 'Fixed' },
  FLOOR: { vi: 'Giá sàn', en: 'Floor price' },
  MARKET: { vi: 'Theo thị trường', en: 'Market price' },
  INDEXED: { vi: 'Theo công thức', en: 'Indexed' },
  PER_ORDER: { vi: 'Theo từng đơn', en: 'Per order' },
} as const;

interface AgreementDraft {
  readonly registerNo: string;
  readonly title: string;
  readonly sellers: readonly string[];
  readonly buyers: readonly string[];
  readonly witnesses: readonly string[];
  readonly signedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly pricePrinciple: keyof typeof PRICES | null;
  readonly qualityTerms: string | null;
}
type Row = RegisterRowInHand<AgreementDraft>;

const HOW_MANY = ['Các mã bên, cách nhau bằng dấu chấm phẩy', 'Party codes, separated by semicolons'] as const;
const IMAGE = {
  table: 'mou',
  children: [
    { table: 'mou_party', parent: 'mou_id' },
    { table: 'mou_line', parent: 'mou_id' },
  ],
  counters: ['version'],
};

export const AGREEMENTS: SheetLayout = {
  name: 'AGREEMENTS',
  label: { vi: 'Biên bản', en: 'Agreements' },
  synonyms: ['biên bản ghi nhớ', 'thỏa thuận', 'biên bản thỏa thuận'],
  keyColumns: ['registerNo'],
  columns: [
    column(
      'registerNo',
      ['Số biên bản', 'Register no.'],
      ['Số trong sổ của hội nghị, không trùng', 'Its number in the conference’s register, once each'],
      'Ví dụ 01',
      { required: true, synonyms: ['số', 'số đăng ký biên bản'] },
    ),
    column(
      'title',
      ['Nội dung', 'Title'],
      ['Tên hoặc trích yếu của biên bản', 'Its title or subject'],
      'Hợp tác tiêu thụ na Chi Lăng',
      { required: true, synonyms: ['trích yếu', 'tên biên bản'] },
    ),
    column('sellers', ['Bên bán', 'Sellers'], HOW_MANY, 'B001', { required: true }),
    column('buyers', ['Bên mua', 'Buyers'], HOW_MANY, 'M001', { required: true }),
    column('witnesses', ['Bên chứng kiến', 'Witnesses'], HOW_MANY, ''),
    column(
      'signedOn',
      ['Ngày ký', 'Signed on'],
      ['Ngày/tháng/năm; không rõ thì để trống', 'Day/month/year; empty when not known'],
      '25/04/2024',
      { kind: 'DATE' },
    ),
    column('validFrom', ['Hiệu lực từ', 'Valid from'], ['Ngày/tháng/năm', 'Day/month/year'], '', { kind: 'DATE' }),
    column('validTo', ['Hiệu lực đến', 'Valid to'], ['Ngày/tháng/năm', 'Day/month/year'], '', { kind: 'DATE' }),
    column(
      'pricePrinciple',
      ['Cách định giá', 'Price principle'],
      ['Không ghi thì là theo từng đơn', 'Empty means per order'],
      'Theo từng đơn',
      { choices: PRICES },
    ),
    column('qualityTerms', ['Yêu cầu chất lượng', 'Quality terms'], ['Ghi như trong biên bản', 'As the agreement says'], ''),
    SCAN_PAGE,
  ],
};

/** The memoranda of the conference; the day of signing in a register is its word, not yet an attested signature. */
@Injectable()
export class AgreementsSheet implements SheetPart<AgreementDraft> {
  readonly name = 'AGREEMENTS';
  readonly label = AGREEMENTS.label;
  readonly synonyms = AGREEMENTS.synonyms;
  readonly keyColumns = AGREEMENTS.keyColumns;
  readonly columns = AGREEMENTS.columns;
  readonly image = IMAGE;

  constructor(private readonly agreements: AgreementRegister) {}

  keyOf = ({ registerNo }: AgreementDraft): string => codeKey(registerNo);

  read(row: RowReader): AgreementDraft {
    return {
      registerNo: row.neededText('registerNo', 50),
      title: row.neededText('title', 200),
      sellers: row.codes('sellers', true),
      buyers: row.codes('buyers', true),
      witnesses: row.codes('witnesses'),
      signedOn: row.date('signedOn'),
      validFrom: row.date('validFrom'),
      validTo: row.date('validTo'),
      pricePrinciple: row.choice('pricePrinciple', PRICES),
      qualityTerms: row.text('qualityTerms', 2000),
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[], lock: boolean): Promise<void> {
    book.refuseRepeats(rows, 'registerNo');
    const known = await this.agreements.find(tx, book.event.id, lock);
    const byNumber = new Map(known.map((mou) => [codeKey(mou.registerNo), mou]));
    const heads = new Map<string, RegisteredHead>();
    for (const row of rows) {
      const { signedOn, validFrom, validTo } = row.draft;
      if (validFrom && validTo && validFrom > validTo) book.complain(row, 'validTo', validTo, { code: 'DATES_OUT_OF_ORDER' });
      if (signedOn && signedOn > book.today) book.complain(row, 'signedOn', signedOn, { code: 'DATE_IN_FUTURE' });
      const before = byNumber.get(row.key);
      row.targetId = before?.id ?? newId();
      const head = this.head(book, row, before);
      heads.set(row.targetId, head);
      const closed = before ? closedBy(before) : null;
      if (closed && differs(before!, head)) book.complain(row, 'registerNo', row.draft.registerNo, closed);
    }
    this.heads.set(book, heads);
    book.settle(rows, (row) => {
      const before = byNumber.get(row.key);
      if (!before) return 'CREATE';
      return differs(before, heads.get(row.targetId!)!) ? 'UPDATE' : 'SAME';
    });
    for (const mou of known)
      book.agreements.set(codeKey(mou.registerNo), {
        place: { sheet: 'AGREEMENTS', row: 0 },
        mouId: mou.id,
        fits: true,
        closed: closedBy(mou),
      });
    for (const row of [...rows].reverse()) {
      const before = byNumber.get(row.key);
      book.agreements.set(row.key, {
        place: row,
        mouId: row.targetId ?? newId(),
        fits: fits(row),
        closed: before ? closedBy(before) : null,
      });
    }
  }

  async commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    const heads = this.heads.get(book)!;
    const namesOf = ({ draft }: Row) =>
      [...draft.sellers, ...draft.buyers, ...draft.witnesses].map((code) => book.parties.get(codeKey(code))?.name ?? '');
    await this.agreements.saveHeads(
      tx,
      book.event,
      rows.filter(changes).map((row) => ({
        ...heads.get(row.targetId!)!,
        id: row.targetId!,
        registerNo: row.draft.registerNo,
        isNew: row.outcome === 'CREATE',
        names: namesOf(row),
      })),
    );
    await this.agreements.refresh(
      tx,
      rows.filter(changes).map(({ targetId }) => targetId!),
    );
  }

  beforeRevert = (tx: Tx, madeIds: readonly string[]): Promise<void> => this.agreements.forget(tx, madeIds);
  afterRevert = (tx: Tx, changedIds: readonly string[]): Promise<void> => this.agreements.refresh(tx, changedIds);

  private head(book: RegisterBook, row: Row, before: RegisteredMou | undefined): RegisteredHead {
    const { title, validFrom, validTo, pricePrinciple, qualityTerms } = row.draft;
    const seen = new Set<string>();
    const parties = (column: 'sellers' | 'buyers' | 'witnesses', role: string, mustSign: boolean): RegisteredParty[] =>
      row.draft[column].flatMap((code) => {
        const party = book.partyOf(row, column, code);
        if (!party) return [];
        if (seen.has(party.orgId)) book.complain(row, column, code, { code: 'PARTY_ON_BOTH_SIDES', party: code });
        seen.add(party.orgId);
        return [{ orgId: party.orgId, role, mustSign, representative: party.representative }];
      });
    return {
      title,
      validFrom: validFrom ?? before?.validFrom ?? null,
      validTo: validTo ?? before?.validTo ?? null,
      pricePrinciple: pricePrinciple ?? before?.pricePrinciple ?? 'PER_ORDER',
      qualityTerms: qualityTerms ?? before?.qualityTerms ?? null,
      parties: [
        ...parties('sellers', 'SELLER', true),
        ...parties('buyers', 'BUYER', true),
        ...parties('witnesses', 'WITNESS', false),
      ],
    };
  }

  private readonly heads = new WeakMap<RegisterBook, ReadonlyMap<string, RegisteredHead>>();
}

const contentOf = ({ title, validFrom, validTo, pricePrinciple, qualityTerms, parties }: RegisteredHead): string =>
  JSON.stringify([
    title,
    validFrom,
    validTo,
    pricePrinciple,
    qualityTerms,
    parties.map(({ orgId, role, mustSign, representative }) => [orgId, role, mustSign, representative]),
  ]);

const differs = (before: RegisteredHead, after: RegisteredHead): boolean => contentOf(before) !== contentOf(after);

function closedBy({ status, signatures }: RegisteredMou): RegisterRowRefusal | null {
  if (status !== 'DRAFT' && status !== 'SIGNING') return { code: 'AGREEMENT_SIGNED' };
  return status === 'SIGNING' || signatures > 0 ? { code: 'AGREEMENT_BEING_SIGNED' } : null;
}

import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { type KnownPetition, PETITION_IMAGE, PetitionIntake, type RegisteredPetition } from '../../petitions/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import { changes, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
import type { RowReader } from '../row-reader.js';
import { column, SCAN_PAGE } from './column.js';

/** The fields of the notice of 25/4/2024 and a last one for what it leaves open with "…". */
export const PETITION_FIELDS = {
  TD: { vi: 'Tín dụng, lãi suất', en: 'Credit, interest' },
  TT: { vi: 'Thị trường, liên kết, tiêu thụ', en: 'Market, linkage, sales' },
  DD: { vi: 'Đất đai, môi trường', en: 'Land, environment' },
  NN: { vi: 'Sản xuất nông nghiệp', en: 'Farm production' },
  KC: { vi: 'Khoa học - công nghệ', en: 'Science, technology' },
  NL: { vi: 'Nhân lực, đào tạo', en: 'People, training' },
  NS: { vi: 'Hỗ trợ của nhà nước, Quỹ hỗ trợ', en: 'State support, support fund' },
  KH: { vi: 'Khác', en: 'Other' },
} as const;
export type PetitionField = keyof typeof PETITION_FIELDS;

export interface PetitionDraft {
  readonly code: string;
  readonly petitioner: string;
  readonly receivedOn: string | null;
  readonly fields: readonly PetitionField[];
  readonly content: string | null;
  readonly department: string | null;
  readonly answerDueOn: string | null;
}
type Row = RegisterRowInHand<PetitionDraft>;

export const PETITIONS: SheetLayout = {
  name: 'PETITIONS',
  label: { vi: 'Kiến nghị', en: 'Petitions' },
  synonyms: ['đề xuất kiến nghị'],
  keyColumns: ['code'],
  columns: [
    column(
      'code',
      ['Số kiến nghị', 'Petition no.'],
      ['Số trong sổ, không trùng', 'Its number in the register, once each'],
      'Ví dụ KN01',
      { required: true, synonyms: ['số', 'stt'] },
    ),
    column('petitioner', ['Bên kiến nghị', 'Petitioner'], ['Mã bên', 'Party code'], 'B001', { required: true }),
    column('receivedOn', ['Ngày nhận', 'Received on'], ['Ngày/tháng/năm', 'Day/month/year'], '', { kind: 'DATE' }),
    column(
      'fields',
      ['Lĩnh vực', 'Fields'],
      ['Một hay nhiều, cách nhau bằng dấu chấm phẩy', 'One or several, separated by semicolons'],
      'Tín dụng, lãi suất',
      { required: true },
    ),
    column('content', ['Nội dung', 'Content'], ['Nguyên văn; chưa có thì để trống', 'Its words; empty when there are none'], ''),
    column(
      'department',
      ['Cơ quan giải quyết', 'Department'],
      ['Tên cơ quan được giao, nếu đã giao', 'The department it was given to, if it was'],
      '',
    ),
    column(
      'answerDueOn',
      ['Trả lời trước ngày', 'Answer before'],
      ['Ngày/tháng/năm; chính ngày đó đã là muộn', 'Day/month/year; that day itself is late'],
      '',
      { kind: 'DATE' },
    ),
    SCAN_PAGE,
  ],
};

/** Petitions handed in before the conference, each on its way to the body that answers. */
@Injectable()
export class PetitionsSheet implements SheetPart<PetitionDraft> {
  readonly name = 'PETITIONS';
  readonly label = PETITIONS.label;
  readonly synonyms = PETITIONS.synonyms;
  readonly keyColumns = PETITIONS.keyColumns;
  readonly columns = PETITIONS.columns;
  readonly image = PETITION_IMAGE;

  constructor(private readonly intake: PetitionIntake) {}

  keyOf = ({ code }: PetitionDraft): string => codeKey(code);

  read(row: RowReader): PetitionDraft {
    return {
      code: row.neededText('code', 30),
      petitioner: row.neededText('petitioner', 30),
      receivedOn: row.date('receivedOn'),
      fields: this.fieldsOf(row),
      content: row.text('content', 5000),
      department: row.text('department', 200),
      answerDueOn: row.date('answerDueOn'),
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[], lock: boolean): Promise<void> {
    book.refuseRepeats(rows, 'code');
    const known = new Map((await this.intake.find(tx, book.event.id, lock)).map((item) => [codeKey(item.registerNo), item]));
    const plans = new Map<string, RegisteredPetition>();
    const outcomes = new Map<Row, 'CREATE' | 'UPDATE' | 'SAME'>();
    // Many petitions go to few bodies: each name is asked for once.
    const departments = new Map<string, string | null>();
    for (const row of rows) {
      const { code, petitioner, receivedOn, department } = row.draft;
      const party = petitioner ? book.partyOf(row, 'petitioner', petitioner) : null;
      if (receivedOn && receivedOn > book.today) book.complain(row, 'receivedOn', receivedOn, { code: 'DATE_IN_FUTURE' });
      if (department && !departments.has(department))
        departments.set(department, await this.intake.departmentNamed(tx, department));
      const departmentId = (department && departments.get(department)) || null;
      if (department && !departmentId) book.complain(row, 'department', department, { code: 'DEPARTMENT_NOT_FOUND', department });
      const before = known.get(row.key);
      row.targetId = before?.id ?? newId();
      if (!party) continue;
      const plan = planOf(row.draft, book.event.id, row.targetId, party.orgId, departmentId, before);
      plans.set(row.targetId, { ...plan, registerNo: before?.registerNo ?? code });
      outcomes.set(row, !before ? 'CREATE' : contentOf(before) === contentOf(plan) ? 'SAME' : 'UPDATE');
    }
    this.plans.set(book, plans);
    book.settle(rows, (row) => outcomes.get(row as Row) ?? 'SAME');
  }

  async commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    const plans = this.plans.get(book)!;
    for (const row of rows.filter(changes)) {
      const registered = await this.intake.register(tx, tx.actor!, plans.get(row.targetId!)!);
      // Fields, department and petitioner were checked under the same lock.
      if (!registered.ok) throw new Error(`Petition ${row.key} of the register: ${registered.refusal.code}`);
    }
  }

  beforeRevert = (tx: Tx, madeIds: readonly string[]): Promise<void> => this.intake.forget(tx, madeIds);

  private readonly plans = new WeakMap<RegisterBook, ReadonlyMap<string, RegisteredPetition>>();

  /** Names contain commas, so only semicolons and line breaks separate. */
  private fieldsOf(row: RowReader): PetitionField[] {
    const names = row
      .neededText('fields', 500)
      .split(/[;\n]/)
      .map((name) => name.trim())
      .filter(Boolean);
    return names.flatMap((name) => {
      const found = (Object.keys(PETITION_FIELDS) as PetitionField[]).find((code) =>
        [code, PETITION_FIELDS[code].vi, PETITION_FIELDS[code].en].some((one) => foldVietnamese(one) === foldVietnamese(name)),
      );
      const fields = Object.values(PETITION_FIELDS)
        .map(({ vi }) => vi)
        .join('; ');
      if (!found) row.complain('fields', { code: 'FIELD_UNKNOWN', field: name, fields });
      return found ? [found] : [];
    });
  }
}

/** An empty cell says nothing: what is known already stays. Who answers, and by when, is decided once and then by people. */
const planOf = (
  draft: PetitionDraft,
  eventId: string,
  id: string,
  petitionerOrgId: string,
  departmentId: string | null,
  before: KnownPetition | undefined,
): RegisteredPetition => ({
  id,
  eventId,
  registerNo: draft.code,
  petitionerOrgId,
  petitionerName: null,
  content: draft.content ?? before?.content ?? null,
  wantedOutcome: null,
  fieldCodes: draft.fields,
  receivedOn: draft.receivedOn ?? before?.receivedOn ?? null,
  departmentId,
  answerBefore: draft.answerDueOn,
  reportAnswer: null,
  docNo: null,
  docDate: null,
});

const contentOf = (item: Pick<KnownPetition, 'petitionerOrgId' | 'content' | 'receivedOn' | 'fieldCodes'>): string =>
  JSON.stringify([item.petitionerOrgId, item.content, item.receivedOn, [...item.fieldCodes].sort()]);

import { Injectable } from '@nestjs/common';
import { type KnownOrganization, matchOrganization, type OrganizationMatch, taxCodeIsValid } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { type OrganizationColumns, OrganizationRegister } from '../../registry/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import { RegisterMatch } from '../register-match.entity.js';
import { fits, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
import type { RowReader } from '../row-reader.js';
import { column, KIND_CHOICES, type RegisterKind, SCAN_PAGE } from './column.js';

export interface PartyDraft extends OrganizationColumns {
  readonly code: string;
  readonly kind: RegisterKind;
}

type Row = RegisterRowInHand<PartyDraft>;

interface Decision {
  readonly code: string;
  readonly decision: 'MATCHED' | 'NEW';
  readonly orgId: string | null;
}

export const PARTIES: SheetLayout = {
  name: 'PARTIES',
  label: { vi: 'Các bên', en: 'Parties' },
  synonyms: ['đơn vị', 'organizations', 'bên ký'],
  keyColumns: ['code'],
  columns: [
    column(
      'code',
      ['Mã bên', 'Party code'],
      ['Mã riêng trong sổ này; các trang khác gọi bên bằng mã', 'Its code in this register; other sheets use it'],
      'Ví dụ B001',
      { required: true },
    ),
    column('name', ['Tên đơn vị', 'Name'], ['Tên đầy đủ trong giấy đăng ký', 'The full registered name'], 'HTX Mẫu Na Chi Lăng', {
      required: true,
    }),
    column('kind', ['Loại hình', 'Kind'], ['Chọn trong danh sách', 'Choose from the list'], 'Hợp tác xã', {
      required: true,
      choices: KIND_CHOICES,
    }),
    column(
      'taxCode',
      ['Mã số thuế', 'Tax code'],
      ['10, 12 số hoặc 10 số - 3 số; chưa rõ thì để trống', '10 or 12 digits, or 10-3; empty when not known'],
      '',
      { synonyms: ['mst'] },
    ),
    column(
      'registrationNo',
      ['Số đăng ký', 'Registration no.'],
      ['Số giấy chứng nhận đăng ký', 'The number of its certificate'],
      '',
    ),
    column('representative', ['Người đại diện', 'Representative'], ['Người ký', 'Who signs'], 'Nguyễn Văn Mẫu'),
    column('representativeTitle', ['Chức vụ', 'Position'], ['Chức vụ người ký', 'Position of the person who signs'], 'Giám đốc'),
    column('address', ['Địa chỉ', 'Address'], ['Ghi như trong sổ', 'As the register says'], 'Xã Chi Lăng, tỉnh Lạng Sơn'),
    column('phone', ['Điện thoại', 'Phone'], ['Số liên hệ', 'A number to call'], ''),
    SCAN_PAGE,
  ],
};

/** The bodies that the other sheets speak of, each found among the known ones or made new. */
@Injectable()
export class PartiesSheet implements SheetPart<PartyDraft> {
  readonly name = 'PARTIES';
  readonly label = PARTIES.label;
  readonly synonyms = PARTIES.synonyms;
  readonly keyColumns = PARTIES.keyColumns;
  readonly columns = PARTIES.columns;
  readonly image = { table: 'organization', children: [], counters: ['version'] };

  constructor(private readonly organizations: OrganizationRegister) {}

  keyOf = ({ code }: PartyDraft): string => codeKey(code);

  read(row: RowReader): PartyDraft {
    const taxCode = row.text('taxCode', 20)?.replace(/\s/g, '') ?? null;
    if (taxCode && !taxCodeIsValid(taxCode)) row.complain('taxCode', { code: 'TAX_CODE_NOT_VALID' });
    return {
      code: row.neededText('code', 30),
      name: row.neededText('name', 200),
      kind: row.choice('kind', KIND_CHOICES) ?? 'ENTERPRISE',
      taxCode,
      registrationNo: row.text('registrationNo', 50),
      legalRepresentative: row.text('representative', 100),
      legalRepresentativeTitle: row.text('representativeTitle', 100),
      address: row.text('address', 300),
      phone: row.text('phone', 30),
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    book.refuseRepeats(rows, 'code');
    this.refuseTaxCodeTwice(book, rows);
    const known = await this.organizations.known(tx);
    const matches = this.match(rows, known, await earlierOf(tx, book));
    const decisions = await this.keep(tx, book, rows, matches);
    const named = new Map<string, Row>();
    const undecided = new Set<Row>();
    for (const row of rows) {
      const match = matches.get(row)!;
      const decision = decisions.get(row.key);
      const orgId = decision ? decision.orgId : match.orgId;
      if (match.isDoubtful && !decision) undecided.add(row);
      const other = orgId ? named.get(orgId) : undefined;
      if (orgId && other && fits(row)) {
        const { name } = known.find(({ id }) => id === orgId)!;
        book.complain(row, 'name', row.draft.name, { code: 'SAME_ORGANIZATION', row: other.row, name });
      } else if (orgId) named.set(orgId, row);
      row.targetId = orgId ?? newId();
    }
    const changed = await this.organizations.changed(
      tx,
      book.event.code,
      rows.flatMap((row) => (row.targetId ? [{ id: row.targetId, ...row.draft }] : [])),
    );
    const isKnown = new Set(known.map(({ id }) => id));
    book.settle(rows, (row) => {
      if (undecided.has(row as Row)) return 'UNDECIDED';
      if (!isKnown.has(row.targetId!)) return 'CREATE';
      return changed.has(row.targetId!) ? 'UPDATE' : 'SAME';
    });
    for (const row of rows) {
      if (!row.key || book.parties.has(row.key)) continue;
      const { kind, name, legalRepresentative: representative } = row.draft;
      book.parties.set(row.key, { place: row, kind, name, representative, orgId: row.targetId ?? newId(), fits: fits(row) });
    }
  }

  async commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    const ofOutcome = (outcome: string) =>
      rows.filter((row) => row.outcome === outcome).map((row) => ({ id: row.targetId!, ...row.draft }));
    await this.organizations.create(tx, book.event, ofOutcome('CREATE'));
    await this.organizations.update(tx, ofOutcome('UPDATE'));
    const known = rows.filter((row) => row.targetId);
    await tx.query(
      `update register_match m set org_id = v.org_id from jsonb_to_recordset($2::jsonb) as v(code text, org_id uuid)
       where m.batch_id = $1 and m.code = v.code`,
      [book.batchId, JSON.stringify(known.map(({ key, targetId }) => ({ code: key, org_id: targetId })))],
    );
  }

  /** What the register had made must not hold back its own going. */
  beforeRevert = async (tx: Tx, madeIds: readonly string[]): Promise<void> => {
    await tx.query('update register_match set org_id = null where org_id = any($1)', [madeIds]);
  };

  private refuseTaxCodeTwice(book: RegisterBook, rows: readonly Row[]): void {
    const first = new Map<string, number>();
    for (const row of rows) {
      const { taxCode } = row.draft;
      if (!taxCode) continue;
      const before = first.get(taxCode);
      if (before !== undefined) book.complain(row, 'taxCode', taxCode, { code: 'TAX_CODE_TWICE', row: before });
      else first.set(taxCode, row.row);
    }
  }

  private match(
    rows: readonly Row[],
    known: readonly KnownOrganization[],
    earlier: ReadonlyMap<string, string>,
  ): Map<Row, OrganizationMatch> {
    return new Map(rows.map((row) => [row, matchOrganization(row.draft, known, earlier.get(row.key) ?? null)]));
  }

  /** Writes down what was found, and keeps what a person has said as long as the same organizations are in question. */
  private async keep(
    tx: Tx,
    book: RegisterBook,
    rows: readonly Row[],
    matches: ReadonlyMap<Row, OrganizationMatch>,
  ): Promise<Map<string, Decision>> {
    const stored = await tx.query<Decision & { decidedBy: string; decidedAt: Date }>(
      `select code, decision, org_id as "orgId", decided_by as "decidedBy", decided_at as "decidedAt" from register_match
       where batch_id = $1 and decision is not null`,
      [book.batchId],
    );
    const kept = new Map<string, Decision & { decidedBy: string; decidedAt: Date }>();
    for (const row of rows) {
      const said = stored.find(({ code }) => code === row.key);
      const match = matches.get(row)!;
      const stands =
        said && match.isDoubtful && (said.decision === 'NEW' || match.candidates.some(({ orgId }) => orgId === said.orgId));
      if (stands) kept.set(row.key, said);
    }
    await tx.query('delete from register_match where batch_id = $1', [book.batchId]);
    const once = rows.filter((row, i) => row.key && rows.findIndex(({ key }) => key === row.key) === i);
    await tx.insert(
      RegisterMatch,
      once.map((row) => {
        const match = matches.get(row)!;
        const said = kept.get(row.key);
        return {
          id: newId(),
          batchId: book.batchId,
          code: row.key,
          rowNo: row.row,
          name: row.draft.name,
          taxCode: row.draft.taxCode,
          basis: match.basis,
          isDoubtful: match.isDoubtful,
          candidates: [...match.candidates],
          orgId: said ? said.orgId : match.orgId,
          decision: said?.decision ?? null,
          decidedBy: said?.decidedBy ?? null,
          decidedAt: said?.decidedAt ?? null,
        };
      }),
    );
    return kept;
  }
}

/** The organizations that earlier registers of this event found for each code. */
async function earlierOf(tx: Tx, book: RegisterBook): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; orgId: string }>(
    `select distinct on (m.code) m.code, m.org_id as "orgId" from register_match m join register_batch b on b.id = m.batch_id
     where b.event_id = $1 and b.status = 'COMMITTED' and m.org_id is not null order by m.code, b.committed_at desc`,
    [book.event.id],
  );
  return new Map(rows.map(({ code, orgId }) => [code, orgId]));
}

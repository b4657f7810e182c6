import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { EventRegister, type RegisteredDelegate } from '../../events/index.js';
import { YES_NO } from '../../imports/index.js';
import { codeKey, type RegisterBook } from '../register-book.js';
import { changes, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
import type { RowReader } from '../row-reader.js';
import { column, SCAN_PAGE } from './column.js';

const ROLES = {
  COOPERATIVE: { vi: 'Hợp tác xã', en: 'Cooperative' },
  ENTERPRISE: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  DISTRIBUTOR: { vi: 'Đơn vị phân phối', en: 'Distributor' },
  SIGNATORY: { vi: 'Đơn vị ký kết', en: 'Signing unit' },
  AUTHORITY: { vi: 'Cơ quan nhà nước', en: 'Authority' },
  ASSOCIATION: { vi: 'Hội, hiệp hội', en: 'Association' },
  PRESS: { vi: 'Báo chí', en: 'Press' },
  OTHER: { vi: 'Khác', en: 'Other' },
} as const;

interface DelegateDraft {
  readonly code: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly party: string | null;
  readonly orgName: string | null;
  readonly role: keyof typeof ROLES | null;
  readonly phone: string | null;
  readonly attended: boolean | null;
}
type Row = RegisterRowInHand<DelegateDraft>;

export const DELEGATES: SheetLayout = {
  name: 'DELEGATES',
  label: { vi: 'Đại biểu', en: 'Delegates' },
  synonyms: ['khách mời', 'danh sách đại biểu'],
  keyColumns: ['code'],
  columns: [
    column(
      'code',
      ['Số thứ tự', 'No.'],
      ['Số riêng của đại biểu trong sổ', 'The number of the delegate in the register'],
      'Ví dụ 1',
      { required: true, synonyms: ['stt', 'mã đại biểu'] },
    ),
    column('fullName', ['Họ và tên', 'Full name'], ['Họ và tên', 'Full name'], 'Nguyễn Văn Mẫu', { required: true }),
    column('title', ['Chức vụ', 'Position'], ['Chức vụ', 'Position'], 'Giám đốc'),
    column(
      'party',
      ['Mã bên', 'Party code'],
      ['Nếu đơn vị có ở trang Các bên', 'If the body stands in the sheet of parties'],
      'B001',
    ),
    column('orgName', ['Đơn vị', 'Body'], ['Nếu đơn vị không có ở trang Các bên', 'If it does not'], ''),
    column('role', ['Thành phần', 'Capacity'], ['Chọn trong danh sách', 'Choose from the list'], 'Hợp tác xã', {
      choices: ROLES,
    }),
    column('phone', ['Điện thoại', 'Phone'], ['Số liên hệ', 'A number to call'], ''),
    column('attended', ['Có mặt', 'Attended'], ['có, không; không biết thì để trống', 'yes or no; empty when not known'], 'có', {
      choices: YES_NO,
    }),
    SCAN_PAGE,
  ],
};

/** Who was invited and who came. */
@Injectable()
export class DelegatesSheet implements SheetPart<DelegateDraft> {
  readonly name = 'DELEGATES';
  readonly label = DELEGATES.label;
  readonly synonyms = DELEGATES.synonyms;
  readonly keyColumns = DELEGATES.keyColumns;
  readonly columns = DELEGATES.columns;
  readonly image = { table: 'event_delegate', children: [] };

  constructor(private readonly events: EventRegister) {}

  keyOf = ({ code }: DelegateDraft): string => codeKey(code);

  read(row: RowReader): DelegateDraft {
    return {
      code: row.neededText('code', 30),
      fullName: row.neededText('fullName', 100),
      title: row.text('title', 100),
      party: row.text('party', 30),
      orgName: row.text('orgName', 200),
      role: row.choice('role', ROLES),
      phone: row.text('phone', 30),
      attended: row.yesNo('attended'),
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[], lock: boolean): Promise<void> {
    book.refuseRepeats(rows, 'code');
    const known = await this.events.delegates(
      tx,
      book.event.id,
      rows.map(({ draft }) => draft.code),
      lock,
    );
    for (const row of rows) {
      if (row.draft.party) book.partyOf(row, 'party', row.draft.party);
      row.targetId = known.find(({ code }) => codeKey(code) === row.key)?.id ?? newId();
    }
    book.settle(rows, (row) => {
      const before = known.find(({ id }) => id === row.targetId);
      if (!before) return 'CREATE';
      return JSON.stringify(before) === JSON.stringify({ ...this.delegate(book, row as Row), code: before.code })
        ? 'SAME'
        : 'UPDATE';
    });
  }

  commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    return this.events.saveDelegates(
      tx,
      book.event.id,
      rows.filter(changes).map((row) => this.delegate(book, row)),
    );
  }

  private delegate(book: RegisterBook, { draft, targetId }: Row): RegisteredDelegate {
    const party = draft.party ? book.parties.get(codeKey(draft.party)) : null;
    const { code, fullName, title, phone, attended, orgName } = draft;
    return {
      id: targetId!,
      code,
      fullName,
      title,
      orgId: party?.orgId ?? null,
      orgName,
      role: draft.role ?? 'OTHER',
      phone,
      attended,
    };
  }
}

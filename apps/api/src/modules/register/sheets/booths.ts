import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { EventRegister, type RegisteredBooth } from '../../events/index.js';
import type { RegisterBook } from '../register-book.js';
import { changes, type RegisterRowInHand, type SheetLayout, type SheetPart } from '../register-sheet.js';
import type { RowReader } from '../row-reader.js';
import { column, SCAN_PAGE } from './column.js';

interface BoothDraft {
  readonly position: number | null;
  readonly title: string | null;
  readonly party: string | null;
  readonly unit: string | null;
  readonly goods: string | null;
}
type Row = RegisterRowInHand<BoothDraft>;

/** More than any hall holds, where the event does not say how many there are. */
const MOST_BOOTHS = 500;

export const BOOTHS: SheetLayout = {
  name: 'BOOTHS',
  label: { vi: 'Gian trưng bày', en: 'Booths' },
  synonyms: ['điểm trưng bày', 'gian hàng'],
  keyColumns: ['position'],
  columns: [
    column(
      'position',
      ['Số gian', 'Booth no.'],
      ['Từ 1 đến số gian của hội nghị', 'From 1 to the number of booths of the event'],
      'Ví dụ 1',
      { required: true, kind: 'INTEGER' },
    ),
    column('title', ['Tên gian', 'Title'], ['Bảng tên treo ở gian', 'The name over the booth'], 'Gian huyện Chi Lăng'),
    column('party', ['Mã bên', 'Party code'], ['Nếu gian của một hợp tác xã', 'If it is a cooperative’s'], ''),
    column(
      'unit',
      ['Địa bàn', 'Administrative unit'],
      ['Nếu gian của một huyện, xã: tên hoặc mã', 'If it is a district’s or a commune’s: name or code'],
      'huyện Chi Lăng',
    ),
    column('goods', ['Sản phẩm trưng bày', 'Goods shown'], ['Ghi như trong sổ', 'As the register says'], 'Na, măng ớt'),
    SCAN_PAGE,
  ],
};

/** Display points: each belongs to a cooperative or to an administrative unit, or nobody knows whose it was. */
@Injectable()
export class BoothsSheet implements SheetPart<BoothDraft> {
  readonly name = 'BOOTHS';
  readonly label = BOOTHS.label;
  readonly synonyms = BOOTHS.synonyms;
  readonly keyColumns = BOOTHS.keyColumns;
  readonly columns = BOOTHS.columns;
  readonly image = { table: 'booth', children: [] };

  constructor(private readonly events: EventRegister) {}

  keyOf = ({ position }: BoothDraft): string => (position === null ? '' : String(position));

  read(row: RowReader): BoothDraft {
    row.neededText('position', 20);
    return {
      position: row.integer('position'),
      title: row.text('title', 200),
      party: row.text('party', 30),
      unit: row.text('unit', 100),
      goods: row.text('goods', 500),
    };
  }

  async check(tx: Tx, book: RegisterBook, rows: readonly Row[], lock: boolean): Promise<void> {
    book.refuseRepeats(rows, 'position');
    const known = await this.events.booths(tx, book.event.id, lock);
    const units = await unitsOf(tx);
    const most = book.event.boothCount ?? MOST_BOOTHS;
    const planned = new Map<string, RegisteredBooth>();
    for (const row of rows) {
      const { position, title, party, unit, goods } = row.draft;
      if (position !== null && (position < 1 || position > most))
        book.complain(row, 'position', String(position), { code: 'POSITION_NOT_VALID', most });
      if (party && unit) book.complain(row, 'unit', unit, { code: 'BOOTH_OF_TWO' });
      const owner = party ? book.partyOf(row, 'party', party) : null;
      const ownerUnitCode = unit ? (units.get(foldVietnamese(unit)) ?? null) : null;
      if (unit && !ownerUnitCode) book.complain(row, 'unit', unit, { code: 'UNIT_UNKNOWN' });
      const before = known.find((booth) => booth.position === position);
      row.targetId = before?.id ?? newId();
      const said = { title, ownerOrgId: owner?.orgId ?? null, ownerUnitCode, goods };
      // What the register leaves empty stays what it was; a named owner replaces the other kind of owner.
      const hasOwner = said.ownerOrgId ?? said.ownerUnitCode;
      planned.set(row.targetId, {
        id: row.targetId,
        position: position ?? 0,
        title: title ?? before?.title ?? null,
        ownerOrgId: hasOwner ? said.ownerOrgId : (before?.ownerOrgId ?? null),
        ownerUnitCode: hasOwner ? said.ownerUnitCode : (before?.ownerUnitCode ?? null),
        goods: goods ?? before?.goods ?? null,
      });
    }
    this.planned.set(book, planned);
    book.settle(rows, ({ targetId }) => {
      const before = known.find(({ id }) => id === targetId);
      if (!before) return 'CREATE';
      return JSON.stringify(before) === JSON.stringify(planned.get(targetId!)) ? 'SAME' : 'UPDATE';
    });
  }

  commit(tx: Tx, book: RegisterBook, rows: readonly Row[]): Promise<void> {
    const planned = this.planned.get(book)!;
    return this.events.saveBooths(
      tx,
      book.event.id,
      rows.filter(changes).map(({ targetId }) => planned.get(targetId!)!),
    );
  }

  private readonly planned = new WeakMap<RegisterBook, ReadonlyMap<string, RegisteredBooth>>();
}

/** Units by code, full name and short name; a name that two of them bear names none. The register of 2024 speaks of districts. */
async function unitsOf(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; name: string; shortName: string; level: string }>(
    `select code, name, short_name as "shortName", level from administrative_unit where level <> 'PROVINCE'`,
  );
  const units = new Map<string, string | null>();
  const add = (name: string, code: string) => {
    const key = foldVietnamese(name);
    units.set(key, units.has(key) && units.get(key) !== code ? null : code);
  };
  for (const { code, name, shortName, level } of rows) {
    add(code, code);
    add(name, code);
    if (level === 'DISTRICT')
      for (const kind of ['huyện', 'thành phố', 'UBND huyện', 'UBND thành phố']) add(`${kind} ${shortName}`, code);
  }
  return new Map([...units].filter((entry): entry is [string, string] => entry[1] !== null));
}

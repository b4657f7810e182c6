import type { EvidenceGrade, LedgerKind, Quantity } from '@lienket/domain';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';

/** A row to write: of a contract line, and of the memorandum's line it counts for, or of the latter alone. */
export interface NewEntry {
  readonly contractLineId: string | null;
  readonly mouLineId: string | null;
  readonly qty: Quantity;
  readonly source: { readonly type: string; readonly id: string; readonly lineId: string };
  readonly grade?: EvidenceGrade;
  readonly reversesId?: string;
}

/** Which column of the rollup a kind moves, and in which direction; a confirmation moves none. */
const MOVES: Readonly<Record<LedgerKind, readonly [column: string, sign: bigint] | null>> = {
  COMMIT: ['committed', 1n],
  AMEND: ['committed', 1n],
  CALL_OFF: ['called_off', 1n],
  CONFIRM: null,
  CALL_OFF_RELEASE: ['called_off', -1n],
  DISPATCH: ['dispatched', 1n],
  ACCEPT: ['accepted', 1n],
  REJECT: ['rejected', 1n],
  INVOICE: ['invoiced', 1n],
  PAY: ['paid', 1n],
};

const thousandthsToDecimal = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(4, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};

/**
 * Writes entries of one kind and moves the rollups of their lines, in one statement whatever their number.
 * The caller holds the locks of the rollup rows.
 */
export async function writeEntries(tx: Tx, kind: LedgerKind, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const moves = MOVES[kind];
  const moved = new Map<string, bigint>();
  for (const { contractLineId, mouLineId, qty } of moves ? entries : []) {
    for (const id of [contractLineId, mouLineId]) if (id) moved.set(id, (moved.get(id) ?? 0n) + qty.thousandths * moves![1]);
  }
  const column = moves?.[0] ?? 'called_off';
  await tx.query(
    prepared(`with written as (
       insert into commitment_entry (id, contract_line_id, mou_line_id, kind, qty, source_type, source_id, source_line_id, evidence_grade, at, reverses_id)
       select e.id, e.contract_line_id, e.mou_line_id, $9, e.qty, e.source_type, e.source_id, e.source_line_id, e.grade, $10, e.reverses_id
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::numeric[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $11::uuid[])
         as e(id, contract_line_id, mou_line_id, qty, source_type, source_id, source_line_id, grade, reverses_id))
     update agreement_line_total t set ${column} = coalesce(t.${column}, 0) + m.qty
     from unnest($12::uuid[], $13::numeric[]) as m(line_id, qty) where t.line_id = m.line_id`),
    [
      entries.map(newId),
      entries.map((entry) => entry.contractLineId),
      entries.map((entry) => entry.mouLineId),
      entries.map((entry) => entry.qty.toDecimalString()),
      entries.map((entry) => entry.source.type),
      entries.map((entry) => entry.source.id),
      entries.map((entry) => entry.source.lineId),
      entries.map((entry) => entry.grade ?? 'A'),
      kind,
      tx.now,
      entries.map((entry) => entry.reversesId ?? null),
      [...moved.keys()],
      [...moved.values()].map(thousandthsToDecimal),
    ],
  );
}

/** Opens the rollups of lines that now count, and enters what they commit; an unquantified line commits nothing. */
export async function openLines(
  tx: Tx,
  kind: 'MOU' | 'CONTRACT',
  documentId: string,
  lines: readonly { readonly id: string; readonly target: Quantity | null }[],
): Promise<void> {
  await tx.query(
    `insert into agreement_line_total (line_id, line_kind) select id, $2 from unnest($1::uuid[]) as line(id) order by id on conflict do nothing`,
    [lines.map((line) => line.id), kind],
  );
  const committed = lines.flatMap(({ id, target }) =>
    target
      ? [
          {
            contractLineId: kind === 'CONTRACT' ? id : null,
            mouLineId: kind === 'MOU' ? id : null,
            qty: target,
            source: { type: kind, id: documentId, lineId: id },
          },
        ]
      : [],
  );
  await writeEntries(tx, 'COMMIT', committed);
}

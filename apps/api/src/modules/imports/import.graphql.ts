import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IMPORT_STATES, type ImportState } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { IMPORT_KINDS, type ImportKindName, ROW_OUTCOMES, type RowOutcome } from './import-kind.js';

export const ImportKind = enumOf(IMPORT_KINDS);
registerEnumType(ImportKind, { name: 'ImportKind' });
export const ImportStatus = enumOf(IMPORT_STATES);
registerEnumType(ImportStatus, { name: 'ImportStatus' });
export const ImportRowOutcome = enumOf(ROW_OUTCOMES);
registerEnumType(ImportRowOutcome, { name: 'ImportRowOutcome' });
export const ImportMode = enumOf(['VALID_ONLY', 'ALL_OR_NOTHING'] as const);
registerEnumType(ImportMode, { name: 'ImportMode' });

@ObjectType()
@Authority('SIGNED_IN')
export class ImportHeader {
  @Field(() => String, { description: 'The letter of the column in the file.' }) letter: string;
  @Field(() => String) header: string;
  @Field(() => String, { nullable: true }) sample: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the column it is matched to.' }) column: string | null;
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportColumn {
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => Boolean) isRequired: boolean;
  @Field(() => String) help: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportProblem {
  @Field(() => String) column: string;
  @Field(() => String) label: string;
  @Field(() => String, { nullable: true, description: 'Address of the cell, such as C7.' }) cell: string | null;
  @Field(() => String) code: string;
  @Field(() => String, { description: 'What stood there.' }) found: string;
  @Field(() => String, { description: 'What is wrong and how to mend it.' }) message: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportRow {
  @Field(() => Int, { description: 'The number its program shows.' }) row: number;
  @Field(() => String) key: string;
  @Field(() => ImportRowOutcome, { nullable: true }) outcome: RowOutcome | null;
  @Field(() => [ImportProblem]) problems: ImportProblem[];
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportProblemGroup {
  @Field(() => String) code: string;
  @Field(() => String) column: string;
  @Field(() => String) label: string;
  @Field(() => String) message: string;
  @Field(() => Int) count: number;
  @Field(() => [String], { description: 'The first few cells.' }) cells: string[];
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportKept {
  @Field(() => Int) row: number;
  @Field(() => String) name: string;
  @Field(() => String) reason: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportUndo {
  @Field(() => Int) undone: number;
  @Field(() => [ImportKept]) kept: ImportKept[];
}

@ObjectType()
@Authority('SIGNED_IN')
export class ImportBatch {
  @Field(() => ID) id: string;
  @Field(() => ImportKind) kind: ImportKindName;
  @Field(() => String) fileName: string;
  @Field(() => ImportStatus) status: ImportState;
  @Field(() => ImportMode, { nullable: true }) mode: keyof typeof ImportMode | null;
  @Field(() => [ImportHeader]) headers: ImportHeader[];
  @Field(() => [ImportColumn]) columns: ImportColumn[];
  @Field(() => [String], { description: 'Labels of required columns that no header is matched to.' }) missing: string[];
  @Field(() => Int) rowsTotal: number;
  @Field(() => Int) rowsDone: number;
  @Field(() => Int) toCreate: number;
  @Field(() => Int) toUpdate: number;
  @Field(() => Int) toSkip: number;
  @Field(() => Int) withErrors: number;
  @Field(() => Boolean) cancelAsked: boolean;
  @Field(() => String, { nullable: true, description: 'Why the whole file was not taken.' }) refusal: string | null;
  @Field(() => String) createdByName: string;
  @Field(() => Instant) createdAt: Date;
  @Field(() => Instant, { nullable: true }) committedAt: Date | null;
  @Field(() => Instant, { nullable: true }) undoUntil: Date | null;
  @Field(() => Instant, { nullable: true }) revertedAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const ImportBatchConnection = connectionOf('ImportBatch', ImportBatch, 'SIGNED_IN');
export const ImportRowConnection = connectionOf('ImportRow', ImportRow, 'SIGNED_IN');

@ObjectType()
@Authority('SIGNED_IN')
export class ImportKindInfo {
  @Field(() => ImportKind) kind: ImportKindName;
  @Field(() => String) label: string;
  @Field(() => [ImportColumn]) columns: ImportColumn[];
}

@InputType()
export class ImportMatchInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => [String], { nullable: 'items', description: 'For each header of the file a column key, or null to leave it out.' })
  mapping: (string | null)[];
}

@InputType()
export class ImportCommitInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => ImportMode) mode: keyof typeof ImportMode;
}

@InputType()
export class ImportActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

export const ImportResult = resultUnion('ImportResult', () => [ImportBatch, Refused] as const);

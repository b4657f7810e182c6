import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MATCH_BASES, REGISTER_STATES, type RegisterState } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { EventRef } from '../events/index.js';
import { OrganizationRef } from '../registry/index.js';
import { SHEETS } from './register-sheet.js';

export const RegisterStatus = enumOf(REGISTER_STATES);
registerEnumType(RegisterStatus, { name: 'RegisterStatus' });
export const RegisterSheetName = enumOf(SHEETS);
registerEnumType(RegisterSheetName, { name: 'RegisterSheetName' });
export const RegisterMode = enumOf(['VALID_ONLY', 'ALL_OR_NOTHING'] as const);
registerEnumType(RegisterMode, { name: 'RegisterMode' });
export const RegisterMatchBasis = enumOf(MATCH_BASES);
registerEnumType(RegisterMatchBasis, { name: 'RegisterMatchBasis' });
export const RegisterMatchDecision = enumOf(['MATCHED', 'NEW'] as const);
registerEnumType(RegisterMatchDecision, { name: 'RegisterMatchDecision' });

@ObjectType({ description: 'What became of the rows of one sheet.' })
@Authority('register.prepare')
export class RegisterSheet {
  @Field(() => RegisterSheetName) sheet: keyof typeof RegisterSheetName;
  @Field(() => String) label: string;
  @Field(() => String, { nullable: true, description: 'Its name in the file; null when the file has no such sheet.' }) title:
    string | null;
  @Field(() => [String], { description: 'Headers of the file that mean nothing here.' }) ignoredHeaders: string[];
  @Field(() => Int) total: number;
  @Field(() => Int) creates: number;
  @Field(() => Int) updates: number;
  @Field(() => Int) same: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) held: number;
  @Field(() => Int) errors: number;
}

@ObjectType({ description: 'A cell to mend.' })
@Authority('register.prepare')
export class RegisterProblem {
  @Field(() => RegisterSheetName) sheet: keyof typeof RegisterSheetName;
  @Field(() => String) sheetTitle: string;
  @Field(() => Int) row: number;
  @Field(() => String, {
    nullable: true,
    description: 'Address of the cell, such as C7; null when the column is not in the file.',
  })
  cell: string | null;
  @Field(() => String) key: string;
  @Field(() => String) label: string;
  @Field(() => String) code: string;
  @Field(() => String) found: string;
  @Field(() => String) message: string;
  @Field(() => Int, { description: 'Rows left out because they depend on this one.' }) holds: number;
}

@ObjectType()
@Authority('register.prepare')
export class RegisterCandidate {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => String, { nullable: true }) taxCode: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => Float, { description: 'How alike the names are, 0 to 1.' }) score: number;
}

@ObjectType({ description: 'Which organization a party is.' })
@Authority('register.prepare')
export class RegisterMatch {
  @Field(() => ID) id: string;
  @Field(() => Int) row: number;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) taxCode: string | null;
  @Field(() => RegisterMatchBasis) basis: keyof typeof RegisterMatchBasis;
  @Field(() => Boolean, { description: 'A person must say.' }) isDoubtful: boolean;
  @Field(() => RegisterMatchDecision, { nullable: true }) decision: keyof typeof RegisterMatchDecision | null;
  @Field(() => ID, { nullable: true, description: 'The organization it is; null: a new one, or not yet said.' }) orgId:
    string | null;
  @Field(() => [RegisterCandidate]) candidates: RegisterCandidate[];
}

@ObjectType({ description: "A conference's register as one file." })
@Authority('register.prepare')
export class RegisterBatch {
  @Field(() => ID) id: string;
  @Field(() => EventRef) event: EventRef;
  @Field(() => String) fileName: string;
  @Field(() => RegisterStatus) status: RegisterState;
  @Field(() => RegisterMode, { nullable: true }) mode: keyof typeof RegisterMode | null;
  @Field(() => String, { nullable: true }) refusal: string | null;
  @Field(() => String, { nullable: true }) returnReason: string | null;
  @Field(() => String) createdByName: string;
  @Field(() => Instant) createdAt: Date;
  @Field(() => String, { nullable: true }) submittedByName: string | null;
  @Field(() => Instant, { nullable: true }) submittedAt: Date | null;
  @Field(() => String, { nullable: true }) approvedByName: string | null;
  @Field(() => Instant, { nullable: true }) approvedAt: Date | null;
  @Field(() => Instant, { nullable: true }) committedAt: Date | null;
  @Field(() => Instant, { nullable: true }) revertUntil: Date | null;
  @Field(() => Instant, { nullable: true }) revertedAt: Date | null;
  @Field(() => Int) matchesOpen: number;
  @Field(() => [RegisterSheet]) sheets: RegisterSheet[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const RegisterBatchConnection = connectionOf('RegisterBatch', RegisterBatch, 'register.prepare');
export const RegisterProblemConnection = connectionOf('RegisterProblem', RegisterProblem, 'register.prepare');

@ObjectType({ description: "Where a field's value stands in a conference's register." })
@Authority('PARTIES')
export class RegisterSource {
  @Field(() => RegisterSheetName) sheet: keyof typeof RegisterSheetName;
  @Field(() => Int, { description: 'Line number; 0 for the agreement itself.' }) item: number;
  @Field(() => String) field: string;
  @Field(() => String) label: string;
  @Field(() => String) value: string;
  @Field(() => String, { description: 'As "Biên bản!D12".' }) place: string;
  @Field(() => String, { nullable: true }) scanPage: string | null;
  @Field(() => String) fileName: string;
  @Field(() => Instant) committedAt: Date;
}

@InputType()
export class RegisterActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class RegisterDecideInput extends RegisterActionInput {
  @Field(() => ID) matchId: string;
  @Field(() => ID, { nullable: true, description: 'One of the candidates; null for a new organization.' }) orgId?: string | null;
}

@InputType()
export class RegisterSubmitInput extends RegisterActionInput {
  @Field(() => RegisterMode) mode: keyof typeof RegisterMode;
}

@InputType()
export class RegisterReturnInput extends RegisterActionInput {
  @Field(() => String) reason: string;
}

export const RegisterResult = resultUnion('RegisterResult', () => [RegisterBatch, Refused, VersionConflict] as const);

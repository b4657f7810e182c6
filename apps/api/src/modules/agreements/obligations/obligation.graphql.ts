import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OBLIGATION_RESULTS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';

export const ObligationResult = enumOf(OBLIGATION_RESULTS);
registerEnumType(ObligationResult, { name: 'ObligationResult' });
export const ObligationState = enumOf(['SCHEDULED', ...OBLIGATION_RESULTS]);
registerEnumType(ObligationState, { name: 'ObligationState' });
export const ObligationEventKind = enumOf(['CLAIM', 'CONFIRM', 'DISPUTE', 'ATTEST']);
registerEnumType(ObligationEventKind, { name: 'ObligationEventKind' });

@ObjectType()
@Authority('PARTIES')
export class ObligationEvent {
  @Field(() => ObligationEventKind) kind: keyof typeof ObligationEventKind;
  @Field(() => ObligationResult, { nullable: true }) result: keyof typeof ObligationResult | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) fileUrl: string | null;
  @Field(() => String, { nullable: true }) fileName: string | null;
  @Field(() => String, { nullable: true }) fileSha256: string | null;
  @Field(() => String) organizationName: string;
  @Field(() => String) personName: string;
  @Field(() => Instant) at: Date;
}

@ObjectType({ description: 'A duty other than volume; its state is derived from what was said about it.' })
@Authority('PARTIES')
export class Obligation {
  @Field(() => ID) id: string;
  @Field(() => Int) obligationNo: number;
  @Field(() => String) title: string;
  @Field(() => OrganizationRef) obliged: OrganizationRef;
  @Field(() => LocalDate) dueOn: string;
  @Field(() => ObligationState) state: keyof typeof ObligationState;
  @Field(() => ObligationResult, { nullable: true, description: 'Reported, and not yet confirmed.' }) waiting:
    keyof typeof ObligationResult | null;
  @Field(() => Boolean) disputed: boolean;
  @Field(() => String, { nullable: true, description: 'PARTIES or ALLIANCE.' }) settledBy: string | null;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => [ObligationEvent]) events: ObligationEvent[];
  @Field(() => [ObligationEventKind], { description: 'What the reader may say now.' })
  actions: (keyof typeof ObligationEventKind)[];
}

@InputType()
export class MouObligationInput {
  @Field(() => String) title: string;
  @Field(() => ID) obligedOrgId: string;
  @Field(() => LocalDate) dueOn: string;
}

@InputType()
export class ObligationActInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => ObligationResult, { nullable: true }) result?: keyof typeof ObligationResult | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

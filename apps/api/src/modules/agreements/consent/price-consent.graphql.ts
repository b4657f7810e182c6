import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';

@ObjectType()
@Authority('SIGNED_IN')
export class PartyConsent {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => Instant, { nullable: true }) givenAt: Date | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day; null: not given, taken back or run out.' }) expiresOn:
    string | null;
}

@ObjectType({
  description: 'Whether the Alliance may read the prices of an agreement: only with the word of every seller and buyer.',
})
@Authority('SIGNED_IN')
export class PriceConsentState {
  @Field(() => Boolean, { description: 'All have consented and nobody took it back.' }) isOpen: boolean;
  @Field(() => Boolean, { description: 'The reader may speak for one of the sides.' }) mayDecide: boolean;
  @Field(() => [PartyConsent]) sides: PartyConsent[];
}

@InputType()
export class PriceConsentGiveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) mouId: string;
  @Field(() => LocalDate) expiresOn: string;
}

@InputType()
export class PriceConsentRevokeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) mouId: string;
}

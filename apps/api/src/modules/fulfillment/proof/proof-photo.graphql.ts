import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';

@ObjectType({ description: 'A picture for both sides and a mediator.' })
@Authority('PARTIES')
export class ProofPhoto {
  @Field(() => ID) id: string;
  @Field(() => String) url: string;
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { QuantityScalar, VND } from '../../platform/graphql/scalars.js';

@ObjectType()
@Authority('PARTIES')
export class WaitingQuantity {
  @Field(() => String) unit: string;
  @Field(() => QuantityScalar) qty: string;
}

@ObjectType({ description: 'What was promised and is not accepted yet while a petition waits for its answer; derived.' })
@Authority('PARTIES')
export class MoneyWaiting {
  @Field(() => Int) agreements: number;
  @Field(() => [WaitingQuantity], { description: 'For the parties and the Alliance.' }) quantities: WaitingQuantity[];
  @Field(() => VND, { nullable: true, description: 'At the reference prices of signing; null when unknown or not to be told.' })
  value: bigint | null;
  @Field(() => Boolean, { description: 'A sum exists, but fewer than three sellers or buyers stand behind it.' })
  valueHidden: boolean;
  @Field(() => Int) notQuantified: number;
}

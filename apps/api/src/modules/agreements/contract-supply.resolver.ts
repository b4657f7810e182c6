import { Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { AvailabilityBook } from '../catalog/index.js';
import { Contract } from './contract.graphql.js';
import type { ContractView } from './contract.queries.js';
import { plannedContract } from './planned-contract.js';

@ObjectType({ description: "What the seller's plan says to a line from this week on; only for goods whose supply was told." })
@Authority('PARTIES')
export class ContractLineSupply {
  @Field(() => ID) contractLineId: string;
  @Field(() => QuantityScalar, { description: 'Still asked for.' }) asked: string;
  @Field(() => QuantityScalar, { description: 'What the plan covers, other agreements served.' }) covered: string;
  @Field(() => Boolean, { description: 'More is signed for than the plan brings: "vượt sản lượng".' }) exceeds: boolean;
  @Field(() => Int, { nullable: true, description: 'Asked ÷ covered in percent; null when nothing is covered.' })
  percentOfPlan: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Monday of the first week that is not covered.' }) firstShortWeek:
    string | null;
}

/** Both sides see when a contract asks for more than the seller's plan brings; nothing is refused for it. */
@Resolver(() => Contract)
export class ContractSupplyResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly availability: AvailabilityBook,
  ) {}

  @ResolveField(() => [ContractLineSupply], { name: 'supply' })
  supply(@Parent() contract: ContractView, @CurrentActor() actor: Actor): Promise<ContractLineSupply[]> {
    const isSide = [contract.seller.id, contract.buyer.id].includes(actor.orgId) || actor.orgKind === 'ALLIANCE';
    if (!isSide || !['NEGOTIATING', 'SIGNED', 'ACTIVE'].includes(contract.status)) return Promise.resolve([]);
    return this.uow.read(actor, async (tx) => {
      const lines = await this.availability.check(tx, await plannedContract(tx, contract.id));
      return lines.map(({ lineId, asked, covered, exceeds, firstShortWeek }) => ({
        contractLineId: lineId,
        asked: asked.toDecimalString(),
        covered: covered.toDecimalString(),
        exceeds,
        percentOfPlan: covered.isPositive ? Number((asked.thousandths * 100n) / covered.thousandths) : null,
        firstShortWeek,
      }));
    });
  }
}

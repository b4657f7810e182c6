import { Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { forbiddenClaims } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { MaybeActor } from '../../../platform/graphql/context.js';
import { Clock } from '../../../platform/clock.js';
import { SqlPool } from '../../../platform/database/sql-pool.js';
import { Product } from '../product.graphql.js';

@ObjectType({ description: 'A word that ordinary food may not be praised with.' })
@Authority('PUBLIC')
export class ForbiddenClaimWord {
  @Field(() => String) phrase: string;
  @Field(() => [String], { description: 'Everyday phrases in which it is harmless.' }) except: string[];
}

/** Words of a health claim: shown beside the text while it is written, and to the officer who reviews it. */
@Resolver(() => Product)
export class ClaimsResolver {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  @Query(() => [ForbiddenClaimWord])
  @Authority('PUBLIC')
  forbiddenClaims(): Promise<ForbiddenClaimWord[]> {
    return this.words();
  }

  @ResolveField(() => [String], {
    description: 'Forbidden health claims in name, description and story; only for its own people and the Alliance.',
  })
  async claimWarnings(@Parent() product: Product, @MaybeActor() actor: Actor | null): Promise<string[]> {
    if (!actor || (actor.orgKind !== 'ALLIANCE' && actor.orgId !== product.cooperative.id)) return [];
    return forbiddenClaims([product.nameVi, product.description, product.story].filter(Boolean).join('\n'), await this.words());
  }

  private async words(): Promise<ForbiddenClaimWord[]> {
    const today = this.clock.today();
    return this.pool.rows<ForbiddenClaimWord>(
      'forbidden-claims',
      `select variant as phrase, value -> 'except' as except from legal_parameter
       where code = 'FORBIDDEN_CLAIM' and valid_from <= $1 and (valid_to is null or valid_to >= $1) order by variant`,
      [today],
    );
  }
}

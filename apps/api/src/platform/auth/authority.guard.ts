import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { POLICY, type Role } from '@lienket/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { ForbiddenError, UnauthenticatedError } from '../errors.js';
import type { GraphqlContext } from '../graphql/context.js';
import { AUTHORITY, type Authority } from './authority.js';
import { reachesField } from './stand-in-reach.js';

/** The first wall: refuses a root field without an authority, a visitor, a role that may never do this, and what no mandate of a stand-in opens. */
@Injectable()
export class AuthorityGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const authority = this.reflector.getAllAndOverride<Authority | undefined>(AUTHORITY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (context.getType<GqlContextType>() !== 'graphql') {
      if (authority !== 'PUBLIC') throw new ForbiddenError();
      return true;
    }
    if (!authority) throw new ForbiddenError();
    const graphql = GqlExecutionContext.create(context);
    const { actor } = graphql.getContext<GraphqlContext>();
    if (actor?.standIn) {
      const { fieldName, parentType } = graphql.getInfo<GraphQLResolveInfo>();
      const isPublicQuery = authority === 'PUBLIC' && parentType.name === 'Query';
      if (!reachesField(actor.standIn.scopes, fieldName, isPublicQuery)) throw new ForbiddenError();
    }
    if (authority === 'PUBLIC') return true;
    if (!actor) throw new UnauthenticatedError();
    if (authority === 'SIGNED_IN') return true;
    if (authority === 'PARTIES') throw new ForbiddenError();
    const roles = POLICY[authority].flatMap((grant) => [...grant.roles] as Role[]);
    if (!roles.some((role) => actor.roles.includes(role))) throw new ForbiddenError();
    return true;
  }
}

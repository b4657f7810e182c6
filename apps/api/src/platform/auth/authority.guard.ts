import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { POLICY, type Role } from '@lienket/domain';
import { ForbiddenError, UnauthenticatedError } from '../errors.js';
import type { GraphqlContext } from '../graphql/context.js';
import { AUTHORITY, type Authority } from './authority.js';

/** The first wall: refuses a root field without an authority, a visitor, and a role that may never do this. */
@Injectable()
export class AuthorityGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const authority = this.reflector.getAllAndOverride<Authority | undefined>(AUTHORITY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (authority === 'PUBLIC') return true;
    if (context.getType<GqlContextType>() !== 'graphql' || !authority) throw new ForbiddenError();
    const { actor } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    if (!actor) throw new UnauthenticatedError();
    if (authority === 'SIGNED_IN') return true;
    if (authority === 'PARTIES') throw new ForbiddenError();
    const roles = POLICY[authority].flatMap((grant) => [...grant.roles] as Role[]);
    if (!roles.some((role) => actor.roles.includes(role))) throw new ForbiddenError();
    return true;
  }
}

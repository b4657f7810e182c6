import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { PolicyAction } from '@lienket/domain';

/**
 * Who may reach a query, a mutation or a type:
 * - `PUBLIC`: anybody;
 * - `SIGNED_IN`: anybody with a session, about the acting organization only;
 * - `PARTIES`: (types) only read through queries that check the parties;
 * - an action of the domain's policy: a role that may ever do it; the service asks again about the very thing.
 */
export type Authority = 'PUBLIC' | 'SIGNED_IN' | 'PARTIES' | PolicyAction;

export const AUTHORITY = 'lienket:authority';

/** Every type and every root field carries one; `schema-authority.spec.ts` fails on a bare field. */
export const Authority = (authority: Authority): MethodDecorator & ClassDecorator & PropertyDecorator =>
  applyDecorators(SetMetadata(AUTHORITY, authority), Extensions({ authority })) as MethodDecorator &
    ClassDecorator &
    PropertyDecorator;

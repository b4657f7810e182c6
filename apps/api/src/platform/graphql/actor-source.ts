import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.js';

/** Who a request speaks for; the identity module answers, the platform only asks. */
export interface ActorSource {
  actorOf(request: FastifyRequest): Promise<Actor | null>;
}

export const ACTOR_SOURCE = Symbol('actor source');

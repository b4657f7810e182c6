import { accept, refuse, type Result } from './result.js';

/** For each state, the actions possible there and the state each leads to. Everything not listed is refused. */
export type Transitions<S extends string, A extends string> = Readonly<Record<S, Readonly<Partial<Record<A, S>>>>>;

export interface TransitionRefusal<S extends string, A extends string> {
  readonly code: 'TRANSITION_NOT_ALLOWED';
  readonly from: S;
  readonly action: A;
  readonly allowed: readonly A[];
}

/** The state `action` leads to, or TRANSITION_NOT_ALLOWED with the actions that are allowed. */
export function nextState<S extends string, A extends string>(
  table: Transitions<S, A>,
  from: S,
  action: A,
): Result<S, TransitionRefusal<S, A>> {
  const to = Object.hasOwn(table[from], action) ? table[from][action] : undefined;
  return to === undefined
    ? refuse<TransitionRefusal<S, A>>({ code: 'TRANSITION_NOT_ALLOWED', from, action, allowed: actionsFrom(table, from) })
    : accept(to);
}

/**
 * Like `nextState`, but repeating an action that already brought the thing here succeeds without a change:
 * a resent or double-clicked request must not be answered with an error.
 */
export function nextStateOrRepeat<S extends string, A extends string>(
  table: Transitions<S, A>,
  from: S,
  action: A,
): Result<{ readonly state: S; readonly changed: boolean }, TransitionRefusal<S, A>> {
  const moved = nextState(table, from, action);
  if (moved.ok) return accept({ state: moved.value, changed: moved.value !== from });
  const leadsHere = (Object.keys(table) as S[]).some((state) => table[state][action] === from);
  return leadsHere ? accept({ state: from, changed: false }) : moved;
}

export function actionsFrom<S extends string, A extends string>(table: Transitions<S, A>, state: S): A[] {
  return Object.keys(table[state]) as A[];
}

/** States no walk from `initial` can reach: must be empty for a sound table. */
export function unreachableStates<S extends string, A extends string>(table: Transitions<S, A>, initial: S): S[] {
  const reached = new Set<S>([initial]);
  for (const state of reached) for (const to of Object.values(table[state]) as S[]) reached.add(to);
  return (Object.keys(table) as S[]).filter((state) => !reached.has(state));
}

/** States nothing leads out of: what may still be said in them changes no state. */
export function finalStates<S extends string, A extends string>(table: Transitions<S, A>): S[] {
  return (Object.keys(table) as S[]).filter((state) => Object.values(table[state]).every((to) => to === state));
}

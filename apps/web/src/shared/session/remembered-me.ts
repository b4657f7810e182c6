import type { SessionPartsFragment } from '../../gql/graphql';

const KEY = 'lienket.me';

/** Who was signed in here, for a phone without a network: name, roles and organization, no address or number. */
export function rememberMe(me: SessionPartsFragment): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...me, email: null, phone: null }));
  } catch {
    // storage full or switched off: the app opens on line only
  }
}

export function rememberedMe(): SessionPartsFragment | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as SessionPartsFragment | null;
  } catch {
    return null;
  }
}

export function forgetMe(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

const KEY = 'lienket.standing-in';

/** In whose name this tab acts, so that it can be said when the mandate ends under one's hands; null when one leaves. */
export function noteStandingIn(organization: string | null): void {
  try {
    if (organization === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, organization);
  } catch {
    // Storage switched off: the sign-in page says nothing of it.
  }
}

/** The organization in whose name this tab acted when its session ended, or null. */
export function stoodInFor(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

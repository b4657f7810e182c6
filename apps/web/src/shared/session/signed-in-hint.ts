const KEY = 'lienket.signedIn';

/** Whether somebody was signed in here last time: only to draw the right frame before the server answers. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

export function markSignedIn(signedIn: boolean) {
  try {
    if (signedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // a hint only
  }
}

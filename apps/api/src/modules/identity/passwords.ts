import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, 2 passes: the floor of OWASP's password storage sheet; parameters are kept inside each hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LONGEST = 256;
/** Two hashes at a time, so that a wave of sign-ins cannot starve the two cores. */
const SLOTS = 2;

let busy = 0;
const waiting: (() => void)[] = [];

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= SLOTS) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

export const passwordIsTooLong = (password: string): boolean => password.length > LONGEST;

export const hashPassword = (password: string): Promise<string> => inSlot(() => hash(password.normalize('NFC'), PARAMETERS));

export const passwordMatches = (stored: string, password: string): Promise<boolean> =>
  inSlot(() => verify(stored, password.normalize('NFC')));

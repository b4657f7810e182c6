/** Pictures drawn at a time, so that a wave of them cannot take both cores and the memory. */
const SLOTS = 2;

let busy = 0;
const waiting: (() => void)[] = [];

export async function inSlot<T>(work: () => Promise<T>): Promise<T> {
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

import type { Stage } from './stage.js';

/** Tests that build on each other: after the first that fails, the others say so at once instead of waiting in vain. */
export function inOrder(stageOf: () => Stage): (name: string, run: () => Promise<void>) => void {
  let broken: string | null = null;
  return (name, run) =>
    it(name, async () => {
      if (broken) throw new Error(`Not tried: “${broken}” failed before`);
      try {
        await run();
      } catch (error) {
        broken = name;
        await stageOf().picture('failed');
        throw error;
      }
    });
}

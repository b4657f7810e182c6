/** Joins class names, skipping what is absent. */
export const cx = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ');

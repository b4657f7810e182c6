export const ordering = {} as const;

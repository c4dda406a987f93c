/** The real present. */
export const now = (): Date => new Date();

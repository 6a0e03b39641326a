export const units = { fields: [] } as never;

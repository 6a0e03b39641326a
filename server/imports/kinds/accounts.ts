export const accounts = { fields: [] } as never;

export const reportValues = { fields: [] } as never;

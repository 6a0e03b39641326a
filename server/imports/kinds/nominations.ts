export const nominations = { fields: [] } as never;

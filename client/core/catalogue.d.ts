/** The compiled catalogues of `locales/`, made by client/vite/lingui.ts. */
declare module 'virtual:catalogue/*' {
  export const messages: import('@lingui/core').Messages;
}

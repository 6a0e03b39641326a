/**
 * Tag of a test about what only the browser decides (keys, focus, words, layout, what an address remembers); what it
 * asks of the server is held on both engines by the tests of the server. The project for PostgreSQL leaves it out.
 */
export const ON_SCREEN = '@screen';

import * as z from 'zod/mini';

/**
 * Two spellings: a UUID (version 7, made by the server) for whatever people create, and a short code for the
 * rows of catalogues that come with the program (units, award forms), whose id is the same in every office.
 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CATALOGUE_CODE = /^[A-Z][A-Z0-9]{1,15}(-[A-Z0-9]{1,12}){0,3}$/;

/** An id as text that TypeScript does not let one confuse with the id of another kind of thing. */
export type Id<Name extends string> = string & z.core.$brand<Name>;

/**
 * The schema of one kind of id: `export const nominationId = idOf('Nomination')`.
 * Branding happens in types only; at run time it is checked text.
 */
export function idOf<Name extends string>(_name: Name): z.ZodMiniType<Id<Name>, string> {
  return z.string().check(
    z.maxLength(60),
    z.refine((text) => UUID.test(text) || CATALOGUE_CODE.test(text), { error: 'id.format' }),
  ) as unknown as z.ZodMiniType<Id<Name>, string>;
}

/** The version of a record that the person has seen: what the columns can hold, and one more still fits. */
export const seenVersion = z.int().check(z.minimum(1), z.maximum(2_000_000_000));

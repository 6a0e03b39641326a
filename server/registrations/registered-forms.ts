import * as z from 'zod/mini';
import { listAwardForms } from '#db/awards/awards.queries.ts';
import type { Reader } from '#db/database.ts';
import type { RegisteredForm } from '#shared/registrations/registrations.rules.ts';

const kinds = z.array(z.string());

/** The catalogue of titles and award forms as a registration asks of it, in its order. */
export async function registeredForms(
  db: Reader,
): Promise<(RegisteredForm & { kind: string; nameEn: string | null })[]> {
  const forms = await listAwardForms(db);
  return forms.map(({ code, name, nameEn, kind, appliesTo }) => ({
    code,
    name,
    nameEn,
    kind,
    appliesTo: read(appliesTo),
  }));
}

function read(json: string): string[] {
  try {
    return z.safeParse(kinds, JSON.parse(json)).data ?? [];
  } catch {
    return [];
  }
}

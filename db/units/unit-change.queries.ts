import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import { linesDown, linesUp } from '#db/units/lineage.queries.ts';
import { findCodes, findFormerParents, findNames } from '#db/units/units.queries.ts';
import { addDays } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import type { Around, UnitFact } from '#shared/units/unit-plan.ts';
import type { NewUnitInput, UnitChange } from '#shared/units/units.schema.ts';

const targetsOf = (change: UnitChange) =>
  change.change === 'merge' ? [change.into] : change.change === 'split' ? change.parts.map(({ into }) => into) : [];

/** Units that the input names, and those it would make. */
function namedIn(change: UnitChange): { ids: string[]; made: NewUnitInput[]; ending: string[]; names: string[] } {
  const targets = targetsOf(change);
  const made = change.change === 'add' ? [change.unit] : targets.flatMap((into) => ('unit' in into ? [into.unit] : []));
  const ending = change.change === 'merge' ? change.sources : 'unitId' in change ? [change.unitId] : [];
  const ids = [
    ...ending,
    ...targets.flatMap((into) => ('unitId' in into ? [into.unitId] : [])),
    ...made.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])),
  ];
  const names = [...made.map(({ name }) => name), ...(change.change === 'rename' ? [change.name] : [])];
  return { ids, made, ending, names };
}

/** Everything the rules of changes ask about, in a fixed number of reads; inside the transaction that writes, or before. */
export async function findAround(db: Reader, change: UnitChange): Promise<Around> {
  const { ids, made, ending, names } = namedIn(change);
  const folded = [...new Set(names.filter((name) => name !== '').map(fold))];
  const codes = made.map(({ code }) => code).filter((code) => code !== '');
  const [below, twins, holders] = await Promise.all([
    ending.length === 0
      ? []
      : db
          .selectFrom('unit')
          .select('id')
          .where((eb) =>
            eb.or([
              eb('parentId', 'in', ending),
              eb('id', 'in', eb.selectFrom('unitFormerParent').select('unitId').where('parentId', 'in', ending)),
            ]),
          )
          .execute(),
    folded.length === 0
      ? []
      : db.selectFrom('unitName').select('unitId as id').distinct().where('nameFold', 'in', folded).execute(),
    codes.length === 0
      ? []
      : db.selectFrom('unitCode').select('unitId as id').distinct().where('code', 'in', codes).execute(),
  ]);
  const near = [...ids, ...below.map(({ id }) => id)];
  const lineage = [...(await linesDown(db, near)), ...(await linesUp(db, ending))];
  const known = [
    ...near,
    ...twins.map(({ id }) => id),
    ...holders.map(({ id }) => id),
    ...lineage.flatMap(({ ancestorId, descendantId }) => [ancestorId, descendantId]),
  ];
  const units = await findFacts(db, known);
  const unitIds = units.map(({ id }) => id);
  const [allNames, allCodes, formerParents] = await Promise.all([
    findNames(db, unitIds),
    findCodes(db, unitIds),
    findFormerParents(db, unitIds),
  ]);
  return { units, names: allNames, codes: allCodes, formerParents, lineage: unique(lineage) };
}

/** The units and all their parents to the top. */
async function findFacts(db: Reader, ids: readonly string[]): Promise<UnitFact[]> {
  const facts = new Map<string, UnitFact>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const rows = await db
      .selectFrom('unit')
      .select(['id', 'kind', 'name', 'fullName', 'parentId', 'validFrom', 'validTo', 'version'])
      .select(
        sql<string | null>`(select max(former.valid_to) from ${sql.table('unit_former_parent')} as former
          where former.unit_id = ${sql.ref('unit.id')})`.as('lastFormer'),
      )
      .where('id', 'in', wanted)
      .orderBy('nameFold')
      .orderBy('id')
      .execute();
    for (const { lastFormer, ...row } of rows)
      facts.set(row.id, { ...row, parentSince: lastFormer && addDays(lastFormer, 1) });
    wanted = [...new Set(rows.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))].filter(
      (id) => !facts.has(id),
    );
  }
  return [...facts.values()];
}

function unique(lines: Around['lineage']): Around['lineage'] {
  return [...new Map(lines.map((line) => [`${line.ancestorId} ${line.descendantId} ${line.fromOn}`, line])).values()];
}

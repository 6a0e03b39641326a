import type { Reader } from '#db/database.ts';

export type ChangeQuestion = {
  subjectKind: string;
  /** One record or one of several; any of the kind when left out or empty. */
  subjectId?: string | readonly string[];
  /** Only changes of this field, as the log calls it. */
  field?: string;
  /** Only this action. */
  action?: string;
  /** Any action but these. */
  exceptActions?: readonly string[];
};

export type LastChange = {
  actorName: string;
  at: string;
  action: string;
  subjectLabel: string | null;
  fields: string[];
};

/** Who changed a record last, when (instant) and which fields: for telling the second of two editors. */
export async function findLastChange(
  db: Reader,
  { subjectKind, subjectId = [], field, action, exceptActions = [] }: ChangeQuestion,
): Promise<LastChange | undefined> {
  const ids = typeof subjectId === 'string' ? [subjectId] : subjectId;
  const entry = await db
    .selectFrom('auditEntry as entry')
    .select(['entry.id', 'entry.actorName', 'entry.at', 'entry.action', 'entry.subjectLabel'])
    .where('entry.subjectKind', '=', subjectKind)
    .$if(ids.length > 0, (entries) => entries.where('entry.subjectId', 'in', ids))
    .$if(action !== undefined, (entries) => entries.where('entry.action', '=', action!))
    .$if(exceptActions.length > 0, (entries) => entries.where('entry.action', 'not in', exceptActions))
    .$if(field !== undefined, (entries) =>
      entries.where((eb) =>
        eb.exists(
          eb
            .selectFrom('auditChange as change')
            .select('change.entryId')
            .whereRef('change.entryId', '=', 'entry.id')
            .where('change.field', '=', field!),
        ),
      ),
    )
    .orderBy('entry.id', 'desc') // grows with time
    .limit(1)
    .executeTakeFirst();
  if (!entry) return undefined;
  const { id, ...told } = entry;
  const changes = await db.selectFrom('auditChange').select('field').where('entryId', '=', id).execute();
  return { ...told, fields: changes.map((change) => change.field) };
}

export type ConstraintKind = 'unique' | 'foreign-key' | 'check' | 'not-null';

/** A broken constraint, in words both databases can fill. */
export type BrokenConstraint = {
  kind: ConstraintKind;
  /** SQL name of the table, where it is told. */
  table?: string;
  /** SQL names of the columns, where they are told (unique, not-null; PostgreSQL also foreign-key). */
  columns?: readonly string[];
  /** Name of the constraint or index, where it is told. SQLite tells it for checks and for unique indexes over expressions. */
  name?: string;
};

type CodedError = Error & { code: string; table?: string; column?: string; constraint?: string; detail?: string };

const sqliteKinds: Record<string, ConstraintKind> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign-key',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_NOTNULL: 'not-null',
};
const postgresKinds: Record<string, ConstraintKind> = {
  23505: 'unique',
  23503: 'foreign-key',
  23514: 'check',
  23502: 'not-null',
};

/** Which constraint a failed statement broke, or undefined if the error is of another kind. */
export function brokenConstraint(error: unknown): BrokenConstraint | undefined {
  if (!isCoded(error)) return undefined;
  const sqliteKind = sqliteKinds[error.code];
  if (sqliteKind) return fromSqlite(sqliteKind, error.message);
  const postgresKind = postgresKinds[error.code];
  return postgresKind && fromPostgres(postgresKind, error);
}

/**
 * Whether a statement was refused because such a row exists already.
 *
 * On PostgreSQL the error also ends the transaction: to go on inside it, run the statement in `withSavepoint`.
 *
 * @param columns only for these columns (SQL or TypeScript names, any order)
 */
export function isUniqueViolation(error: unknown, columns?: readonly string[]): boolean {
  const broken = brokenConstraint(error);
  if (broken?.kind !== 'unique') return false;
  if (!columns) return true;
  return broken.columns !== undefined && sameNames(broken.columns, columns.map(snakeCase));
}

/** Whether running the whole transaction again may succeed: another process wrote, or two transactions met. */
export function isTransient(error: unknown): boolean {
  return isCoded(error) && (error.code.startsWith('SQLITE_BUSY') || error.code === '40001' || error.code === '40P01');
}

function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && typeof (error as Partial<CodedError>).code === 'string';
}

/** "UNIQUE constraint failed: unit.code, unit.year" · "UNIQUE constraint failed: index 'name'" · "CHECK constraint failed: name" */
function fromSqlite(kind: ConstraintKind, message: string): BrokenConstraint {
  const told = message.slice(message.indexOf(': ') + 2);
  if (kind === 'foreign-key') return { kind };
  if (kind === 'check') return { kind, name: told };
  const index = /^index '(.+)'$/.exec(told)?.[1];
  if (index) return { kind, name: index };
  const names = told.split(', ').map((name) => name.split('.'));
  return { kind, table: names[0]![0]!, columns: names.map(([, column]) => column!) };
}

/** detail: "Key (code, year)=(LS, 2024) already exists." */
function fromPostgres(kind: ConstraintKind, { table, column, constraint, detail }: CodedError): BrokenConstraint {
  const keys = column ?? /^Key \((.+?)\)=/.exec(detail ?? '')?.[1];
  return {
    kind,
    ...(table !== undefined && { table }),
    ...(keys !== undefined && { columns: keys.split(', ').map((key) => key.replaceAll('"', '')) }),
    ...(constraint !== undefined && { name: constraint }),
  };
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.includes(name));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

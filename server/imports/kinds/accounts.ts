import { insertAccount, type NewAccount } from '#db/accounts/accounts.writes.ts';
import { findAccountsByName, removeAccount } from '#db/imports/units.writes.ts';
import { nameReasons, prepareAccount } from '#server/accounts/accounts.service.ts';
import { type Judged, type KindAdapter, type RowIn, sourceText } from '#server/imports/kinds/kind.ts';
import { loadUnitNames, unitList } from '#server/imports/lists.ts';
import { firstPassword } from '#server/imports/passwords.service.ts';
import { ROLE_LABELS, type Role } from '#shared/accounts/accounts.schema.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { fold } from '#shared/core/fold.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { RowReason } from '#shared/imports/imports.schema.ts';
import { type UnitNames, unitOn } from '#shared/imports/unit-names.rules.ts';

type Draft = { username: string; displayName: string; role: Role; unitId: string | null; title: string | null };
type Plan = { draft: Draft };
type Effect = { made: string; username: string; name: string };
type Memory = { names: UnitNames; inFile: Map<string, number>; prepared: Map<string, NewAccount> };

/** Roles that are held for the whole system where no unit is named. */
const OF_SYSTEM: readonly Role[] = ['admin', 'auditor'];

/** Tài khoản: each with a first password that follows from a seed of the run and stands nowhere. */
export const accounts: KindAdapter<Memory, Plan, Effect> = {
  fields: FIELDS_OF_KIND.accounts,
  chunk: 20,
  async open(db) {
    const names = await loadUnitNames(db);
    const memory = { names, inFile: new Map<string, number>(), prepared: new Map<string, NewAccount>() };
    return { memory, lists: { units: await unitList(names) } };
  },
  async judge(db, work, memory, rows) {
    if (!work.isDry) memory.inFile.clear();
    const known = new Map(
      (
        await findAccountsByName(
          db,
          rows.map(({ values }) => usernameOf(values)),
        )
      ).map((account) => [account.username, account]),
    );
    return rows.map((row): Judged<Plan> => {
      const { rowNumber, values } = row;
      const answer = (verdict: Judged<Plan>['verdict'], more: Partial<Judged<Plan>> = {}): Judged<Plan> => ({
        rowNumber,
        verdict,
        reasons: [],
        changes: [],
        plan: null,
        ...more,
      });
      const reasons: RowReason[] = [...row.reasons];
      const draft = reasons.length > 0 ? null : draftOf(memory, row, work.today, reasons);
      if (!draft || reasons.length > 0) return answer('wrong', { reasons });
      const { username } = draft;
      const twin = memory.inFile.get(username);
      if (twin !== undefined)
        return answer('wrong', {
          reasons: [{ code: 'import.username-twice', field: 'username', facts: { row: twin } }],
        });
      memory.inFile.set(username, rowNumber);
      const holder = known.get(username);
      if (!holder) return answer('new', { plan: { draft } });
      if (fold(holder.name) === fold(String(values.displayName)) && holder.unitId === draft.unitId)
        return answer('unchanged');
      const facts = { username, holder: holder.name };
      return answer('wrong', { reasons: [{ code: 'import.account-other', field: 'username', facts }] });
    });
  },
  async lock() {
    // The user name is unique in the database: of two that make the same one, one fails and judges anew.
  },
  /** Hashing takes a twentieth of a second for each, so it is done before anybody waits for the transaction. */
  async prepare({ ctx, run, today }, memory, rows) {
    if (run.passwordSeed === null) return;
    for (const row of rows) {
      const draft = draftOf(memory, row, today, []);
      if (!draft || memory.prepared.has(draft.username)) continue;
      const { username, displayName, role, unitId, title } = draft;
      const password = firstPassword(ctx.keys, run.passwordSeed, username);
      const account = { username, displayName, password, unitId, title, roles: [{ role, unitId }] };
      memory.prepared.set(username, await prepareAccount(account, ctx));
    }
  },
  async apply(tx, work, memory, rows) {
    const applied: { rowNumber: number; effect: Effect }[] = [];
    const audit: AuditEvent[] = [];
    for (const { rowNumber, plan } of rows) {
      const { username, displayName: name, role, unitId } = plan.draft;
      const account = memory.prepared.get(username);
      if (!account) throw new Error(`account ${username} was not prepared`);
      await insertAccount(tx, account);
      const { id } = account.user;
      applied.push({ rowNumber, effect: { made: id, username, name } });
      audit.push({
        action: 'account.created',
        subjectKind: 'account',
        subjectId: id,
        subjectLabel: name,
        unitId,
        changes: [
          { field: 'username', from: null, to: username },
          { field: 'role', from: null, to: unitId ? `${ROLE_LABELS[role].vi} · ${unitId}` : ROLE_LABELS[role].vi },
          { field: 'import', from: null, to: sourceText(work, rowNumber) },
        ],
      });
    }
    return { applied, audit };
  },
  async undo(tx, work, rows) {
    const answers: { rowNumber: number; kept: RowReason | null }[] = [];
    const audit: AuditEvent[] = [];
    for (const { rowNumber, effect } of rows) {
      const { made, name } = effect;
      const gone = await removeAccount(tx, made);
      answers.push({ rowNumber, kept: gone ? null : { code: 'import.kept-changed', facts: { name } } });
      if (gone)
        audit.push({
          action: 'account.import-undone',
          subjectKind: 'account',
          subjectId: made,
          subjectLabel: name,
          changes: [{ field: 'import', from: sourceText(work, rowNumber), to: null }],
        });
    }
    return { rows: answers, audit };
  },
};

const usernameOf = (values: RowIn['values']): string =>
  String(values.username ?? '')
    .trim()
    .toLowerCase();

function draftOf({ names }: Memory, { values }: RowIn, today: string, reasons: RowReason[]): Draft | null {
  const username = usernameOf(values);
  const displayName = String(values.displayName ?? '');
  const role = values.role as Role;
  for (const { code, field } of nameReasons(username, displayName)) reasons.push({ code, ...(field && { field }) });
  const unit = values.unit ? unitOn(names, String(values.unit), today, 'unit') : null;
  if (unit && !unit.ok) reasons.push(unit.reason);
  if (!unit && !OF_SYSTEM.includes(role)) reasons.push({ code: 'import.account-unit-missing', field: 'unit' });
  if (reasons.length > 0) return null;
  const unitId = unit?.ok ? unit.unitId : null;
  return { username, displayName, role, unitId, title: values.title ? String(values.title) : null };
}

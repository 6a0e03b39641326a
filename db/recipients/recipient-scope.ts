import { type Expression, type SqlBool, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/**
 * Recipients this access may read, as a condition of the query itself: those of a unit of one's own, and those with an
 * award one may see. `table` is the name under which the recipient stands in the query.
 *
 * `.where(recipientScope(access))`, `.where(recipientScope(access, 'kept'))`
 */
export function recipientScope(access: Access, table = 'recipient'): Expression<SqlBool> {
  if (access.all) return sql<SqlBool>`1 = 1`;
  const own = inAccess(access, { unitId: `${table}.unitId` });
  return sql<SqlBool>`(${own} or exists (select 1 from ${sql.table('award')} as scope_a
    where scope_a.recipient_id = ${sql.ref(`${table}.id`)} and ${inAccess(access, {
      clusterYearId: 'scope_a.clusterYearId',
      unitId: 'scope_a.unitId',
      officeUnitId: 'scope_a.issuingUnitId',
    })}))`;
}

import { isActiveMember } from '#db/clusters/active-member.ts';
import type { Reader } from '#db/database.ts';
import type { MailLetterRow, MailSettingRow } from '#db/mail/mail.table.ts';
import type { LetterStatus } from '#shared/mail/mail.schema.ts';

export function findMailSetting(db: Reader, accountId: string): Promise<MailSettingRow | undefined> {
  return db.selectFrom('mailSetting').where('accountId', '=', accountId).selectAll().executeTakeFirst();
}

/** What these accounts want by mail, and in which language; accounts without a setting too. */
export function findWishes(db: Reader, accountIds: readonly string[]) {
  return db
    .selectFrom('accountProfile as profile')
    .leftJoin('mailSetting as mail', 'mail.accountId', 'profile.userId')
    .where('profile.userId', 'in', [...accountIds])
    .select(['profile.userId as accountId', 'profile.lang', 'mail.address', 'mail.letters'])
    .execute();
}

/** Open accounts by user name, with where their letters go. */
export function listRecipients(
  db: Reader,
  { missing, after, limit }: { missing: boolean; after: string | undefined; limit: number },
) {
  return db
    .selectFrom('authUser as person')
    .innerJoin('accountProfile as profile', 'profile.userId', 'person.id')
    .leftJoin('unit', 'unit.id', 'profile.unitId')
    .leftJoin('mailSetting as mail', 'mail.accountId', 'person.id')
    .where('profile.disabledAt', 'is', null)
    .where('person.username', 'is not', null)
    .$if(missing, (qb) => qb.where('mail.address', 'is', null))
    .$if(after !== undefined, (qb) => qb.where('person.username', '>', after!))
    .select([
      'person.id as accountId',
      'person.username',
      'person.name',
      'unit.name as unitName',
      'mail.address',
      'mail.letters',
      'mail.digest',
      'mail.version',
    ])
    .orderBy('person.username')
    .limit(limit + 1)
    .execute();
}

type Asked = { status: LetterStatus | undefined; beforeId: string | undefined; limit: number };

/** Letters of everybody, newest first, without their text. */
export function listLetters(db: Reader, { status, beforeId, limit }: Asked) {
  return db
    .selectFrom('mailLetter as letter')
    .innerJoin('authUser as person', 'person.id', 'letter.accountId')
    .leftJoin('mailSetting as mail', 'mail.accountId', 'letter.accountId')
    .$if(status !== undefined, (qb) => qb.where('letter.status', '=', status!))
    .$if(beforeId !== undefined, (qb) => qb.where('letter.id', '<', beforeId!))
    .select([
      'letter.id',
      'letter.subject',
      'letter.status',
      'letter.attempt',
      'letter.error',
      'letter.createdAt',
      'letter.sentAt',
      'letter.runAfter',
      'letter.version',
      'person.name as personName',
      'mail.address',
    ])
    .orderBy('letter.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function findLetter(
  db: Reader,
  id: string,
): Promise<(MailLetterRow & { personName: string; address: string | null }) | undefined> {
  return db
    .selectFrom('mailLetter as letter')
    .innerJoin('authUser as person', 'person.id', 'letter.accountId')
    .leftJoin('mailSetting as mail', 'mail.accountId', 'letter.accountId')
    .where('letter.id', '=', id)
    .selectAll('letter')
    .select(['person.name as personName', 'mail.address'])
    .executeTakeFirst();
}

/** Whether a letter is due whose person can be reached; a cheap question before a write transaction. */
export async function isLetterDue(db: Reader, now: string): Promise<boolean> {
  const found = await db
    .selectFrom('mailLetter as letter')
    .innerJoin('mailSetting as mail', 'mail.accountId', 'letter.accountId')
    .innerJoin('accountProfile as profile', 'profile.userId', 'letter.accountId')
    .where('letter.status', '=', 'waiting')
    .where('letter.runAfter', '<=', now)
    .where('mail.address', 'is not', null)
    .where('profile.disabledAt', 'is', null)
    .select('letter.id')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** How the outbox stands: letters by state, the last that went out, the last error. */
export async function findOutboxState(db: Reader) {
  const counts = await db
    .selectFrom('mailLetter')
    .select((eb) => ['status', eb.fn.countAll<number | string>().as('count')])
    .groupBy('status')
    .execute();
  const sent = await db
    .selectFrom('mailLetter')
    .where('status', '=', 'sent')
    .select((eb) => eb.fn.max('sentAt').as('at'))
    .executeTakeFirst();
  const failed = await db
    .selectFrom('mailLetter')
    .where('error', 'is not', null)
    .where('status', '<>', 'sent')
    .orderBy('id', 'desc')
    .select(['error', 'runAfter'])
    .limit(1)
    .executeTakeFirst();
  return {
    counts: Object.fromEntries(counts.map(({ status, count }) => [status, Number(count)])) as Partial<
      Record<LetterStatus, number>
    >,
    lastSentAt: sent?.at ?? null,
    lastError: failed?.error ?? null,
  };
}

/** Reports of published years that members of the day still owe, with a due date that counts within a span of days. */
export function findOwedReports(db: Reader, { today, from, to }: { today: string; from: string; to: string }) {
  return db
    .selectFrom('report')
    .innerJoin('clusterYear as year', 'year.id', 'report.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'year.clusterId')
    .where('year.status', '=', 'published')
    .where((eb) =>
      eb.or([
        eb.and([eb('report.status', '=', 'draft'), eb('report.dueOn', '>=', from), eb('report.dueOn', '<=', to)]),
        eb.and([
          eb('report.status', '=', 'supplement'),
          eb(eb.fn.coalesce('report.supplementDueOn', 'report.dueOn'), '>=', from),
          eb(eb.fn.coalesce('report.supplementDueOn', 'report.dueOn'), '<=', to),
        ]),
      ]),
    )
    .where(isActiveMember('year.clusterId', 'report.unitId', today))
    .select([
      'report.id',
      'report.unitId',
      'report.period',
      'report.status',
      'report.dueOn',
      'report.supplementDueOn',
      'report.clusterYearId',
      'year.year',
      'year.yearKind',
      'cluster.shortName as clusterName',
    ])
    .orderBy('report.id')
    .execute();
}

/** Signatures not given under pledges that are being signed, where the stage of the pledge closes within a span of days. */
export function findOwedSignatures(db: Reader, { today, from, to }: { today: string; from: string; to: string }) {
  return db
    .selectFrom('pledgeSignature as signature')
    .innerJoin('pledge', 'pledge.id', 'signature.pledgeId')
    .innerJoin('clusterYear as year', 'year.id', 'pledge.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'year.clusterId')
    .innerJoin('stage', 'stage.clusterYearId', 'year.id')
    .where('pledge.status', '=', 'signing')
    .where('signature.signedOn', 'is', null)
    .where('year.status', '=', 'published')
    .where('stage.kind', '=', 'pledge')
    .where('stage.closesOn', '>=', from)
    .where('stage.closesOn', '<=', to)
    .where(isActiveMember('year.clusterId', 'signature.unitId', today))
    .select([
      'signature.id',
      'signature.unitId',
      'stage.closesOn as dueOn',
      'pledge.clusterYearId',
      'year.year',
      'year.yearKind',
      'cluster.shortName as clusterName',
    ])
    .orderBy('signature.id')
    .execute();
}

/** What was told of due dates within a span of days. */
export function findToldReminders(db: Reader, { from, to }: { from: string; to: string }) {
  return db
    .selectFrom('dueReminder')
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .select(['subjectId', 'dueOn', 'days'])
    .execute();
}

/** Accounts whose digest of the day is still to be made. */
export function findDigestsDue(db: Reader, day: string) {
  return db
    .selectFrom('mailSetting as mail')
    .innerJoin('accountProfile as profile', 'profile.userId', 'mail.accountId')
    .where('mail.digest', '=', 1)
    .where('mail.address', 'is not', null)
    .where('profile.disabledAt', 'is', null)
    .where((eb) => eb.or([eb('mail.digestOn', 'is', null), eb('mail.digestOn', '<', day)]))
    .select(['mail.accountId'])
    .orderBy('mail.accountId')
    .execute();
}

import { findOwedReports, findOwedSignatures, findToldReminders } from '#db/mail/mail.queries.ts';
import { noteDueReminder } from '#db/mail/mail.writes.ts';
import { findAccountsAt } from '#db/notices/told.queries.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { tellAccounts } from '#server/notices/tell.service.ts';
import { addDays, daysBetween, vietnamDate } from '#shared/core/dates.ts';
import { yearInSentence } from '#shared/core/year-title.ts';
import { type DueKind, dueCode } from '#shared/mail/due-words.ts';
import { REMINDER_SPAN, reminderFor } from '#shared/mail/mail.rules.ts';
import { openDueOn } from '#shared/reports/reports.rules.ts';

type Owed = {
  id: string;
  kind: DueKind;
  unitId: string;
  dueOn: string;
  year: Parameters<typeof yearInSentence>[0];
  clusterName: string;
  link: string;
};

/**
 * Nhắc hạn: tells the reporters of units that have not sent a report or signed the pledge, around its due date as it
 * stands today (a moved date counts from there). Each once: the row that says so is written with what is told.
 * Goes by the business clock, so that moving the demo's day shows it.
 */
export async function tellDue(app: AppContext): Promise<void> {
  const today = vietnamDate(app.now());
  const span = { today, from: addDays(today, -REMINDER_SPAN.after), to: addDays(today, REMINDER_SPAN.before) };
  // Most of it was told by an earlier look: nothing is written to find that out.
  const told = new Set((await findToldReminders(app.db.longReads, span)).map(keyOf));
  for (const owed of await owedAround(app, span)) {
    const late = daysBetween(owed.dueOn, today);
    const days = reminderFor(late);
    if (days === null || told.has(keyOf({ subjectId: owed.id, dueOn: owed.dueOn, days }))) continue;
    const { id, kind, unitId, dueOn, year, clusterName, link } = owed;
    const title = yearInSentence(year);
    await housekeeping(app.db, async (tx) => {
      if (!(await noteDueReminder(tx, { subjectId: id, dueOn, days, toldAt: new Date().toISOString() }))) return;
      const accounts = await findAccountsAt(tx, [unitId], ['reporter'], today);
      await tellAccounts(app, tx, accounts, {
        code: dueCode(kind, late),
        facts: { yearName: title.vi, yearNameEn: title.en, cluster: clusterName, dueOn, dayCount: Math.abs(late) },
        link,
      });
    });
  }
}

const keyOf = (told: { subjectId: string; dueOn: string; days: number }) =>
  `${told.subjectId} ${told.dueOn} ${told.days}`;

async function owedAround(app: AppContext, span: { today: string; from: string; to: string }): Promise<Owed[]> {
  const [reports, signatures] = await Promise.all([
    findOwedReports(app.db.longReads, span),
    findOwedSignatures(app.db.longReads, span),
  ]);
  return [
    ...reports.map(({ year, yearKind, ...report }) => ({
      ...report,
      kind: report.period,
      dueOn: openDueOn(report) ?? report.dueOn,
      year: { year, yearKind },
      link: `/cum/${report.clusterYearId}/bao-cao/${report.id}`,
    })),
    ...signatures.map(({ year, yearKind, ...signature }) => ({
      ...signature,
      kind: 'pledge' as const,
      year: { year, yearKind },
      link: `/cum/${signature.clusterYearId}/giao-uoc`,
    })),
  ];
}

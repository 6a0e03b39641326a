import type { Insertable } from 'kysely';
import type { ConferenceTable, DelegateTable } from '#db/conferences/conferences.table.ts';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { DelegateDraft } from '#shared/conferences/conferences.schema.ts';
import type { RecommendationDraft } from '#shared/conferences/recommendations.schema.ts';

export const CONFERENCE_HEAD = {
  title: 'Hội nghị tổng kết năm 2023 Cụm A',
  heldOn: '2024-02-20',
  place: 'thành phố Lạng Sơn',
  chairedBy: 'Ông Mẫu, Cụm trưởng',
  secretary: 'Sở Nội vụ tỉnh Lạng Sơn',
};

export const AGENDA = [
  { startsAt: '07:30', content: 'Đón tiếp đại biểu', speaker: 'Ban Tổ chức', note: '' },
  { startsAt: '08:00', content: 'Phát biểu khai mạc', speaker: 'Cụm trưởng', note: '' },
  { startsAt: '10:15', content: 'Báo cáo tổng kết', speaker: 'Cơ quan thường trực', note: '' },
];

export function aDelegation(unitId: string | null, about: Partial<DelegateDraft> = {}): DelegateDraft {
  return {
    role: 'delegate',
    unitId: unitId as DelegateDraft['unitId'],
    organization: '',
    name: '',
    positionHeld: 'Lãnh đạo UBND tỉnh',
    headcount: 8,
    note: '',
    ...about,
  };
}

export function aRecommendation(
  leadUnitIds: readonly string[],
  about: Partial<RecommendationDraft> = {},
): RecommendationDraft {
  return {
    number: 1,
    content: 'Đẩy mạnh các phong trào thi đua thiết thực',
    madeBy: 'Ông Mẫu',
    madeOn: '2024-02-20',
    leadOffice: 'UBND các tỉnh',
    leadUnitIds: leadUnitIds as RecommendationDraft['leadUnitIds'],
    coordinating: 'Cơ quan thường trực Cụm',
    measure: 'Mỗi tỉnh một mô hình',
    dueOn: '2024-07-31',
    ...about,
  };
}

/** The only conference of the year, stored as it is; an earlier one of a test goes with all that hangs on it. */
export async function givenConference(
  db: Db,
  clusterYearId: string,
  about: Partial<Insertable<ConferenceTable>> = {},
): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, async (tx) => {
    const old = tx.selectFrom('conference').select('id').where('clusterYearId', '=', clusterYearId);
    const made = tx.selectFrom('recommendation').select('id').where('conferenceId', 'in', old);
    await tx.deleteFrom('recommendationTask').where('recommendationId', 'in', made).execute();
    await tx.deleteFrom('recommendation').where('conferenceId', 'in', old).execute();
    await tx.deleteFrom('delegate').where('conferenceId', 'in', old).execute();
    await tx.deleteFrom('agendaItem').where('conferenceId', 'in', old).execute();
    await tx.deleteFrom('conference').where('clusterYearId', '=', clusterYearId).execute();
    await tx
      .insertInto('conference')
      .values({ id, clusterYearId, closedAt: null, ...CONFERENCE_HEAD, ...about })
      .execute();
  });
  return id;
}

export async function givenDelegate(
  db: Db,
  conferenceId: string,
  unitId: string | null,
  about: Partial<Insertable<DelegateTable>> = {},
): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, (tx) =>
    tx
      .insertInto('delegate')
      .values({ ...aDelegation(unitId), id, conferenceId, position: 1, presentCount: null, ...about })
      .execute(),
  );
  return id;
}

/** A recommendation of the conference with one open task of the unit. */
export async function givenRecommendation(
  db: Db,
  place: { clusterYearId: string; conferenceId: string; unitId: string },
): Promise<{ recommendationId: string; taskId: string }> {
  const [recommendationId, taskId] = [uuidv7(), uuidv7()];
  const { leadUnitIds, ...columns } = aRecommendation([place.unitId]);
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('recommendation')
      .values({
        ...columns,
        id: recommendationId,
        clusterYearId: place.clusterYearId,
        conferenceId: place.conferenceId,
        removedAt: null,
      })
      .execute();
    await tx
      .insertInto('recommendationTask')
      .values(
        leadUnitIds.map((unitId) => ({ id: taskId, recommendationId, unitId, reportedAt: null, reportedByName: null })),
      )
      .execute();
  });
  return { recommendationId, taskId };
}

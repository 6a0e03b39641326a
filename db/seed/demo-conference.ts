import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { Attendance, DelegateRole } from '#shared/conferences/conferences.schema.ts';

/** Head counts are made up: the news names two people and says that the seven provinces took part. */
const INVENTED = 'Số lượng minh họa';
const DELEGATION_SIZE = 8;
const CHAIR_SIZE = 12;

type Invited = {
  role: DelegateRole;
  unitId: string | null;
  organization: string;
  name: string;
  positionHeld: string;
  headcount: number;
  attendance: Attendance;
  note: string;
};

/**
 * The conference of 05/03/2024 four days before it is held: programme ready, four delegations have said yes, three
 * (Sơn La among them) have not answered. What the central committee asks for there stands ready as recommendations,
 * dated on the day, so that the story can be read to its end.
 */
export async function seedDemoConference(tx: Writer, { cluster, nextYear, ...data }: DemoData, year: DemoYear) {
  const { conference, recommendations } = data;
  const conferenceId = year.newId();
  await insertRows(tx, 'conference', [
    {
      id: conferenceId,
      clusterYearId: year.clusterYearId,
      title: conference.title,
      heldOn: conference.on,
      place: conference.place,
      chairedBy: `Ông ${cluster.chairPerson}, Chủ tịch UBND tỉnh Lạng Sơn, Cụm trưởng`,
      secretary: `${cluster.standingOffice} (minh họa)`,
      minutes: '',
      closedAt: null,
      isDemo: 1,
    },
  ]);
  await insertRows(
    tx,
    'agendaItem',
    conference.agenda.map(({ time, what, who, isInvented }, index) => ({
      id: year.newId(),
      conferenceId,
      position: index + 1,
      startsAt: time,
      content: what,
      speaker: who.replace(/,? ?\(?(chức danh, )?minh họa\)/, ''),
      // The hours of the whole programme are made up; a line says so when its content is too.
      note: isInvented ? 'minh họa' : 'giờ minh họa',
    })),
  );
  await insertRows(
    tx,
    'delegate',
    invited({ cluster, nextYear, ...data }).map((one, index) => ({
      id: year.newId(),
      conferenceId,
      position: index + 1,
      presentCount: null,
      ...one,
    })),
  );

  const rows = recommendations.map((one) => ({ ...one, id: year.newId() }));
  await insertRows(
    tx,
    'recommendation',
    rows.map(({ id, number, text, by, lead, coordinate, measure, dueOn }) => ({
      id,
      clusterYearId: year.clusterYearId,
      conferenceId,
      number,
      content: text,
      madeBy: `${by}, Phó Trưởng Ban Thi đua - Khen thưởng Trung ương`,
      madeOn: conference.on,
      leadOffice: lead,
      coordinating: coordinate,
      measure,
      dueOn,
      removedAt: null,
      isDemo: 1,
    })),
  );
  await insertRows(
    tx,
    'recommendationTask',
    rows.flatMap(({ id, lead }) =>
      // "Cụm trưởng năm 2024" is one province; all others are led by the offices of the seven.
      (lead.startsWith('Cụm trưởng') ? [nextYear.chairUnitId] : cluster.memberUnitIds).map((unitId) => ({
        id: year.newId(),
        recommendationId: id,
        unitId,
        reportedAt: null,
        reportedByName: null,
      })),
    ),
  );
}

function invited({ cluster }: DemoData): Invited[] {
  const { chairUnitId, chairPerson, memberUnitIds } = cluster;
  const person = { unitId: null, headcount: 1, attendance: 'confirmed', note: '' } as const;
  return [
    {
      ...person,
      role: 'presidium',
      organization: 'UBND tỉnh Lạng Sơn',
      name: `Ông ${chairPerson}`,
      positionHeld: 'Chủ tịch UBND tỉnh, Cụm trưởng',
    },
    {
      ...person,
      role: 'guest',
      organization: 'Ban Thi đua - Khen thưởng Trung ương',
      name: 'Ông Phạm Đức Toàn',
      positionHeld: 'Thành viên Hội đồng TĐKT Trung ương, Phó Trưởng Ban',
    },
    ...memberUnitIds.map((unitId, index): Invited => {
      const isChair = unitId === chairUnitId;
      return {
        role: 'delegate',
        unitId,
        organization: '',
        name: '',
        positionHeld: 'Lãnh đạo UBND tỉnh, Sở Nội vụ, tập thể và cá nhân được khen',
        headcount: isChair ? CHAIR_SIZE : DELEGATION_SIZE,
        attendance: index % 2 === 1 || isChair ? 'confirmed' : 'invited',
        note: INVENTED,
      };
    }),
    {
      role: 'guest',
      unitId: null,
      organization: 'Tập thể, cá nhân điển hình, cơ quan báo chí',
      name: '',
      positionHeld: '',
      headcount: 8,
      attendance: 'invited',
      note: INVENTED,
    },
  ];
}

import type { Writer } from '#db/database.ts';
import { seedDemoCare } from '#db/seed/demo-care.ts';
import { seedDemoConference } from '#db/seed/demo-conference.ts';
import { demoData } from '#db/seed/demo-data.ts';
import { seedDemoDuplicates } from '#db/seed/demo-duplicates.ts';
import { seedDemoExemplars } from '#db/seed/demo-exemplars.ts';
import { seedDemoMovements } from '#db/seed/demo-movements.ts';
import { seedDemoNominations } from '#db/seed/demo-nominations.ts';
import { seedDemoPledges } from '#db/seed/demo-pledges.ts';
import { seedDemoProgress } from '#db/seed/demo-progress.ts';
import { seedDemoRecipients } from '#db/seed/demo-recipients.ts';
import { seedDemoRegistrations } from '#db/seed/demo-registrations.ts';
import { type DemoYear, seedDemoReports } from '#db/seed/demo-reports.ts';
import { seedDemoRequests } from '#db/seed/demo-requests.ts';
import { seedDemoReviewing } from '#db/seed/demo-reviewing.ts';
import { seedDemoSharing } from '#db/seed/demo-sharing.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

/**
 * The year 2023 of the seven northern border provinces, stopped on 01/03/2024 with work left to do:
 * Sơn La's report is a draft, Hà Giang's waits for the standing office with one figure typed wrong, five are
 * received; twelve of fourteen nominations stand on the draft decision; 2024's pledge lacks one signature.
 */
export async function seedDemoYear(tx: Writer, newId: () => string): Promise<DemoYear> {
  const data = demoData();
  const { cluster, nextYear } = data;
  const year: DemoYear = { clusterYearId: newId(), nextClusterYearId: newId(), versionOf: new Map(), newId };

  await insertRows(tx, 'clusterYear', [
    {
      id: year.clusterYearId,
      clusterId: cluster.clusterId,
      year: cluster.year,
      name: cluster.name,
      startsOn: cluster.startsOn,
      endsOn: cluster.endsOn,
      chairUnitId: cluster.chairUnitId,
      deputyChairUnitId: cluster.deputyChairUnitId,
      chairPerson: `Chủ tịch UBND tỉnh ${cluster.chairPerson}`,
      standingOffice: cluster.standingOffice,
      handOverOn: cluster.handOverOn,
      awardAllotment: JSON.stringify({ collective: 1, individual: 1 }),
      isDemo: 1,
    },
    {
      id: year.nextClusterYearId,
      clusterId: cluster.clusterId,
      year: nextYear.year,
      name: `Năm thi đua ${nextYear.year}`,
      startsOn: '2024-03-05',
      endsOn: '2025-03-15',
      chairUnitId: nextYear.chairUnitId,
      deputyChairUnitId: nextYear.deputyChairUnitId,
      chairPerson: null,
      standingOffice: 'Sở Nội vụ tỉnh Cao Bằng',
      handOverOn: null,
      awardAllotment: JSON.stringify({ collective: 1, individual: 1 }),
      isDemo: 1,
    },
  ]);
  await insertRows(
    tx,
    'stage',
    data.stages.map((stage, position) => ({
      id: newId(),
      clusterYearId: year.clusterYearId,
      ...stage,
      position: position + 1,
    })),
  );
  await seedDemoMovements(tx, data, year);
  await seedDemoReports(tx, data, year);
  await seedDemoRequests(tx, year);
  await seedDemoReviewing(tx, year);
  await seedDemoPledges(tx, data, year);
  await seedDemoProgress(tx, data, year);
  await seedDemoNominations(tx, data, year);
  await seedDemoExemplars(tx, data, year);
  await seedDemoSharing(tx, year);
  await seedDemoRegistrations(tx, year);
  await seedDemoCare(tx, data, year);
  await seedDemoConference(tx, data, year);
  await seedDemoRecipients(tx, year);
  await seedDemoDuplicates(tx, year);
  return year;
}

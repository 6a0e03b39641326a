import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { type ClusterId, type ClusterYearId, clusterId, clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { fold } from '#shared/core/fold.ts';
import { aClusterYear } from '#test/builders/world.builder.ts';

/** A cluster of communes that a province organises, with an emulation year 2023 chaired by the first of them. */
export type ProvincialCluster = {
  id: ClusterId;
  name: string;
  yearId: ClusterYearId;
  /** Members: two communes below the province, and one commune that is none. */
  communes: [chair: string, member: string, outside: string];
  /** Membership of the second commune. */
  memberId: string;
};

let count = 0;

/** Stores a new cluster under a name nobody else has. */
export async function givenProvincialCluster(db: Db, organizerUnitId: string): Promise<ProvincialCluster> {
  count += 1;
  const id = clusterId.parse(uuidv7());
  const yearId = clusterYearId.parse(uuidv7());
  const name = `Cụm thi đua các xã số ${count}`;
  const communes: ProvincialCluster['communes'] = [`XA-${count}1`, `XA-${count}2`, `XA-${count}3`];
  const memberIds = [uuidv7(), uuidv7()] as const;
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('unit')
      .values(communes.map((unitId, index) => aCommune(unitId, `Xã Mẫu ${count}.${index + 1}`, organizerUnitId)))
      .execute();
    await tx
      .insertInto('cluster')
      .values({ id, kind: 'cluster', name, shortName: `Cụm xã ${count}`, source: null, organizerUnitId })
      .execute();
    await tx
      .insertInto('clusterMember')
      .values(
        memberIds.map((memberId, index) => ({
          id: memberId,
          clusterId: id,
          unitId: communes[index]!,
          position: index + 1,
          validFrom: '2020-01-01',
          validTo: null,
        })),
      )
      .execute();
    await tx
      .insertInto('clusterYear')
      .values(aClusterYear(yearId, id, communes[0]))
      .execute();
  });
  return { id, name, yearId, communes, memberId: memberIds[1] };
}

/** Row of a commune below a unit. */
export function aCommune(id: string, name: string, parentId: string) {
  return {
    id,
    kind: 'commune' as const,
    parentId,
    name,
    fullName: name,
    nameFold: fold(name),
    validFrom: null,
    validTo: null,
  };
}

/** A year as its form sends it: 2024 after the year of `givenProvincialCluster`, chaired by the second commune. */
export function aYearDraft({ communes }: ProvincialCluster) {
  return {
    name: 'Năm thi đua 2024',
    yearKind: 'calendar' as const,
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    chairUnitId: communes[1] as never,
    deputyChairUnitId: communes[0] as never,
    chairPerson: '',
    standingOffice: 'Văn phòng UBND xã',
    allotment: { collective: 1, individual: null },
    stages: [
      { kind: 'mid-year-report' as const, name: 'Sơ kết', opensOn: '2024-06-01', closesOn: '2024-06-30', dueNote: '' },
    ],
  };
}

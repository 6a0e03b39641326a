import { generateKeyPairSync, randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { RequestContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Keys } from '#server/core/keys.ts';
import type { Actor, HeldRole, Role } from '#shared/accounts/accounts.schema.ts';
import { type ClusterYearId, clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import type { Language } from '#shared/core/localized.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';
import { removeAtExit, temporaryDirectory } from '#test/core/temporary.ts';

/** Noon in Việt Nam on the day the demo stands still at. */
export const WORLD_NOW = '2024-03-01T05:00:00.000Z';

/**
 * Two clusters that know nothing of each other, in the emulation year 2023:
 * A: Sơn La and Lạng Sơn, chaired by Lạng Sơn; B: Quảng Trị, its own chair.
 */
export type World = {
  db: Db;
  units: { SL: string; LS: string; QT: string };
  clusterA: string;
  clusterB: string;
  /** Năm thi đua 2023 of cluster A, chaired by Lạng Sơn. */
  yearA: ClusterYearId;
  /** Năm thi đua 2023 of cluster B, chaired by Quảng Trị. */
  yearB: ClusterYearId;
  actors: WorldActors;
};

export type WorldActors = ReturnType<typeof actorsOf>;

/** Stores the world in an empty database. Every call makes new cluster-years; call it once for each database. */
export async function givenWorld(db: Db): Promise<World> {
  const units = { SL: 'SL', LS: 'LS', QT: 'QT' };
  const clusterA = uuidv7();
  const clusterB = uuidv7();
  const yearA = clusterYearId.parse(uuidv7());
  const yearB = clusterYearId.parse(uuidv7());
  await inTransaction(db, async (tx) => {
    const provinces = [aProvince('SL', 'Sơn La'), aProvince('LS', 'Lạng Sơn'), aProvince('QT', 'Quảng Trị')];
    await tx.insertInto('unit').values(provinces).execute();
    await tx.insertInto('unitName').values(provinces.map(aNameOf)).execute();
    await tx
      .insertInto('cluster')
      .values([
        { id: clusterA, kind: 'cluster', name: 'Cụm thi đua A', shortName: 'Cụm A', source: null },
        { id: clusterB, kind: 'cluster', name: 'Cụm thi đua B', shortName: 'Cụm B', source: null },
      ])
      .execute();
    await tx
      .insertInto('clusterMember')
      .values([aMember(clusterA, units.SL, 1), aMember(clusterA, units.LS, 2), aMember(clusterB, units.QT, 1)])
      .execute();
    await tx
      .insertInto('clusterYear')
      .values([aClusterYear(yearA, clusterA, units.LS), aClusterYear(yearB, clusterB, units.QT)])
      .execute();
  });
  return { db, units, clusterA, clusterB, yearA, yearB, actors: actorsOf(units) };
}

/** Row of a province; `validTo` null: still there. */
export function aProvince(id: string, name: string) {
  return {
    id,
    kind: 'province' as const,
    parentId: null,
    name,
    fullName: `tỉnh ${name}`,
    nameFold: fold(name),
    validFrom: null,
    validTo: null,
  };
}

/** The only name a unit of the world ever bore. */
function aNameOf({ id, name, fullName, nameFold }: ReturnType<typeof aProvince>) {
  return {
    id: uuidv7(),
    unitId: id,
    name,
    fullName,
    nameFold,
    nameSort: viSortKey(name),
    validFrom: null,
    validTo: null,
  };
}

function aMember(clusterId: string, unitId: string, position: number) {
  return { id: uuidv7(), clusterId, unitId, position, validFrom: '2010-01-01', validTo: null };
}

/** Row of the emulation year 2023; spread it to change one thing. */
export function aClusterYear(id: string, clusterId: string, chairUnitId: string) {
  return {
    id,
    clusterId,
    year: 2023,
    name: 'Năm thi đua 2023',
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
    chairUnitId,
    deputyChairUnitId: null,
    chairPerson: null,
    standingOffice: 'Sở Nội vụ tỉnh của Cụm trưởng',
    handOverOn: null,
    awardAllotment: null,
  };
}

/** Somebody with these roles; a role given as a word is held at `unitId`. */
export function anActor(name: string, unitId: string | null, ...roles: (Role | HeldRole)[]): Actor {
  return {
    accountId: `account-${fold(name).replaceAll(' ', '-')}`,
    name,
    unitId,
    roles: roles.map((role) => (typeof role === 'string' ? { role, unitId } : role)),
    today: vietnamDate(new Date(WORLD_NOW)),
  };
}

function actorsOf({ SL, LS, QT }: World['units']) {
  return {
    /** Chuyên viên of the chair's standing office (cơ quan thường trực Cụm). */
    specialistLS: anActor('Chuyên viên Lạng Sơn', LS, 'specialist'),
    approverLS: anActor('Trưởng phòng Lạng Sơn', LS, 'approver'),
    leaderLS: anActor('Lãnh đạo Lạng Sơn', LS, 'leader'),
    councilLS: anActor('Hội đồng Lạng Sơn', LS, 'council'),
    reporterLS: anActor('Tổng hợp Lạng Sơn', LS, 'reporter'),
    reporterSL: anActor('Tổng hợp Sơn La', SL, 'reporter'),
    specialistSL: anActor('Chuyên viên Sơn La', SL, 'specialist'),
    approverSL: anActor('Trưởng phòng Sơn La', SL, 'approver'),
    leaderSL: anActor('Lãnh đạo Sơn La', SL, 'leader'),
    reporterQT: anActor('Tổng hợp Quảng Trị', QT, 'reporter'),
    specialistQT: anActor('Chuyên viên Quảng Trị', QT, 'specialist'),
    approverQT: anActor('Trưởng phòng Quảng Trị', QT, 'approver'),
    admin: anActor('Quản trị hệ thống', null, 'admin'),
    auditor: anActor('Người giám sát', null, 'auditor'),
    roleless: anActor('Chưa có vai trò', SL),
  };
}

let place: string | undefined;
/** A data directory for what does not name its own; removed with the process, which need not be one of Vitest. */
const placeOfThisFile = (): string => {
  if (place === undefined) {
    place = temporaryDirectory('file');
    removeAtExit(place);
  }
  return place;
};

type ContextOptions = { now?: string; dataDir?: string; demo?: boolean; lang?: Language };

/**
 * The context of one request by this person (null: not signed in), at noon of 01/03/2024 unless told:
 * `createCaller(aContext(db, world.actors.reporterSL))`.
 */
export function aContext(db: Db, actor: Actor | null, options: ContextOptions = {}): RequestContext {
  const now = options.now ?? WORLD_NOW;
  return {
    db,
    keys: testKeys(),
    log: pino({ level: 'silent' }),
    now: () => new Date(now),
    newId: () => uuidv7(),
    dataDir: options.dataDir ?? placeOfThisFile(),
    publicUrl: 'https://khenthuong.example',
    demo: options.demo ?? false,
    requestId: uuidv7(),
    lang: options.lang ?? 'vi',
    actor: actor && { ...actor, today: vietnamDate(new Date(now)) },
    sessionId: actor ? 'session' : null,
  };
}

let keys: Keys | undefined;

/** Keys of no installation, the same for the whole test file. */
export function testKeys(): Keys {
  const secret = (id: string) => [{ id, secret: randomBytes(32) }];
  keys ??= {
    signing: [{ id: '1', ...generateKeyPairSync('ed25519') }],
    cccdCipher: secret('1'),
    cccdIndex: secret('1'),
    authSecret: secret('1'),
  };
  return keys;
}

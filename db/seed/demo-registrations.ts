import type { Writer } from '#db/database.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { RegisteredKind } from '#shared/registrations/registrations.schema.ts';

const SON_LA = 'VN63-14';
const LANG_SON = 'VN63-20';

type Aimed = readonly [awardCode: string, kind: RegisteredKind, count: number];
type Registered = { unitId: string; name: string; sentAt: string | null; lines: readonly Aimed[] };

/**
 * What the seven provinces registered for 2023, invented throughout: Hà Giang sent after the last day. In the order
 * Cờ thi đua của Chính phủ, Bằng khen, Cờ thi đua của tỉnh, Tập thể lao động xuất sắc; Chiến sĩ thi đua cấp tỉnh,
 * Bằng khen.
 */
const OF_2023: readonly Registered[] = [
  of2023(LANG_SON, 'Lạng Sơn', '2023-03-20T02:15:00.000Z', [2, 8, 24, 118], [44, 9]),
  of2023('VN63-04', 'Cao Bằng', '2023-03-24T07:40:00.000Z', [2, 5, 21, 104], [38, 6]),
  of2023('VN63-02', 'Hà Giang', '2023-04-04T01:30:00.000Z', [2, 6, 23, 112], [41, 8]),
  of2023('VN63-10', 'Lào Cai', '2023-03-28T08:05:00.000Z', [2, 7, 25, 126], [47, 10]),
  of2023('VN63-12', 'Lai Châu', '2023-03-30T03:20:00.000Z', [1, 4, 18, 87], [31, 5]),
  of2023('VN63-11', 'Điện Biên', '2023-03-31T09:50:00.000Z', [2, 5, 20, 96], [35, 7]),
  of2023(SON_LA, 'Sơn La', '2023-03-31T03:00:00.000Z', [2, 6, 26, 131], [49, 9]),
];

/** One was sent, one is being written, five have not begun: the year is still open. */
const OF_2024: readonly Registered[] = [
  {
    unitId: LANG_SON,
    name: 'Lạng Sơn',
    sentAt: '2024-02-27T02:30:00.000Z',
    lines: [
      ['CTDCP', 'collective', 2],
      ['TTLDXS', 'collective', 120],
      ['CSTDT', 'individual', 45],
    ],
  },
  { unitId: SON_LA, name: 'Sơn La', sentAt: null, lines: [['TTLDXS', 'collective', 90]] },
];

/** Đăng ký thi đua of both years. The news tells none of it: every figure and name is invented and marked. */
export async function seedDemoRegistrations(tx: Writer, year: DemoYear): Promise<void> {
  await seedYear(tx, year, year.clusterYearId, OF_2023);
  await seedYear(tx, year, year.nextClusterYearId, OF_2024);
}

async function seedYear(
  tx: Writer,
  { newId }: DemoYear,
  clusterYearId: string,
  registered: readonly Registered[],
): Promise<void> {
  const rows = registered.map((row) => ({ ...row, id: newId() }));
  await insertRows(
    tx,
    'titleRegistration',
    rows.map(({ id, unitId, sentAt }) => {
      const status = sentAt ? ('sent' as const) : ('draft' as const);
      return { id, clusterYearId, unitId, status, sentAt, isDemo: 1 };
    }),
  );
  await insertRows(
    tx,
    'titleRegistrationLine',
    rows.flatMap(({ id, name, lines }) =>
      lines.map(([awardCode, recipientKind, count]) => ({
        registrationId: id,
        awardCode,
        recipientKind,
        count,
        names: JSON.stringify(awardCode === 'CTDCP' ? [`Xã Mẫu, ${name} (minh họa)`] : []),
      })),
    ),
  );
}

function of2023(
  unitId: string,
  name: string,
  sentAt: string,
  [flags, merits, ownFlags, excellent]: readonly [number, number, number, number],
  [fighters, personal]: readonly [number, number],
): Registered {
  const lines: Aimed[] = [
    ['CTDCP', 'collective', flags],
    ['BKT', 'collective', merits],
    ['CTDT', 'collective', ownFlags],
    ['TTLDXS', 'collective', excellent],
    ['CSTDT', 'individual', fighters],
    ['BKT', 'individual', personal],
  ];
  return { unitId, name, sentAt, lines };
}
